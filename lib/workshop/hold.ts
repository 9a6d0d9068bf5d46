import { isOn, type WorkshopState } from './state';

type Held = Pick<WorkshopState, 'leaders' | 'locks'>;

/** Whether everybody but the leaders is kept from writing. */
const holds = (state: Held): boolean => isOn(state) && state.locks.map;

/** Whether a change of the workshop changes who may write on the map at all. */
export function changesHold(before: Held, after: Held): boolean {
  if (holds(before) !== holds(after)) return true;
  if (!holds(after)) return false;
  return before.leaders.length !== after.leaders.length || after.leaders.some((id) => !before.leaders.includes(id));
}
