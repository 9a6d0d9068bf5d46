import type { Difference } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** Three states of a journey: what a future state was derived from, what the current state has become since, and the future state as it is. */
export type ThreeStates = { base: JourneyMap; current: JourneyMap; future: JourneyMap };

/**
 * How a change of the current state stands to the future state.
 *
 * - `open`: the future state still says what its baseline said there.
 * - `conflict`: the future state says something else there by now.
 * - `taken`: the future state says so as well.
 * - `gone`: the future state no longer has what the change is about.
 */
export const changeStates = ['open', 'conflict', 'taken', 'gone'] as const;
export type ChangeState = (typeof changeStates)[number];

/** Something that the current state changed since a future state was derived from it. */
export type CurrentChange = {
  /** The same for the same thing: kind, collection and id. */
  key: string;
  difference: Difference;
  state: ChangeState;
  /** The key of the change with which it came or went, as a card with its step, and with which it is taken over; null: by itself. */
  within: string | null;
};

export const changeKey = ({ kind, collection, id }: Pick<Difference, 'kind' | 'collection' | 'id'>): string =>
  `${kind} ${collection} ${id}`;
