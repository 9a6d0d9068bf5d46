import * as Y from 'yjs';
import { type Collection, collections, metaOf, recordsOf, topMaps } from './schema';

/** A record that something was done to. `meta` has the empty key. */
export type Touched = { collection: Collection | 'meta'; key: string };

type AnyType = Y.AbstractType<unknown>;

function namesOf(doc: Y.Doc): Map<unknown, Collection | 'meta'> {
  const names = new Map<unknown, Collection | 'meta'>([[metaOf(doc), 'meta']]);
  for (const collection of collections) names.set(recordsOf(doc, collection), collection);
  return names;
}

/** The record that a type stands in, or is; null for what belongs to no map. */
function recordAt(names: ReadonlyMap<unknown, Collection | 'meta'>, type: AnyType, keyInside: string | null): Touched | null {
  let key = keyInside;
  let at: AnyType | null = type;
  while (at) {
    const collection = names.get(at);
    if (collection) return { collection, key: collection === 'meta' ? '' : (key ?? '') };
    const item: Y.Item | null = at._item;
    key = item?.parentSub ?? key;
    at = item?.parent instanceof Y.AbstractType ? item.parent : null;
  }
  return null;
}

/** Gathers records, each once. */
function gather(found: Iterable<Touched | null>): Touched[] {
  const all = new Map<string, Touched>();
  for (const touched of found) if (touched) all.set(`${touched.collection} ${touched.key}`, touched);
  return [...all.values()];
}

/** The records that a transaction made, deleted or changed anything of. */
export function touchedBy(transaction: Y.Transaction): Touched[] {
  const names = namesOf(transaction.doc);
  return gather(
    [...transaction.changed].flatMap(([type, keys]) => {
      // Of a list or text the type itself stands for the record; of a map, each key may be a record of its own.
      const inside = [...keys];
      return (inside.length === 0 ? [null] : inside).map((key) => recordAt(names, type as unknown as AnyType, key));
    }),
  );
}

/** The records that taking back a step of undo would change. Changes nothing. */
export function touchedByStep(doc: Y.Doc, step: Y.UndoManager['undoStack'][number]): Touched[] {
  const names = namesOf(doc);
  const found: (Touched | null)[] = [];
  doc.transact((transaction) => {
    for (const set of [step.insertions, step.deletions]) {
      Y.iterateDeletedStructs(transaction, set, (struct) => {
        if (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
          found.push(recordAt(names, struct.parent, struct.parentSub));
        }
      });
    }
  }, touchedByStep);
  return gather(found);
}

/** Takes back single transactions of this page at once, before anybody has seen them. */
export type Reverter = { revert(): void; keep(): void; isOwn(origin: unknown): boolean; destroy(): void };

export function createReverter(doc: Y.Doc, origins: readonly unknown[]): Reverter {
  const manager = new Y.UndoManager(topMaps(doc), { trackedOrigins: new Set(origins), captureTimeout: 0 });
  return {
    revert: () => void manager.undo(),
    keep: () => {
      if (manager.canUndo() || manager.canRedo()) manager.clear();
    },
    isOwn: (origin) => origin === manager,
    destroy: () => manager.destroy(),
  };
}
