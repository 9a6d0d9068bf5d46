import { ActionRefused } from '../action';
import { isOn, type LocksChange, type WorkshopLocks, type WorkshopState } from '../state';

const mostIds = 200;

function withChanges(ids: readonly string[], changes: Readonly<Record<string, boolean>> = {}): string[] {
  const kept = ids.filter((id) => changes[id] !== false);
  const added = Object.keys(changes).filter((id) => changes[id] && !kept.includes(id));
  return [...kept, ...added].slice(-mostIds);
}

const isSame = (a: WorkshopLocks, b: WorkshopLocks): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Locks and unlocks. Whoever leads is not concerned by any of it. */
export function setLocks(state: WorkshopState, change: LocksChange): WorkshopState {
  if (!isOn(state)) throw new ActionRefused('workshopIsOver');
  const locks: WorkshopLocks = {
    map: change.map ?? state.locks.map,
    lanes: withChanges(state.locks.lanes, change.lanes),
    stages: withChanges(state.locks.stages, change.stages),
    onlyLanes: change.onlyLanes === undefined ? state.locks.onlyLanes : change.onlyLanes && [...new Set(change.onlyLanes)],
  };
  return isSame(state.locks, locks) ? state : { ...state, locks };
}
