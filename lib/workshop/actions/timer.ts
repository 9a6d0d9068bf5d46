import { ActionRefused, type ActionScene } from '../action';
import { isOn, longestTimer, shortestTimer, type WorkshopState, type WorkshopTimer } from '../state';
import { isOver, isPaused, timeLeft } from '../timer';
import type { TimerAction } from './timerActions';

/** A timer that runs from now on: as long as is asked for, within the bounds. */
export function startedTimer(milliseconds: number, { now, newId }: ActionScene): WorkshopTimer {
  const total = Math.max(shortestTimer, Math.min(milliseconds, longestTimer));
  return { id: newId(), total, left: total, endsAt: now + total };
}

function extended(timer: WorkshopTimer, more: number, scene: ActionScene): WorkshopTimer {
  const before = timeLeft(timer, scene.now);
  if (isOver(timer, scene.now)) return startedTimer(more, scene);
  const left = Math.min(before + more, longestTimer);
  const total = Math.min(timer.total + more, longestTimer);
  return { id: timer.id, total, left, endsAt: isPaused(timer) ? null : scene.now + left };
}

/** The timer after an action. What was meant for a timer that is gone, or asks for what is so already, changes nothing. */
export function changeTimer(state: WorkshopState, action: TimerAction, scene: ActionScene): WorkshopState {
  if (!isOn(state)) throw new ActionRefused('workshopIsOver');
  if (action.type === 'timer.start') return { ...state, timer: startedTimer(action.seconds * 1_000, scene) };
  const { timer } = state;
  if (!timer || timer.id !== action.id) return state;
  const left = timeLeft(timer, scene.now);
  switch (action.type) {
    case 'timer.pause':
      return isPaused(timer) || left === 0 ? state : { ...state, timer: { ...timer, left, endsAt: null } };
    case 'timer.resume':
      return isPaused(timer) ? { ...state, timer: { ...timer, endsAt: scene.now + left } } : state;
    case 'timer.add':
      return { ...state, timer: extended(timer, action.seconds * 1_000, scene) };
    case 'timer.stop':
      return { ...state, timer: null };
  }
}
