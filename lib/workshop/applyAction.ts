import type { ActionScene, WorkshopAction } from './action';
import { changeAgenda } from './actions/agenda';
import { end, lead, start, stepDown } from './actions/leading';
import { setLocks } from './actions/locks';
import { reveal, startSilentRound } from './actions/silentRound';
import { changeTimer } from './actions/timer';
import type { WorkshopState } from './state';

/** The workshop after an action; the same state when it changes nothing. Whether the actor may is judged before. Throws `ActionRefused`. */
export function applyAction(state: WorkshopState, action: WorkshopAction, scene: ActionScene): WorkshopState {
  switch (action.type) {
    case 'start':
      return start(state, scene);
    case 'lead':
      return lead(state, scene);
    case 'stepDown':
      return stepDown(state, scene);
    case 'end':
      return end(state);
    case 'agenda.set':
    case 'agenda.add':
    case 'agenda.change':
    case 'agenda.move':
    case 'agenda.remove':
    case 'agenda.goTo':
    case 'agenda.next':
    case 'agenda.previous':
      return changeAgenda(state, action, scene);
    case 'timer.start':
    case 'timer.pause':
    case 'timer.resume':
    case 'timer.add':
    case 'timer.stop':
      return changeTimer(state, action, scene);
    case 'silent.start':
      return startSilentRound(state, scene);
    case 'silent.reveal':
      return reveal(state, action.roundId);
    case 'locks.set':
      return setLocks(state, action);
  }
}
