import { z } from 'zod';
import { mostParts, partTypes } from '@/lib/document/restore/parts';
import { collections } from '@/lib/map/collections';
import { pairsPattern } from '@/lib/map/compare/matching/matching';
import { type ComparedSide, comparedSidePattern, readComparedSide } from '@/lib/versions/comparedSide';
import { id } from './common';

/** Pairs made by hand, as `parsePairs` reads them. */
export const pairsSchema = z.string().max(8_000).regex(pairsPattern);

const side = z.string().regex(comparedSidePattern);

export const comparisonQuery = z.object({
  from: side.describe(
    'The number of a version, `live`: the map as it is now, or, of a future state, `baseline`: what was on the version that it starts from, as that is kept whatever becomes of the version. Of another map with its id before it: `MAPID@3`, `MAPID@live`.',
  ),
  to: side.default('live').describe('The same, for the other side.'),
  pairs: pairsSchema
    .optional()
    .describe(
      'What is the same of both by somebody’s own judgement: `steps:ID:ID,cards:ID:ID`, first the id on the earlier map. Without a second id: nothing is the same as this one. For stages, steps, lanes, cards, personas and departments.',
    ),
});

/** A side that the schema let through. */
export function toComparedSide(text: string): ComparedSide {
  const read = readComparedSide(text);
  if (read === null) throw new Error('A side of a comparison that the schema let through cannot be read.');
  return read;
}

const recordId = z
  .string()
  .describe(
    'The record’s id; for a pair `stepId:personaId` (emotions), `stepId:departmentId` or `cardId:tag`; a moment goes by its step; empty for `meta`.',
  );

const standing = z.object({
  place: z
    .object({
      order: z.string(),
      stageId: id.optional(),
      stepId: id.optional(),
      laneId: id.optional(),
      cardId: id.optional(),
    })
    .describe('The list that it stands in, and its order there.'),
  unplaced: z
    .boolean()
    .describe('Whether what the place names is not on the map: in the tray, or among the steps without a stage.'),
});

const field = z.object({
  field: z.string(),
  before: z.unknown().optional().describe('Absent: it was not said.'),
  after: z.unknown().optional().describe('Absent: it is not said.'),
  words: z
    .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
    .optional()
    .describe('Of texts: both as one, word by word.'),
});

export const differenceSchema = z
  .object({
    kind: z
      .enum(['added', 'removed', 'changed', 'moved'])
      .describe(
        'Something that is changed and moved has two differences. Moved is what stands in another list, or elsewhere among those that stayed.',
      ),
    collection: z.enum([...collections, 'meta']),
    id: recordId,
    record: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Of what was added or removed: the record, as in the document.'),
    mergedInto: id.optional().describe('Of a removed step or stage: the one that it became part of.'),
    fields: z.array(field).optional().describe('Of what is changed.'),
    from: standing.optional().describe('Of what is moved.'),
    to: standing.optional(),
  })
  .meta({ id: 'Difference' });

const sentenceSchema = z
  .object({
    text: z.string(),
    targets: z
      .array(z.object({ collection: z.enum(collections), id: recordId, side: z.enum(['before', 'after']) }))
      .describe('What it is about, and on which side that stands.'),
  })
  .meta({ id: 'DifferenceSentence' });

export const comparisonSchema = z
  .object({
    summary: z
      .array(sentenceSchema)
      .describe(
        'Sentences in the language of Accept-Language, most important first: moments, steps, pain points, feelings, the rest.',
      ),
    matching: z
      .enum(['ids', 'suggested'])
      .describe('`suggested`: the two have no beginning in common; what is the same is guessed by words, order and kind.'),
    matched: z
      .array(z.object({ collection: z.string(), before: id, after: id }))
      .describe('Records of the earlier map that go by other ids here: those of the later one that they are the same as.'),
    differences: z
      .array(differenceSchema)
      .describe('Every single difference, the title block first, then collection by collection.'),
  })
  .meta({
    id: 'Comparison',
    description:
      'What lies between two states of a map, or of two maps. Matched by id, or by suggestion where they have no beginning in common; what was deleted is not there.',
  });

export const restorePartsSchema = z
  .strictObject({
    parts: z
      .array(z.strictObject({ type: z.enum(partTypes), id }))
      .min(1)
      .max(mostParts)
      .optional()
      .describe(
        'Only these, each with everything on it; absent: the whole map. What a part stands in does not come with it: a card whose step or lane is gone comes among the unplaced cards, a step whose stage is gone among those without one.',
      ),
  })
  .meta({ id: 'RestoreVersion' });
