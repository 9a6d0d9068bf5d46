import * as Y from 'yjs';
import { migrateDocument } from '@/lib/document/migrations';
import { readMap } from '@/lib/document/readMap';
import type { MapPart } from '@/lib/document/restore/parts';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import type { RestoredFrom } from '@/lib/document/restore/undoRestore';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** A restore that happened: the document before it (one Yjs update, V1, and the version of its form), and what was brought back. `at`: milliseconds since 1970. */
export type PastRestore = {
  document: Uint8Array;
  schemaVersion: number;
  version: JourneyMap;
  parts: readonly MapPart[] | null;
  at: number;
};

/** What the map said before and after a restore. Of a large map it takes its time: it is done in another thread. */
export function replayRestore({ document, schemaVersion, version, parts, at }: PastRestore): RestoredFrom {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, document);
    migrateDocument(doc, schemaVersion);
    const before = readMap(doc).map;
    restoreMap(doc, version, { parts: parts ?? undefined, at });
    return { before, restored: readMap(doc).map };
  } finally {
    doc.destroy();
  }
}
