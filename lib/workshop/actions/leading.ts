import { ActionRefused, type ActionScene } from '../action';
import { isOn, noWorkshop, type WorkshopState } from '../state';

/** Begins a workshop. The agenda that was prepared stays; everything else begins anew. */
export function start(state: WorkshopState, { actorId, now }: ActionScene): WorkshopState {
  if (isOn(state)) throw new ActionRefused('workshopIsOn');
  return { ...noWorkshop(), agenda: state.agenda, leaders: [actorId], startedAt: now };
}

/** One more leader. */
export function lead(state: WorkshopState, { actorId }: ActionScene): WorkshopState {
  if (!isOn(state)) throw new ActionRefused('workshopIsOver');
  if (state.leaders.includes(actorId)) return state;
  return { ...state, leaders: [...state.leaders.slice(-19), actorId] };
}

/** One leader less. The last one has to end the workshop instead. */
export function stepDown(state: WorkshopState, { actorId }: ActionScene): WorkshopState {
  const leaders = state.leaders.filter((id) => id !== actorId);
  if (leaders.length === 0) throw new ActionRefused('workshopLastLeader');
  return { ...state, leaders };
}

/** Ends a workshop: locks, timer and silent round end with it. The agenda stays. */
export function end(state: WorkshopState): WorkshopState {
  return { ...noWorkshop(), agenda: state.agenda };
}
