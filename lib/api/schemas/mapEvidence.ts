import { z } from 'zod';
import { scoreMethodSchema } from '@/lib/evidence/scoreMethod';
import { metrics } from '@/lib/evidence/scoreScale';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { evidenceLinkSchema } from '@/lib/map/evidenceLink';
import { linkStates } from '@/lib/sources/links/linkedSources';
import { reasonsSchema, topReasonsSchema } from './categories';
import { id, moment } from './common';
import {
  changeSchema,
  evidenceColumnSchema,
  figureSchema,
  intervalSchema,
  limitsSchema,
  scaleSchema,
  sourceSchema,
} from './evidence';
import { againstSchema, linkedThenSchema, sinceSchema } from './sinceVersion';

const count = z.number().int().min(0);
const day = z.string().describe('YYYY-MM-DD');

const periodSchema = z.object({ from: day, to: day, n: count.describe('Answers of this period.') });

const score = {
  asked: z
    .array(z.object({ sourceId: id, column: count }))
    .describe(
      'Which questions it is of. Those of several sources are told as one when they are reckoned alike; two of one source never are.',
    ),
  scale: scaleSchema,
  method: scoreMethodSchema,
  figure: figureSchema,
  change: changeSchema
    .extend({ before: periodSchema, after: periodSchema })
    .nullable()
    .describe(
      'Since the period before. Null when nothing is dated, when links name different periods, or when nobody answered in either.',
    ),
  since: sinceSchema,
};

const standing = figureSchema.shape.standing;

/** A score of a link or step. */
export const linkScoreSchema = z.object(score).meta({ id: 'LinkScore', description: 'A score of linked answers.' });

export const stepScoreSchema = z
  .object({
    ...score,
    months: z
      .array(
        z.object({ month: z.string(), n: count, standing, score: z.number().nullable(), interval: intervalSchema.nullable() }),
      )
      .describe('The last 24 months in which somebody answered, oldest first.'),
  })
  .meta({ id: 'StepScore' });

export const measuredEmotionSchema = z
  .object({ n: count, standing, score: z.number().nullable(), interval: intervalSchema.nullable() })
  .meta({ id: 'MeasuredEmotion', description: 'What customers feel, −2 … +2, by one question of each source.' });

const sums = {
  answers: count.describe('How many answers are meant, whatever they say.'),
  quotes: count.describe('How many texts customers wrote in them.'),
};

const { target, sourceId, filter, responseId, column } = evidenceLinkSchema.shape;

export const linkEvidenceSchema = z
  .object({
    ...{ id, target, sourceId, filter, responseId, column },
    state: z
      .enum(linkStates)
      .describe(
        '`searching`: its words are not looked for everywhere yet. `noSource`: the workspace has no such source (any more). `erased`: the one answer is gone. `noCategory`: the category that it asks for was deleted. `notUnderstood`: a later version wrote the filter; nothing is told.',
      ),
    ...sums,
    scores: z.array(linkScoreSchema),
    linkedThen: linkedThenSchema,
    reasons: topReasonsSchema,
  })
  .meta({ id: 'LinkEvidence', description: 'A link to evidence, and what it comes to.' });

export const stepEvidenceSchema = z
  .object({
    stepId: id,
    ...sums,
    scores: z.array(stepScoreSchema),
    linkedThen: linkedThenSchema,
    reasons: topReasonsSchema,
    level: z.object({
      own: evidenceLevelSchema.describe('As a person set it.'),
      level: evidenceLevelSchema.describe(
        'As it is shown: a firm score raises it to `measured`, never above, and takes nothing away.',
      ),
      reason: z.union([
        z.object({ kind: z.enum(['measured', 'fewAnswers']), metric: z.enum(metrics), n: count, needed: count }),
        z.object({ kind: z.literal('noScores') }),
      ]),
    }),
    emotion: measuredEmotionSchema.nullable(),
    team: z.number().nullable().describe('What the main persona feels there.'),
  })
  .meta({
    id: 'StepEvidence',
    description:
      'A step with the links to itself: each answer counts once. What is linked to its cards or its moment counts there.',
  });

export const mapEvidenceSchema = z
  .object({
    against: againstSchema,
    limits: limitsSchema,
    sources: z.array(
      sourceSchema.pick({ id: true, kind: true, basis: true, name: true }).extend({ columns: z.array(evidenceColumnSchema) }),
    ),
    categories: z
      .array(z.object({ id, path: z.array(z.string()) }))
      .describe('The categories that filters and reasons name, each behind those above it.'),
    links: z.array(linkEvidenceSchema),
    steps: z.array(stepEvidenceSchema),
    gaps: z
      .array(z.object({ stepId: id, team: z.number(), customers: z.number(), gap: z.number(), isClear: z.boolean() }))
      .describe('Where customers feel otherwise than the team thinks, the largest first. `isClear`: it is no chance.'),
  })
  .meta({ id: 'MapEvidence' });

const group = z.object({ value: z.string().nullable(), figure: figureSchema });

export const targetFiguresSchema = z
  .object({
    against: againstSchema,
    ...sums,
    linkedThen: linkedThenSchema,
    emotion: measuredEmotionSchema.nullable(),
    reasons: reasonsSchema.nullable().describe('Of tickets and complaints: for which reasons customers got in touch.'),
    splits: z.array(z.string()).describe('Dimensions by which the scores can be split.'),
    scores: z.array(
      z.object({
        ...score,
        trend: z.array(z.object({ month: z.string(), figure: figureSchema, change: changeSchema.nullable() })),
        groups: z.array(group).describe('When `split` names a dimension; the largest first.'),
      }),
    ),
  })
  .meta({ id: 'TargetFigures' });

export const quoteSchema = z
  .object({
    sourceId: id,
    responseId: z.string().describe('The answer, by which it can be linked.'),
    at: moment.nullable(),
    day: z.string().nullable(),
    dimensions: z.record(z.string(), z.string()),
    texts: z.array(z.object({ column: count, text: z.string(), linkIds: z.array(id).describe('By which links it is shown.') })),
  })
  .meta({ id: 'EvidenceQuote', description: 'What one customer wrote in one answer.' });

export const suggestionSchema = z
  .object({
    stepId: id,
    filter: z.object({ touchpoint: z.string().optional(), channel: z.string().optional() }).describe('What would be linked.'),
    answers: count.describe('How many answers that means now.'),
    score: z.number().min(0).max(1).describe('How sure it is.'),
    reason: z.object({
      kind: z
        .enum(['touchpoint', 'title', 'channel'])
        .describe('A touchpoint of the step is called so; its title says it; it has a touchpoint of this channel.'),
      said: z.string().describe('What the map says.'),
      words: z.array(z.object({ source: z.string(), map: z.string() })).describe('Which words of both belong together.'),
    }),
  })
  .meta({ id: 'LinkSuggestion', description: 'A link that a person may make: nothing is linked by it.' });

const targets = '`step:`, `card:`, `transition:`, `moment:` or `link:` and an id';

/** A target, or one link, as a parameter. */
export const figuresTarget = z
  .string()
  .regex(/^(step|card|transition|moment|link):[0-9A-Za-z_-]{1,64}$/)
  .describe(`${targets}.`);
export const quotesTarget = z
  .string()
  .regex(/^(answers|(step|card|transition|moment|link):[0-9A-Za-z_-]{1,64})$/)
  .describe(`${targets}; \`answers\`: all links to single answers. A step’s are also those of its cards and its moment.`);
