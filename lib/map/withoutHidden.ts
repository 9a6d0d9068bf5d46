import type { Card } from './card';
import type { JourneyMap } from './journeyMap';
import { reasonsAboutCards } from './reasons';

/** The map with the cards for which `shows` holds, and with what hangs on them. The same map when that is all of them. */
export function withCardsThat(map: JourneyMap, shows: (card: Card) => boolean): JourneyMap {
  const hidden = new Set(map.cards.filter((card) => !shows(card)).map(({ id }) => id));
  if (hidden.size === 0) return map;
  const about = reasonsAboutCards(map, hidden);
  return {
    ...map,
    cards: map.cards.filter(({ id }) => !hidden.has(id)),
    attachments: map.attachments.filter(({ pos }) => !hidden.has(pos.cardId)),
    cardTags: map.cardTags.filter(({ cardId }) => !hidden.has(cardId)),
    cardLinks: map.cardLinks.filter(({ pos }) => !hidden.has(pos.cardId)),
    links: map.links.filter(({ target }) => target.type !== 'card' || !hidden.has(target.id)),
    reasons: about.size === 0 ? map.reasons : map.reasons.filter(({ id }) => !about.has(id)),
  };
}

/**
 * The map for whoever is no part of the silent round that is on (`roundId`; null: none): without the cards that are written in it, and without
 * the marks of earlier rounds, which are nobody's business outside of the document.
 */
export function withoutHidden(map: JourneyMap, roundId: string | null): JourneyMap {
  const shown = withCardsThat(map, ({ round }) => round === undefined || round.id !== roundId);
  if (shown.cards.every(({ round }) => round === undefined)) return shown;
  return { ...shown, cards: shown.cards.map(({ round: _, ...card }) => card) };
}
