import type { RestoredFrom } from '@/lib/document/restore/undoRestore';
import type { ReadFile } from '@/lib/interchange/readMapFile';
import type { EncodedVersion } from '@/lib/versions/encodeVersion';
import type { PastRestore } from '@/lib/versions/replayRestore';
import type { ThreadAnswer, ThreadJob } from '@/lib/worker/threadPool';
import type { ExportRequest, ExportResult } from './exportRequest';

/** To make a file, or to read one: the text of a map's JSON; to make a version of a document's updates; or to go through a restore again. */
export type Work =
  | { request: ExportRequest }
  | { mapFile: string }
  | { version: readonly Uint8Array[] }
  | { restore: PastRestore };
export type WorkResult = ExportResult | ReadFile | EncodedVersion | RestoredFrom;

export type WorkerJob = ThreadJob<Work>;
export type WorkerAnswer = ThreadAnswer<WorkResult>;
