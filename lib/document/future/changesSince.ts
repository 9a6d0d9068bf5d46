import type { MapDiff } from '@/lib/map/diff/mapDiff';
import type { CurrentChange, ThreeStates } from './currentChange';
import { listCurrentChanges } from './listCurrentChanges';
import { rebase } from './rebase';
import type { TakenNotes } from './takenNotes';

/** What the current state has changed since its changes were last taken over; behind it, what was taken over before and still stands. */
export function listChangesSince(states: ThreeStates, notes: TakenNotes): CurrentChange[] {
  const base = rebase(states.base, states.future, notes);
  const changes = listCurrentChanges({ ...states, base }, undefined, states.base);
  return base === states.base ? changes : [...changes, ...listTakenBefore(states, changes)];
}

/**
 * What lies between the baseline itself and the current state, as far as it is no change any more (`changes`) because it was taken over. `diff`: what lies
 * between these two, if that is known.
 */
export function listTakenBefore(states: ThreeStates, changes: readonly CurrentChange[], diff?: MapDiff): CurrentChange[] {
  const keys = new Set(changes.map(({ key }) => key));
  return listCurrentChanges(states, diff)
    .filter(({ key }) => !keys.has(key))
    .map((change) => (change.state === 'gone' ? change : { ...change, state: 'taken' }));
}
