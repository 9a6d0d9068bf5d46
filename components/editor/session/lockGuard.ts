import * as Y from 'yjs';
import type { MapStore } from '@/lib/document/mapStore';
import { localOrigin } from '@/lib/document/schema';
import { createReverter, type Reverter, type Touched, touchedBy } from '@/lib/document/touched';
import type { Undo } from '@/lib/document/undo';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { firstLockAt, type LockReason, locksAnything, type WritePlace } from '@/lib/workshop/lockAt';
import type { WorkshopLocks } from '@/lib/workshop/state';
import { placesOfChange } from '@/lib/workshop/touchedPlaces';

/**
 * What keeps a participant's page from writing where it is locked. The parts of the page ask `at` beforehand and offer nothing there; whatever gets
 * by them is taken back in the same moment, before anything is drawn. It guards against accidents: a document cannot refuse a part of
 * what somebody wrote without breaking their copy, so the server does not know of these locks.
 */
export type LockGuard = {
  /** What is locked for this page; null: nothing. */
  set(locks: WorkshopLocks | null): void;
  /** The lock at any of these places, and null where this page may write. */
  at(places: Iterable<WritePlace>): LockReason | null;
  /** Hears of everything that was refused. Returns what ends it. */
  onRefused(listener: (reason: LockReason) => void): () => void;
  /** Says that something was refused. */
  refuse(reason: LockReason): void;
  destroy(): void;
};

export function createLockGuard(doc: Y.Doc, map: MapStore, undo: Undo): LockGuard {
  const listeners = new Set<(reason: LockReason) => void>();
  let locks: WorkshopLocks | null = null;
  let reverter: Reverter | null = null;
  let before: JourneyMap | null = null;

  const refuse = (reason: LockReason): void => {
    for (const listener of [...listeners]) listener(reason);
  };
  const at = (places: Iterable<WritePlace>): LockReason | null => locks && firstLockAt(locks, places);
  const read = (): JourneyMap => map.getSnapshot().map;

  const onBefore = (transaction: Y.Transaction): void => {
    if (transaction.local) before = read();
  };
  const onAfterAll = (_doc: Y.Doc, transactions: readonly Y.Transaction[]): void => {
    if (!reverter || !before) return;
    const own = reverter;
    const done = transactions.filter(({ local, origin }) => local && !own.isOwn(origin));
    const judged = done.filter(({ origin }) => origin === localOrigin || origin instanceof Y.UndoManager);
    const reason = at(placesOfChange(before, read(), judged.flatMap(touchedBy)));
    if (!reason) {
      own.keep();
      return;
    }
    own.revert();
    if (judged.some(({ origin }) => origin === localOrigin)) undo.dropLast();
    refuse(reason);
  };
  const mayTakeBack = (records: readonly Touched[]): boolean => {
    const now = read();
    const reason = at(placesOfChange(now, now, records));
    if (reason) refuse(reason);
    return reason === null;
  };

  function stop(): void {
    doc.off('beforeTransaction', onBefore);
    doc.off('afterAllTransactions', onAfterAll);
    undo.askBefore(null);
    reverter?.destroy();
    reverter = null;
    before = null;
  }

  return {
    set(next) {
      locks = next && locksAnything(next) ? next : null;
      if (!locks) stop();
      else if (!reverter) {
        // Made when it is needed: it keeps what was deleted, and costs a little with every edit.
        reverter = createReverter(doc, [localOrigin, Y.UndoManager]);
        doc.on('beforeTransaction', onBefore);
        doc.on('afterAllTransactions', onAfterAll);
        undo.askBefore(mayTakeBack);
      }
    },
    at,
    onRefused(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refuse,
    destroy() {
      listeners.clear();
      stop();
    },
  };
}
