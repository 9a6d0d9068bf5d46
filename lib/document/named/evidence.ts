import { z } from 'zod';
import { evidenceLinkSchema, linkFilterSchema, linkTargetTypes, maxLinksPerTarget } from '@/lib/map/evidenceLink';
import { changeLink, linkEvidence, unlinkEvidence } from '../operations/evidenceLinks';
import { named, namedMaker, referenceSchema, referencesSchema } from './namedOperation';

const target = z
  .strictObject({ type: z.enum(linkTargetTypes), id: referenceSchema })
  .describe('What the evidence is about. A moment goes by its step’s id, and must be marked.');
const filter = linkFilterSchema.describe('What narrows a source; what is absent narrows nothing.');
const { sourceId, responseId, column } = evidenceLinkSchema.shape;

/** Links to what customers said. */
export const evidenceOperations = [
  namedMaker(
    'linkEvidence',
    `Links evidence: all of a source, what a filter lets through, or one answer. An equal link is not made twice; one target has ${maxLinksPerTarget} at most.`,
    {
      target,
      sourceId: sourceId.describe('A source of the map’s workspace; one that is none shows nothing.'),
      filter: filter.optional(),
      responseId: responseId.describe('One answer, by its `id`; then there is no filter.'),
      column: column.describe('Of one answer: the number of the column whose words are meant.'),
    },
    (doc, { filter: narrowed, ...input }, origin) =>
      linkEvidence(doc, { ...input, ...(narrowed === undefined ? {} : { filter: narrowed }) }, origin),
  ),
  named(
    'changeLink',
    'Moves a link to another target, or gives it another filter.',
    { id: referenceSchema, target: target.optional(), filter: filter.nullable().optional().describe('Null: all of the source.') },
    (doc, { id, target: to, filter: narrowed }, origin) =>
      changeLink(doc, { id, ...(to ? { target: to } : {}), ...(narrowed === undefined ? {} : { filter: narrowed }) }, origin),
  ),
  named('unlinkEvidence', 'Takes links to evidence away.', { ids: referencesSchema }, unlinkEvidence),
];
