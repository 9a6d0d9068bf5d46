import { z } from 'zod';
import { entryChangeSchema, entrySchema, entryShape } from '@/lib/sources/entries/entryShape';
import { id, moment } from './common';
import { entryNoteSchema } from './evidence';

export const entryIdParams = z.object({
  sourceId: id,
  entryId: id.describe('The answer’s id.'),
});
export const entryFileParams = entryIdParams.extend({ fileId: id });

export const givenEntrySchema = entrySchema.meta({ id: 'GivenEvidenceEntry' });
export const givenEntryChangeSchema = entryChangeSchema
  .extend({
    seen: moment
      .nullable()
      .optional()
      .describe(entryChangeSchema.shape.seen.description ?? ''),
  })
  .meta({ id: 'EvidenceEntryChange' });

export const entrySchemaOut = z
  .object({ id: z.string(), ...entryShape, ...entryNoteSchema.shape })
  .meta({ id: 'EvidenceEntry', description: 'What somebody wrote down of a conversation, or of what they saw.' });
