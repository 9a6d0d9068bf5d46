import type { Collection } from './collections';
import type { JourneyMap } from './journeyMap';

const keyOf: { [C in Collection]: (record: JourneyMap[C][number]) => string } = {
  stages: ({ id }) => id,
  steps: ({ id }) => id,
  touchpoints: ({ id }) => id,
  departments: ({ id }) => id,
  stepDepartments: ({ stepId, departmentId }) => `${stepId}:${departmentId}`,
  personas: ({ id }) => id,
  emotions: ({ stepId, personaId }) => `${stepId}:${personaId}`,
  moments: ({ stepId }) => stepId,
  lanes: ({ id }) => id,
  cards: ({ id }) => id,
  attachments: ({ id }) => id,
  cardTags: ({ cardId, tag }) => `${cardId}:${tag}`,
  cardLinks: ({ id }) => id,
  transitions: ({ id }) => id,
  links: ({ id }) => id,
  reasons: ({ id }) => id,
};

/** The key under which a record of a map is stored. */
export function recordKey<C extends Collection>(collection: C, record: JourneyMap[C][number]): string {
  return keyOf[collection](record);
}
