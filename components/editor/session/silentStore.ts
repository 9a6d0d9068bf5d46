import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JourneyMap } from '@/lib/map/journeyMap';

export type SilentState = {
  isOn: boolean;
  /** Cards that so far only this browser is shown. */
  mine: ReadonlySet<string>;
  /** How many cards have been written in the round, and by how many browsers. */
  written: { cards: number; people: number };
  /** Cards of others that have just come to light; for a moment. */
  revealed: ReadonlySet<string>;
  /** How often cards have come to light while this page was open. */
  reveals: number;
};

export type SilentStore = StoreApi<SilentState>;

const nothing: ReadonlySet<string> = new Set();

export function createSilentStore(): SilentStore {
  return createStore<SilentState>()(() => ({
    isOn: false,
    mine: nothing,
    written: { cards: 0, people: 0 },
    revealed: nothing,
    reveals: 0,
  }));
}

/** Counts what a round has brought so far. An empty card is none: somebody is about to write it. */
export function countRound(map: JourneyMap, roundId: string, by: string): Pick<SilentState, 'mine' | 'written'> {
  const cards = map.cards.filter(({ round, deletedAt }) => round?.id === roundId && deletedAt === undefined);
  const said = cards.filter(({ text }) => text.trim() !== '');
  return {
    mine: new Set(cards.filter(({ round }) => round?.by === by).map(({ id }) => id)),
    written: { cards: said.length, people: new Set(said.map(({ round }) => round?.by)).size },
  };
}
