import type { JourneyMap } from '@/lib/map/journeyMap';
import type { WritePlace } from './lockAt';

/** A record by the name of its list on the map and its key. */
export type RecordAt = { collection: string; key: string };

type Finder = {
  stageOfStep(stepId: string): string | null;
  card(id: string): JourneyMap['cards'][number] | undefined;
};

const alive = (record: { deletedAt?: number | undefined } | undefined): boolean =>
  record !== undefined && record.deletedAt === undefined;

function finderOf(map: JourneyMap): Finder {
  const steps = new Map(map.steps.map((step) => [step.id, step.pos.stageId]));
  return {
    stageOfStep: (stepId) => steps.get(stepId) ?? null,
    card: (id) => map.cards.find((card) => card.id === id),
  };
}

function placeOfCard(find: Finder, card: JourneyMap['cards'][number] | undefined): WritePlace[] {
  return card ? [{ kind: 'card', stageId: find.stageOfStep(card.pos.stepId), laneId: card.pos.laneId }] : [];
}

/** Where a record stands on a map; nothing when it is not on it. */
export function placesOfRecord(map: JourneyMap, { collection, key }: RecordAt): WritePlace[] {
  const find = finderOf(map);
  const atStep = (stepId: string | undefined): WritePlace[] =>
    stepId === undefined ? [] : [{ kind: 'step', stageId: find.stageOfStep(stepId) }];
  switch (collection) {
    case 'cards':
      return placeOfCard(find, find.card(key));
    case 'attachments':
      return placeOfCard(find, find.card(map.attachments.find(({ id }) => id === key)?.pos.cardId ?? ''));
    case 'cardLinks':
      return placeOfCard(find, find.card(map.cardLinks.find(({ id }) => id === key)?.pos.cardId ?? ''));
    case 'cardTags':
      return placeOfCard(find, find.card(key.slice(0, key.indexOf(':'))));
    case 'steps':
      return map.steps.some(({ id }) => id === key) ? atStep(key) : [];
    case 'emotions':
    case 'stepDepartments':
      return atStep(key.slice(0, key.indexOf(':')));
    case 'moments':
      return map.moments.some(({ stepId }) => stepId === key) ? atStep(key) : [];
    case 'touchpoints':
      return atStep(map.touchpoints.find(({ id }) => id === key)?.pos.stepId);
    case 'transitions':
      return atStep(map.transitions.find(({ id }) => id === key)?.from);
    case 'stages':
      return map.stages.some(({ id }) => id === key) ? [{ kind: 'stage', stageId: key }] : [];
    case 'lanes':
      return map.lanes.some(({ id }) => id === key) ? [{ kind: 'lane', laneId: key }] : [];
    default:
      return [{ kind: 'map' }];
  }
}

/** What went with a step or lane that is gone: its cards, which then lie in the tray. */
function placesOfContent(before: JourneyMap, after: JourneyMap, { collection, key }: RecordAt): WritePlace[] {
  if (collection !== 'steps' && collection !== 'lanes') return [];
  const find = (map: JourneyMap) => map[collection].find(({ id }) => id === key);
  if (!alive(find(before)) || alive(find(after))) return [];
  const finder = finderOf(before);
  return before.cards
    .filter((card) => alive(card) && (collection === 'steps' ? card.pos.stepId : card.pos.laneId) === key)
    .flatMap((card) => placeOfCard(finder, card));
}

/** Every place that a change has to do with: where things stood before and where they stand after it, and the cards of steps and lanes that it took away. */
export function placesOfChange(before: JourneyMap, after: JourneyMap, records: readonly RecordAt[]): WritePlace[] {
  return records.flatMap((record) => [
    ...placesOfRecord(before, record),
    ...placesOfRecord(after, record),
    ...placesOfContent(before, after, record),
  ]);
}
