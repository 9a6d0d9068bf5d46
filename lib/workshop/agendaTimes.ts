import type { WorkshopState } from './state';

const minute = 60_000;

/** The minutes from one time of the clock to another as both are written, without seconds: so that they add up. */
export const clockMinutes = (from: number, to: number): number => Math.floor(to / minute) - Math.floor(from / minute);

type Timed = Pick<WorkshopState, 'agenda' | 'currentItemId' | 'currentSince' | 'agendaSince' | 'startedAt'>;

/** When an item takes place. */
export type ItemTimes = { id: string; from: number; to: number; standing: 'past' | 'current' | 'coming' };

/** When everything on an agenda takes place, as it is seen at one moment. */
export type AgendaTimes = {
  items: readonly ItemTimes[];
  /** Whether times are moments of the clock; while no workshop is on, they count from its beginning. */
  isClock: boolean;
  /** How long all of it is meant to take, in milliseconds. */
  total: number;
  /** The number of the current item, from 1; 0 before the first one. */
  current: number;
  /** How much later than planned it will end if everything that comes takes its time; negative: earlier. Null before the first item. */
  behind: number | null;
};

/**
 * Works out the times of an agenda. Before the first item everything counts from now, as if it were begun. What is over has the times that were planned;
 * what comes begins when the current item has had its minutes, or now when it has had them already.
 */
export function timeAgenda(state: Timed, now: number): AgendaTimes {
  const { agenda, currentItemId, startedAt } = state;
  const isClock = startedAt !== null;
  const at = agenda.findIndex(({ id }) => id === currentItemId);
  const begun = state.agendaSince ?? (isClock ? now : 0);
  const total = agenda.reduce((sum, { minutes }) => sum + minutes * minute, 0);
  let next = begun;
  const items = agenda.map(({ id, minutes }, index): ItemTimes => {
    const isCurrent = index === at;
    const from = isCurrent ? (state.currentSince ?? now) : next;
    const to = from + minutes * minute;
    next = isCurrent ? Math.max(to, now) : to;
    return { id, from, to, standing: isCurrent ? 'current' : index < at ? 'past' : 'coming' };
  });
  return { items, isClock, total, current: at + 1, behind: at < 0 ? null : next - (begun + total) };
}
