import type * as Y from 'yjs';
import { MapReader, type ReadMap } from './mapReader';
import { type Collection, collections, metaOf, recordsOf } from './schema';

/** A live document as values that never change. Made for `useSyncExternalStore`. */
export type MapStore = {
  /** The map as it stands; every record that did not change is the same object as before. */
  getSnapshot(): ReadMap;
  /** Calls the listener once after each transaction that touched the map; `isLocal`: it was made here. Returns what ends it. */
  subscribe(listener: (isLocal: boolean) => void): () => void;
  destroy(): void;
};

/** Watches a document. What a transaction touched is marked at once and read when the next snapshot is asked for. */
export function createMapStore(doc: Y.Doc): MapStore {
  const reader = new MapReader(doc);
  const listeners = new Set<(isLocal: boolean) => void>();
  const ends: (() => void)[] = [];
  let stale = false;

  const watch = (name: Collection | 'meta', open: () => Y.Map<unknown>): void => {
    let top: Y.Map<unknown>;
    try {
      top = open();
    } catch {
      // The name belongs to another shared type; the reader reports it.
      return;
    }
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      stale = true;
      for (const event of events) {
        const key = event.path[0];
        if (key !== undefined) reader.touch(name, String(key));
        else for (const own of event.keys.keys()) reader.touch(name, own);
      }
    };
    top.observeDeep(onChange);
    ends.push(() => top.unobserveDeep(onChange));
  };

  watch('meta', () => metaOf(doc));
  for (const collection of collections) watch(collection, () => recordsOf(doc, collection));

  const afterTransaction = ({ local }: Y.Transaction): void => {
    if (!stale) return;
    stale = false;
    for (const listener of [...listeners]) listener(local);
  };
  doc.on('afterTransaction', afterTransaction);
  ends.push(() => doc.off('afterTransaction', afterTransaction));

  return {
    getSnapshot: () => reader.read(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      for (const end of ends.splice(0)) end();
    },
  };
}
