import * as Y from 'yjs';
import type { Database } from '@/lib/data/database';
import { loadDocument } from '@/lib/data/documentLog';
import { listMapsWithUnusedFiles, noteUsedFiles, removeUnusedFiles } from '@/lib/data/mapFiles';
import { readMap } from '@/lib/document/readMap';
import { listUsedFiles } from '@/lib/document/usedFiles';

/**
 * Removes files that no card has shown since before that time. The document has the last word, since what was noted of it may be older than
 * itself. Files of maps in the bin stay: they go with their map. Returns how many were removed.
 */
export async function sweepMapFiles(db: Database, before: Date, isOver: () => boolean = () => false): Promise<number> {
  let removed = 0;
  for (const mapId of await listMapsWithUnusedFiles(db, before)) {
    if (isOver()) return removed;
    const stored = await loadDocument(db, mapId);
    if (!stored) continue;
    const doc = new Y.Doc();
    if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored.updates) Y.applyUpdate(doc, update);
    await noteUsedFiles(db, mapId, listUsedFiles(readMap(doc).map));
    doc.destroy();
    removed += await removeUnusedFiles(db, mapId, before);
  }
  return removed;
}
