import type * as Y from 'yjs';
import { MapReader, type ReadMap } from './mapReader';

export type { ReadIssue } from './readRecord';

/**
 * Reads a whole document. Never throws, whatever a peer wrote: each record is parsed by itself and repaired or left out,
 * with an entry in `issues`. Arrays are sorted by key. For repeated reading of a live document see store.ts.
 */
export function readMap(doc: Y.Doc): ReadMap {
  return new MapReader(doc).read();
}
