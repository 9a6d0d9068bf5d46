import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkshopAction } from '@/lib/workshop/action';
import { noWorkshop } from '@/lib/workshop/state';
import type { WorkshopAnswer } from '@/lib/workshop/workshopAnswer';

export type WorkshopStoreState = {
  /** The workshop as the server told it last. Before it has: none. */
  workshop: WorkshopAnswer;
  isKnown: boolean;
  /** How much the server's clock is ahead of this one, in milliseconds. */
  clockAhead: number;
  /** Whether the panel is open. */
  isOpen: boolean;
  /** Takes an answer, unless a newer one came first. `roundTrip`: how long it took, in milliseconds; infinite where nobody knows. */
  take(answer: WorkshopAnswer, roundTrip: number): void;
  setOpen(isOpen: boolean): void;
  /** Does one thing with the workshop; rejects with a `RequestError`. Bound by whoever follows it (useWorkshopLine). */
  act(action: WorkshopAction): Promise<void>;
  bind(act: (action: WorkshopAction) => Promise<void>): void;
};

export type WorkshopStore = StoreApi<WorkshopStoreState>;

function nothing(): WorkshopAnswer {
  const { leaders: _, ...state } = noWorkshop();
  return { state, isOn: false, leaders: [], leads: false, mayLead: false, version: -1, now: 0 };
}

/**
 * How much the server's clock is ahead, by an answer that has just come. It was written at some moment of the round trip: what was known stays where that
 * does not contradict it, so that slow answers do not make a timer jump.
 */
function clockAheadBy(answer: WorkshopAnswer, roundTrip: number, known: number): number {
  const least = answer.now - Date.now();
  if (known >= least && known <= least + roundTrip) return known;
  return Number.isFinite(roundTrip) ? least + roundTrip / 2 : least;
}

/** The answer with what it says as before being the very same as before: whoever watches the timer need not look again because the agenda changed. */
function withSameParts(answer: WorkshopAnswer, { state: before }: WorkshopAnswer): WorkshopAnswer {
  const same = <Part>(now: Part, known: Part): Part => (JSON.stringify(now) === JSON.stringify(known) ? known : now);
  const { timer, locks, agenda, silentRound } = answer.state;
  const state = {
    ...answer.state,
    timer: same(timer, before.timer),
    locks: same(locks, before.locks),
    agenda: same(agenda, before.agenda),
    silentRound: same(silentRound, before.silentRound),
  };
  return { ...answer, state };
}

/** The workshop on the open map, as this page knows it. */
export function createWorkshopStore(): WorkshopStore {
  return createStore<WorkshopStoreState>()((set, get) => ({
    workshop: nothing(),
    isKnown: false,
    clockAhead: 0,
    isOpen: false,
    take(answer, roundTrip) {
      const { workshop } = get();
      if (answer.version < workshop.version) return;
      set({
        workshop: withSameParts(answer, workshop),
        isKnown: true,
        clockAhead: clockAheadBy(answer, roundTrip, get().clockAhead),
      });
    },
    setOpen: (isOpen) => set({ isOpen }),
    act: () => Promise.resolve(),
    bind: (act) => set({ act }),
  }));
}
