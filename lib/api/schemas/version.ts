import { z } from 'zod';
import { scoreMethodSchema } from '@/lib/evidence/scoreMethod';
import { versionKinds } from '@/lib/versions/versionKind';
import { id, mapIdParams, moment } from './common';
import { changeSchema, figureSchema, scaleSchema } from './evidence';
import { measuredEmotionSchema } from './mapEvidence';

const count = z.number().int().min(0);

/** The number of a version in a path or a query. */
export const versionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

export const versionParams = mapIdParams.extend({ number: versionNumber.describe('The version’s number on its map.') });

export const versionSchema = z
  .object({
    number: z
      .number()
      .int()
      .describe('1, 2, 3 … on its map. A number is given once: where versions were deleted or thinned out, some are missing.'),
    kind: z
      .enum(versionKinds)
      .describe(
        '`manual`: somebody wanted it. `beforeRestore`: the map as it was before another version was brought back. `workshop`: a workshop ended. `automatic`: the map was quiet after a change; of these, and of `beforeRestore`, age leaves one a day, and after a month one a week.',
      ),
    name: z.string().describe('May be empty.'),
    note: z.string(),
    by: z
      .object({ id: z.string(), name: z.string().nullable() })
      .nullable()
      .describe('Who made it; null for `automatic` ones. The name is null when nobody knows it any more.'),
    at: moment,
    seq: count.describe('How far in the map’s log: it holds at least everything up to this number.'),
    title: z.string().describe('What the map was called.'),
    stageCount: count,
    stepCount: count,
    cardCount: count,
    contentHash: z
      .string()
      .describe('SHA-256 (hex) of the content’s canonical JSON: versions with the same content have the same.'),
    size: count.describe('Bytes that are stored for it. Equal content is stored once.'),
    signOff: z
      .object({
        status: z.enum(['open', 'signed']).describe('`open`: it is up for sign-off. `signed`: it is a baseline.'),
        signed: count.describe('How many people have signed.'),
        asked: count.describe('How many are asked.'),
        signedAt: moment.nullable().describe('Since when it is a baseline.'),
      })
      .nullable()
      .describe('Null for one that nobody put up for sign-off, or that was withdrawn.'),
  })
  .meta({ id: 'Version', description: 'A map as it was at a moment. It never changes.' });

const sums = {
  answers: count.describe('How many answers were meant, whatever they said.'),
  quotes: count.describe('How many texts customers had written in them.'),
  scores: z.array(
    z.object({
      asked: z.array(z.object({ sourceId: id, column: count })),
      scale: scaleSchema,
      method: scoreMethodSchema,
      figure: figureSchema.describe('Of too few answers without their distribution.'),
      change: changeSchema.nullable().describe('Against the period before, as it was then.'),
    }),
  ),
  emotion: measuredEmotionSchema.nullable(),
};

export const versionEvidenceSchema = z
  .object({
    sources: z.array(z.object({ id, name: z.string() })).describe('By what they were called then.'),
    links: z.array(z.object({ linkId: id, ...sums })),
    steps: z.array(
      z.object({
        stepId: id,
        isMeasured: z.boolean().describe('Whether its scores were firm enough for the level `measured`.'),
        ...sums,
      }),
    ),
  })
  .meta({
    id: 'VersionEvidence',
    description: 'What customers had said about the map, as sums: no answer is in it, and no word of one.',
  });
