import * as Y from 'yjs';
import { hasForeignParts } from './foreignParts';
import { localOrigin, recordsOf, topMaps } from './schema';
import { type Touched, touchedByStep } from './touched';

/** Undo and redo of this person's own edits. */
export type Undo = {
  /** Takes back the last step. False when there was nothing to take back. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Ends the current step: the next edit begins another one. */
  stopCapturing(): void;
  /** Forgets everything, for example when the right to write was lost. */
  clear(): void;
  /** Calls the listener when what can be undone or redone changes. Returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Keeps what was selected with each step, and gives it back when the step is undone or redone. */
  keepSelection(selection: SelectionPort | null): void;
  /** Asks before a step is taken back or done again; null: nobody is asked. What is refused stays where it is. */
  askBefore(mayTakeBack: ((records: readonly Touched[]) => boolean) | null): void;
  /** Forgets the last step: it has been taken back by other means. */
  dropLast(): void;
  destroy(): void;
};

/** How undo reads and restores what is selected: reference keys. */
export type SelectionPort = { read(): readonly string[]; restore(keys: readonly string[]): void };

/** Typing in one text within this many milliseconds is one step. */
export const typingPause = 800;

/** Transactions that carry this in their `meta` are typing in the text that it names. Every other operation is a step of its own. */
export const typingMeta = 'typing';

/**
 * Undo over all of a document, tracking `localOrigin` only. Undoing the making of a record leaves the record in the document,
 * revoked (see `isRevoked`), because others may have hung something on it meanwhile; and leaves it alone when others have
 * changed it, so that nobody's undo takes away another person's words.
 */
export function createUndo(doc: Y.Doc): Undo {
  const tops = topMaps(doc);
  const listeners = new Set<() => void>();
  let selection: SelectionPort | null = null;
  let typingIn: unknown = null;
  let mayTakeBackNow: ((records: readonly Touched[]) => boolean) | null = null;
  // Yjs does not tell its filter which step is being taken back: it is the one that is missing at the end of the stack.
  let steps: readonly Step[] = [];
  const stack = (): readonly Step[] => (manager.undoing ? manager.undoStack : manager.redoStack);

  const takeBack = (run: () => unknown, from: readonly Step[]): boolean => {
    const last = from.at(-1);
    if (last && mayTakeBackNow && !mayTakeBackNow(touchedByStep(doc, last))) return false;
    steps = [...from];
    try {
      return run() !== null;
    } finally {
      steps = [];
    }
  };

  const manager: Y.UndoManager = new Y.UndoManager(tops, {
    trackedOrigins: new Set([localOrigin]),
    captureTimeout: typingPause,
    captureTransaction(transaction) {
      if (transaction.origin !== localOrigin || transaction.changed.size === 0) return true;
      const typing = transaction.meta.get(typingMeta) ?? null;
      // Typing in the same text goes on with the step before; anything else begins a new one.
      if (typing === null || typing !== typingIn) manager.stopCapturing();
      typingIn = typing;
      return true;
    },
    deleteFilter: (item) => mayTakeBack(item, tops, steps[stack().length], doc.clientID),
  });

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  manager.on('stack-item-added', ({ stackItem }) => {
    if (selection) stackItem.meta.set('selection', [...selection.read()]);
    tell();
  });
  manager.on('stack-item-popped', ({ stackItem }) => {
    typingIn = null;
    const keys: unknown = stackItem.meta.get('selection');
    if (selection && Array.isArray(keys)) selection.restore(keys.map(String));
    tell();
  });
  manager.on('stack-cleared', tell);

  return {
    undo: () => takeBack(() => manager.undo(), manager.undoStack),
    redo: () => takeBack(() => manager.redo(), manager.redoStack),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    stopCapturing() {
      typingIn = null;
      manager.stopCapturing();
    },
    clear: () => manager.clear(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keepSelection(port) {
      selection = port;
    },
    askBefore(ask) {
      mayTakeBackNow = ask;
    },
    dropLast() {
      typingIn = null;
      manager.stopCapturing();
      if (manager.undoStack.pop()) tell();
    },
    destroy() {
      listeners.clear();
      manager.destroy();
    },
  };
}

type Step = Y.UndoManager['undoStack'][number];

/** Whether undo may delete an item that a step had inserted. */
function mayTakeBack(item: Y.Item, tops: readonly unknown[], step: Step | undefined, clientId: number): boolean {
  const { parent } = item;
  if (!(parent instanceof Y.AbstractType)) return true;
  if (tops.includes(parent)) {
    // Records and the texts of the title block stay.
    return !(item.content instanceof Y.ContentType) && mayTakeBackValue(item, parent, step);
  }
  const record = parent._item;
  if (!record || !tops.includes(record.parent)) return true;
  if (item.parentSub === 'live') return !hasForeignItem(parent, clientId) && !isUsedByOthers(record, clientId);
  const madeInThisStep = step !== undefined && Y.isDeleted(step.insertions, record.id);
  return !madeInThisStep && mayTakeBackValue(item, parent, step);
}

/** Whether the record is a card on which others have hung something: with it, their pictures and words would be gone from sight. */
function isUsedByOthers({ parent, parentSub }: Y.Item, clientId: number): boolean {
  const doc = parent instanceof Y.AbstractType ? parent.doc : null;
  return doc !== null && parentSub !== null && parent === recordsOf(doc, 'cards') && hasForeignParts(doc, parentSub, clientId);
}

/**
 * Whether the value of a field may go. Undo has put the value before it back by now, with one exception: when somebody else had set the
 * field at the same time and lost, Yjs brings nothing back, and the field would end without a value. The value before is set here, then.
 */
function mayTakeBackValue(item: Y.Item, parent: Y.AbstractType<unknown>, step: Step | undefined): boolean {
  const key = item.parentSub;
  if (!step || key === null || parent._map.get(key) !== item) return true;
  let before = item.left;
  while (before && !Y.isDeleted(step.deletions, before.id)) before = before.left;
  if (!before) return true;
  if (!(before.content instanceof Y.ContentAny) || !(parent instanceof Y.Map)) return false;
  parent.set(key, before.content.arr.at(-1));
  return true;
}

/** Whether anything that stands in a record, or in its texts, came from another client. */
function hasForeignItem(type: Y.AbstractType<unknown>, clientId: number): boolean {
  const isForeign = (item: Y.Item): boolean =>
    !item.deleted &&
    (item.id.client !== clientId || (item.content instanceof Y.ContentType && hasForeignItem(item.content.type, clientId)));
  for (const item of type._map.values()) if (isForeign(item)) return true;
  for (let item = type._start; item !== null; item = item.right) if (isForeign(item)) return true;
  return false;
}
