import type { JourneyMap } from '@/lib/map/journeyMap';
import { type Collection, pairKey } from './schema';

const keyOf: { [C in Collection]: (record: JourneyMap[C][number]) => string } = {
  stages: ({ id }) => id,
  steps: ({ id }) => id,
  touchpoints: ({ id }) => id,
  departments: ({ id }) => id,
  stepDepartments: ({ stepId, departmentId }) => pairKey(stepId, departmentId),
  personas: ({ id }) => id,
  emotions: ({ stepId, personaId }) => pairKey(stepId, personaId),
  moments: ({ stepId }) => stepId,
  lanes: ({ id }) => id,
  cards: ({ id }) => id,
  attachments: ({ id }) => id,
  cardTags: ({ cardId, tag }) => pairKey(cardId, tag),
  cardLinks: ({ id }) => id,
  transitions: ({ id }) => id,
  links: ({ id }) => id,
};

/** The key under which a record of a map is stored. */
export function recordKey<C extends Collection>(collection: C, record: JourneyMap[C][number]): string {
  return keyOf[collection](record);
}
