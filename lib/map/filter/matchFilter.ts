import { type ArrangedMap, type ArrangedStep, cellKey } from '../arrange';
import type { Card } from '../card';
import { foldTag } from '../cardTag';
import type { Emphasis } from '../emphasis';
import { levelOfCard } from '../evidenceTally';
import type { MapFilter } from './mapFilter';

/** What a filter finds, and how much of the map that is. Cards of hidden lanes count nowhere. */
export type FilterMatch = Required<Emphasis> & {
  cards: ReadonlySet<string>;
  touchpoints: ReadonlySet<string>;
  cardCount: number;
  stepCount: number;
};

const meets = <T>(wanted: readonly T[], has: (value: T) => boolean): boolean => wanted.length === 0 || wanted.some(has);

/** Whether the step is one of the departments and channels that are asked for. */
function stepFits({ departments, channels }: MapFilter, step: ArrangedStep): boolean {
  return (
    meets(departments, (id) => step.departments.some((department) => department.id === id)) &&
    meets(channels, (channel) => step.touchpoints.some((touchpoint) => touchpoint.channel === channel))
  );
}

/**
 * What of a map a filter finds. A card is found when its step has the departments and channels, and it has the evidence level (its step's
 * where it has none of its own), kind, tag and author. A step is found when a card in it is; without kind, tag and author in question its
 * own evidence level is enough. A touchpoint is found by its own channel, and only where no card is asked for; a transition when both of
 * its ends are found. `authors`: who began a card, as far as that is known.
 */
export function matchFilter(
  map: Pick<ArrangedMap, 'steps' | 'lanes' | 'cells' | 'cardParts' | 'transitions'>,
  filter: MapFilter,
  authors: ReadonlyMap<string, string> = new Map(),
): FilterMatch {
  const { channels, evidenceLevels, kinds, tags, people } = filter;
  const asksForCards = kinds.length > 0 || tags.length > 0 || people.length > 0;
  const cardFits = (card: Card, step: ArrangedStep): boolean =>
    meets(evidenceLevels, (level) => levelOfCard(card, step) === level) &&
    meets(kinds, (kind) => card.kind === kind) &&
    meets(tags, (tag) => map.cardParts.get(card.id)?.tags.some((own) => foldTag(own) === tag) ?? false) &&
    meets(people, (actorId) => authors.get(card.id) === actorId);

  const [steps, cards, touchpoints] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let cardCount = 0;
  for (const step of map.steps) {
    const fits = stepFits(filter, step);
    const levelFits = meets(evidenceLevels, (level) => step.evidenceLevel === level);
    if (fits && levelFits && !asksForCards) {
      steps.add(step.id);
      for (const { id, channel } of step.touchpoints) if (meets(channels, (wanted) => wanted === channel)) touchpoints.add(id);
    }
    for (const lane of map.lanes) {
      for (const card of map.cells.get(cellKey(step.id, lane.id)) ?? []) {
        cardCount++;
        if (!fits || !cardFits(card, step)) continue;
        cards.add(card.id);
        steps.add(step.id);
      }
    }
  }
  const transitions = map.transitions.filter(({ from, to }) => steps.has(from) && (to === null || steps.has(to)));
  return {
    steps,
    cards,
    touchpoints,
    transitions: new Set(transitions.map(({ id }) => id)),
    cardCount,
    stepCount: map.steps.length,
  };
}
