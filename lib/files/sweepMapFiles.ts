import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Database } from '@/lib/data/database';
import { loadDocument } from '@/lib/data/documentLog';
import { listMapsWithUnusedFiles, noteUsedFiles, removeUnusedFiles } from '@/lib/data/mapFiles';
import { readMap } from '@/lib/document/readMap';
import { listUsedFiles } from '@/lib/document/usedFiles';

type Sweep = { log: Pick<Logger, 'warn'>; isOver?: () => boolean };

/**
 * Removes files that no card has had since before that time. Files of maps in the bin stay: they go with their map. A map whose document cannot be
 * read keeps all of its files, and does not hold up the others. Returns how many were removed; throws when all is done, if a map could not be swept.
 */
export async function sweepMapFiles(db: Database, before: Date, { log, isOver = () => false }: Sweep): Promise<number> {
  let removed = 0;
  let failed = 0;
  for (const mapId of await listMapsWithUnusedFiles(db, before)) {
    if (isOver()) break;
    try {
      removed += await sweepMap(db, mapId, before);
    } catch (error) {
      failed += 1;
      log.warn({ err: error, mapId }, 'the files of a map could not be swept');
    }
  }
  if (failed > 0) throw new Error(`Maps whose files could not be swept: ${failed}.`);
  return removed;
}

/** The document has the last word, since what was noted of it may be older than itself. */
async function sweepMap(db: Database, mapId: string, before: Date): Promise<number> {
  const stored = await loadDocument(db, mapId);
  if (!stored) return 0;
  const doc = new Y.Doc();
  try {
    if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored.updates) Y.applyUpdate(doc, update);
    await noteUsedFiles(db, mapId, listUsedFiles(readMap(doc).map));
  } finally {
    doc.destroy();
  }
  return removeUnusedFiles(db, mapId, before);
}
