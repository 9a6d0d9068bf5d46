import { z } from 'zod';
import { linkedThen } from '@/lib/versions/figuresThen';
import { moment } from './common';
import { changeSchema, figureSchema } from './evidence';

/** The version that scores are compared with. */
export const againstSchema = z
  .object({
    version: z.number().int().min(1),
    name: z.string(),
    at: moment,
    isKept: z.boolean().describe('Whether figures are kept with it: not when nothing was linked, nor in another workspace.'),
  })
  .nullable()
  .describe('The version that `against` names; null without one.');

/** What became of a score since then. */
export const sinceSchema = changeSchema
  .extend({ before: figureSchema.omit({ distribution: true, offScale: true }).describe('As it stood in the version.') })
  .nullable()
  .describe('Since the version that `against` names. Null without one, and when there was no such score in it.');

/** Whether the same was linked then. */
export const linkedThenSchema = z
  .enum(linkedThen)
  .nullable()
  .describe(
    'Whether the same was linked in the version that `against` names; null without one. `other`: a difference may come from that. `none`: nothing was. `notKept`: the version has no figure of it.',
  );
