import type { Collection } from '../collections';
import type { JourneyMap } from '../journeyMap';
import type { AnyRecord } from './mapDiff';

type ParentsOf = { [C in Collection]: (record: JourneyMap[C][number]) => string[] };

const parents: ParentsOf = {
  stages: () => [],
  steps: ({ pos }) => [`stage ${pos.stageId}`],
  touchpoints: ({ pos }) => [`step ${pos.stepId}`],
  departments: () => [],
  stepDepartments: ({ stepId, departmentId }) => [`step ${stepId}`, `department ${departmentId}`],
  personas: () => [],
  emotions: ({ stepId, personaId }) => [`step ${stepId}`, `persona ${personaId}`],
  moments: ({ stepId }) => [`step ${stepId}`],
  lanes: () => [],
  cards: ({ pos }) => [`step ${pos.stepId}`, `lane ${pos.laneId}`],
  attachments: ({ pos }) => [`card ${pos.cardId}`],
  cardTags: ({ cardId }) => [`card ${cardId}`],
  cardLinks: ({ pos }) => [`card ${pos.cardId}`],
  transitions: ({ from, to }) => [`step ${from}`, ...(to === null ? [] : [`step ${to}`])],
  links: ({ target: { type, id } }) => [`${type} ${id}`, ...(type === 'moment' ? [`step ${id}`] : [])],
  // They stay when what they are about is gone.
  reasons: () => [],
};

/** What a record stands in or hangs on, as name and id (`step …`). */
export function parentsOf(collection: Collection, record: AnyRecord): string[] {
  // Each collection's records are of its own kind.
  return parents[collection](record as never);
}
