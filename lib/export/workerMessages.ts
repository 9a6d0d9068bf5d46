import type { ReadFile } from '@/lib/interchange/readMapFile';
import type { ThreadAnswer, ThreadJob } from '@/lib/worker/threadPool';
import type { ExportRequest, ExportResult } from './exportRequest';

/** To make a file, or to read one: the text of a map's JSON. */
export type Work = { request: ExportRequest } | { mapFile: string };
export type WorkResult = ExportResult | ReadFile;

export type WorkerJob = ThreadJob<Work>;
export type WorkerAnswer = ThreadAnswer<WorkResult>;
