import type { Card } from '@/lib/map/card';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** A card that a reason may answer. `isPainPoint`: it is offered; the others are only known by their words. */
export type Answerable = { card: Card; isPainPoint: boolean };

/** The cards of several states, each once, as the first of them has it: a pain point that the future state has removed is answered, too. */
export function listAnswerable(maps: readonly JourneyMap[]): Answerable[] {
  const found = new Map<string, Answerable>();
  for (const { cards, lanes } of maps) {
    const painLanes = new Set(lanes.filter(({ kind }) => kind === 'painPoints').map(({ id }) => id));
    for (const card of cards) {
      if (card.text.trim() === '' || card.deletedAt !== undefined || found.has(card.id)) continue;
      found.set(card.id, { card, isPainPoint: card.kind === 'painPoint' || painLanes.has(card.pos.laneId) });
    }
  }
  return [...found.values()];
}
