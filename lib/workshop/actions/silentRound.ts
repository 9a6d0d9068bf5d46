import { ActionRefused, type ActionScene } from '../action';
import { isOn, type WorkshopState } from '../state';

/** Begins a silent round. */
export function startSilentRound(state: WorkshopState, { now, newId }: ActionScene): WorkshopState {
  if (!isOn(state)) throw new ActionRefused('workshopIsOver');
  if (state.silentRound) throw new ActionRefused('silentRoundIsOn');
  return { ...state, silentRound: { id: newId(), startedAt: now } };
}

/** Ends it: what was hidden is hidden no more, without a word written to the map. One that is over stays over. */
export function reveal(state: WorkshopState, roundId: string): WorkshopState {
  return state.silentRound?.id === roundId ? { ...state, silentRound: null } : state;
}
