import { type Collection, collections } from '@/lib/map/collections';
import type { Difference, MapDiff, QuietPlace } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';

/** So many parts are brought back at once at most. */
export const mostParts = 1_000;

export const partTypes = ['stage', 'step', 'lane', 'card'] as const;

/** A part of a map that is restored by itself, with everything on it: a stage with its steps, a step or lane with its cards, a card with what it carries. */
export type MapPart = { type: (typeof partTypes)[number]; id: string };

/** Keys of the records that belong to chosen parts, by collection. */
export type ChosenRecords = ReadonlyMap<Collection, ReadonlySet<string>>;

type Ids = ReadonlySet<string>;
type Chosen = { stages: Ids; steps: Ids; lanes: Ids; cards: Ids; transitions: Ids };

const belongs: { [C in Collection]: (record: JourneyMap[C][number], chosen: Chosen) => boolean } = {
  stages: ({ id }, { stages }) => stages.has(id),
  steps: ({ id }, { steps }) => steps.has(id),
  touchpoints: ({ pos }, { steps }) => steps.has(pos.stepId),
  departments: () => false,
  stepDepartments: ({ stepId }, { steps }) => steps.has(stepId),
  personas: () => false,
  emotions: ({ stepId }, { steps }) => steps.has(stepId),
  moments: ({ stepId }, { steps }) => steps.has(stepId),
  lanes: ({ id }, { lanes }) => lanes.has(id),
  cards: ({ id }, { cards }) => cards.has(id),
  attachments: ({ pos }, { cards }) => cards.has(pos.cardId),
  cardTags: ({ cardId }, { cards }) => cards.has(cardId),
  cardLinks: ({ pos }, { cards }) => cards.has(pos.cardId),
  transitions: ({ id }, { transitions }) => transitions.has(id),
  links: ({ target: { type, id } }, { steps, cards, transitions }) =>
    type === 'card' ? cards.has(id) : type === 'transition' ? transitions.has(id) : steps.has(id),
  reasons: () => false,
};

/** What belongs to parts, as it stands in any of the maps: what was moved into a part or out of it belongs to it. */
export function chooseRecords(maps: readonly JourneyMap[], parts: readonly MapPart[]): ChosenRecords {
  const of = (wanted: MapPart['type']): Set<string> => new Set(parts.flatMap(({ type, id }) => (type === wanted ? [id] : [])));
  const [stages, steps, lanes, cards] = [of('stage'), of('step'), of('lane'), of('card')];
  const transitions = new Set<string>();
  for (const map of maps) for (const { id, pos } of map.steps) if (stages.has(pos.stageId)) steps.add(id);
  for (const map of maps) {
    for (const { id, pos } of map.cards) if (steps.has(pos.stepId) || lanes.has(pos.laneId)) cards.add(id);
    for (const { id, from, to } of map.transitions) if (steps.has(from) || (to !== null && steps.has(to))) transitions.add(id);
  }
  const chosen: Chosen = { stages, steps, lanes, cards, transitions };
  return new Map(collections.map((collection) => [collection, keysOf(collection, maps, chosen)]));
}

function keysOf<C extends Collection>(collection: C, maps: readonly JourneyMap[], chosen: Chosen): Set<string> {
  const keys = new Set<string>();
  for (const map of maps) {
    for (const record of map[collection] as readonly JourneyMap[C][number][]) {
      if (belongs[collection](record, chosen)) keys.add(recordKey(collection, record));
    }
  }
  return keys;
}

/** The part of a difference that is about chosen records. */
export function chooseDifferences({ differences, quiet }: MapDiff, chosen: ChosenRecords): MapDiff {
  const isChosen = ({ collection, id }: Difference | QuietPlace): boolean =>
    collection !== 'meta' && (chosen.get(collection)?.has(id) ?? false);
  return { differences: differences.filter(isChosen), quiet: quiet.filter(isChosen) };
}
