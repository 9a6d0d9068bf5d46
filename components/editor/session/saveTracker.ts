import { createWritable, type Readable } from './readable';
import { initialFacts, reduceSave, type SaveEvent, type SaveFacts, toSaveState, unconfirmedChanges } from './saveMachine';
import type { SaveState } from './saveState';

/** Connected, and no confirmation for this long (milliseconds): then it is no longer "saving". */
export const overdueAfter = 8_000;

export type SaveTracker = {
  state: Readable<SaveState>;
  facts(): SaveFacts;
  send(event: SaveEvent): void;
  destroy(): void;
};

const same = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Runs the save machine and its one clock. `onChanges` hears the number of unconfirmed edits whenever it changes. */
export function createSaveTracker(onChanges: (changes: number) => void): SaveTracker {
  let facts = initialFacts;
  let changes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state = createWritable<SaveState>(toSaveState(facts));

  function watchClock(event: SaveEvent): void {
    // Each confirmation is a sign of life: the wait begins anew.
    if (facts.frames.length === 0 || event.type === 'confirmed') {
      clearTimeout(timer);
      timer = undefined;
    }
    if (facts.frames.length > 0 && timer === undefined && !facts.overdue) {
      timer = setTimeout(() => {
        timer = undefined;
        send({ type: 'overdue', overdue: true });
      }, overdueAfter);
    }
  }

  function send(event: SaveEvent): void {
    facts = reduceSave(facts, event);
    watchClock(event);
    const next = toSaveState(facts);
    if (!same(next, state.get())) state.set(next);
    const nextChanges = unconfirmedChanges(facts);
    if (nextChanges !== changes) {
      changes = nextChanges;
      onChanges(nextChanges);
    }
  }

  return { state, facts: () => facts, send, destroy: () => clearTimeout(timer) };
}
