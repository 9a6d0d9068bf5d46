import { z } from 'zod';
import { attachmentSchema } from './attachment';
import { type Card, cardSchema } from './card';
import { cardLinkSchema } from './cardLink';
import { cardTagSchema } from './cardTag';
import { departmentSchema, stepDepartmentSchema } from './department';
import { emotionSchema } from './emotion';
import { evidenceLinkSchema } from './evidenceLink';
import { laneSchema } from './lane';
import { metaSchema } from './meta';
import { momentSchema } from './moment';
import { personaSchema } from './persona';
import { reasonSchema } from './reason';
import { stageSchema } from './stage';
import { stepSchema } from './step';
import { touchpointSchema } from './touchpoint';
import { transitionSchema } from './transition';

/**
 * One customer type's way through one scenario, as flat records: the canonical JSON of a map.
 * Arrays are sorted by id (keyed records by their key), deleted records included; lib/map/arrange.ts makes the visible order of it.
 */
export const journeyMapSchema = z.object({
  meta: metaSchema,
  stages: z.array(stageSchema),
  steps: z.array(stepSchema),
  touchpoints: z.array(touchpointSchema),
  departments: z.array(departmentSchema),
  stepDepartments: z.array(stepDepartmentSchema),
  personas: z.array(personaSchema),
  emotions: z.array(emotionSchema),
  moments: z.array(momentSchema),
  lanes: z.array(laneSchema),
  cards: z.array(cardSchema),
  // Younger than the rest: files of earlier releases have none.
  attachments: z.array(attachmentSchema).default([]),
  cardTags: z.array(cardTagSchema).default([]),
  cardLinks: z.array(cardLinkSchema).default([]),
  transitions: z.array(transitionSchema),
  links: z.array(evidenceLinkSchema),
  reasons: z.array(reasonSchema).default([]),
});

/** As a document holds it: with the marks of silent rounds, which files do not have. */
export type JourneyMap = Omit<z.infer<typeof journeyMapSchema>, 'cards'> & { cards: Card[] };

/** A map without any record. */
export function emptyMap(): JourneyMap {
  return {
    meta: metaSchema.parse({}),
    stages: [],
    steps: [],
    touchpoints: [],
    departments: [],
    stepDepartments: [],
    personas: [],
    emotions: [],
    moments: [],
    lanes: [],
    cards: [],
    attachments: [],
    cardTags: [],
    cardLinks: [],
    transitions: [],
    links: [],
    reasons: [],
  };
}
