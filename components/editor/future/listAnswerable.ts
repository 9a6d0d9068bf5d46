import type { Card } from '@/lib/map/card';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { ReasonAnswer } from '@/lib/map/reason';

/** A card that a reason may answer. `isPainPoint`: it is offered; the others are only known by their words. */
export type AnswerableCard = { card: Card; isPainPoint: boolean };

/** A link to evidence that a reason may answer, and the step that it is about. `isLinked`: it hangs on one of the states; only then it is offered. */
export type AnswerableLink = { link: EvidenceLink; stepId: string | null; isLinked: boolean };

/** What reasons may answer, by ids. */
export type Answerable = {
  cards: ReadonlyMap<string, AnswerableCard>;
  links: ReadonlyMap<string, AnswerableLink>;
};

/** The cards and links of several states, each once, as the first of them has it: what the future state has removed is answered, too. */
export function listAnswerable(maps: readonly JourneyMap[]): Answerable {
  const cards = new Map<string, AnswerableCard>();
  const links = new Map<string, AnswerableLink>();
  for (const map of maps) {
    const painLanes = new Set(map.lanes.filter(({ kind }) => kind === 'painPoints').map(({ id }) => id));
    for (const card of map.cards) {
      if (card.text.trim() === '' || card.deletedAt !== undefined || cards.has(card.id)) continue;
      cards.set(card.id, { card, isPainPoint: card.kind === 'painPoint' || painLanes.has(card.pos.laneId) });
    }
    const stepOf = makeStepOf(map);
    for (const link of map.links) {
      const isLinked = link.deletedAt === undefined;
      const known = links.get(link.id);
      if (!known || (isLinked && !known.isLinked)) links.set(link.id, { link, stepId: stepOf(link), isLinked });
    }
  }
  return { cards, links };
}

/** The step that a link is about. */
function makeStepOf({ cards, transitions }: JourneyMap): (link: EvidenceLink) => string | null {
  const stepOfCard = new Map(cards.map(({ id, pos }) => [id, pos.stepId]));
  const stepOfTransition = new Map(transitions.map(({ id, from }) => [id, from]));
  return ({ target: { type, id } }) => {
    if (type === 'card') return stepOfCard.get(id) ?? null;
    return type === 'transition' ? (stepOfTransition.get(id) ?? null) : id;
  };
}

export const offerGroups = ['painHere', 'saidHere', 'pain', 'said'] as const;
export type OfferGroup = (typeof offerGroups)[number];

/** What can be answered: pain points and what customers said, that of one step (null: of none) first; without what is answered already (`isKnown`). */
export function listOffers(
  { cards, links }: Answerable,
  stepId: string | null,
  isKnown: (answer: ReasonAnswer) => boolean,
): { group: OfferGroup; answer: ReasonAnswer }[] {
  const painPoints = [...cards.values()].filter(({ isPainPoint }) => isPainPoint);
  const offers = [
    ...painPoints.map(({ card }) => ({
      group: card.pos.stepId === stepId ? ('painHere' as const) : ('pain' as const),
      answer: { type: 'card' as const, id: card.id },
    })),
    ...[...links.values()]
      .filter(({ isLinked }) => isLinked)
      .map((one) => ({
        group: one.stepId !== null && one.stepId === stepId ? ('saidHere' as const) : ('said' as const),
        answer: { type: 'link' as const, id: one.link.id },
      })),
  ];
  const rank = ({ group }: { group: OfferGroup }): number => offerGroups.indexOf(group);
  return offers.filter(({ answer }) => !isKnown(answer)).sort((a, b) => rank(a) - rank(b));
}
