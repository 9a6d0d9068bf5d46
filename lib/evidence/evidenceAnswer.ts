import { z } from 'zod';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { evidenceLinkSchema } from '@/lib/map/evidenceLink';
import type { Figure } from './figures/figure';
import { scoreMethodSchema } from './scoreMethod';
import { metrics, scoreScaleSchema } from './scoreScale';

// What the server answers about a map's evidence, as pages read it. The API's own description of it has more in it than a page needs.

const count = z.int().min(0);
const interval = z.object({ lower: z.number(), upper: z.number() });

const known = { standing: z.enum(['tentative', 'firm']), score: z.number(), interval };
const scoreSchema = z.discriminatedUnion('standing', [
  z.object({ standing: z.literal('tooFew') }),
  z.object({ ...known, standing: z.literal('tentative') }),
  z.object({ ...known, standing: z.literal('firm') }),
]);

const figureSchema = z
  .object({ n: count, offScale: count, distribution: z.array(z.object({ score: z.number(), count })) })
  .and(scoreSchema);

const periodSchema = z.object({ from: z.string(), to: z.string(), n: count });

const changeSchema = z
  .object({
    verdict: z.enum(['better', 'worse', 'withinNoise', 'tooFew', 'incomparable']),
    difference: z.number().nullable(),
    interval: interval.nullable(),
    before: periodSchema,
    after: periodSchema,
  })
  .nullable();
export type Change = NonNullable<z.output<typeof changeSchema>>;

/** A score of links: what was asked, how it is reckoned, and what became of it. */
const linkScoreSchema = z
  .object({
    asked: z.array(z.object({ sourceId: z.string(), column: count })),
    scale: scoreScaleSchema,
    method: scoreMethodSchema,
    figure: figureSchema,
    change: changeSchema,
    months: z.array(z.object({ month: z.string(), n: count }).and(scoreSchema)).default([]),
  })
  .transform(({ scale, method, figure, ...rest }) => ({ ...rest, figure: { ...figure, scale, method } satisfies Figure }));
export type LinkScore = z.output<typeof linkScoreSchema>;

const { id, target, sourceId, filter, responseId, column } = evidenceLinkSchema.shape;
export const linkStates = ['found', 'searching', 'noSource', 'erased', 'noCategory', 'notUnderstood'] as const;

const reasonsSchema = z
  .object({
    answers: count,
    uncategorised: count,
    top: z.array(z.object({ categoryId: z.string(), answers: count })),
  })
  .nullable()
  .default(null);
/** For which reasons customers got in touch, the most frequent first. */
export type TopReasons = NonNullable<z.output<typeof reasonsSchema>>;

const linkSchema = z.object({
  ...{ id, target, sourceId, filter, responseId, column },
  state: z.enum(linkStates),
  answers: count,
  quotes: count,
  scores: z.array(linkScoreSchema),
  reasons: reasonsSchema,
});
export type LinkAnswer = z.output<typeof linkSchema>;

const stepSchema = z.object({
  stepId: z.string(),
  answers: count,
  quotes: count,
  scores: z.array(linkScoreSchema),
  reasons: reasonsSchema,
  level: z.object({
    own: evidenceLevelSchema,
    level: evidenceLevelSchema,
    reason: z.union([
      z.object({ kind: z.enum(['measured', 'fewAnswers']), metric: z.enum(metrics), n: count, needed: count }),
      z.object({ kind: z.literal('noScores') }),
    ]),
  }),
  emotion: z.object({ n: count }).and(scoreSchema).nullable(),
  team: z.number().nullable(),
});
export type StepAnswer = z.output<typeof stepSchema>;

/** What customers said about a map, as the server answers it. */
export const evidenceAnswerSchema = z.object({
  sources: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })),
  categories: z.array(z.object({ id: z.string(), path: z.array(z.string()) })).default([]),
  links: z.array(linkSchema),
  steps: z.array(stepSchema),
  gaps: z.array(z.object({ stepId: z.string(), team: z.number(), customers: z.number(), gap: z.number(), isClear: z.boolean() })),
});
export type EvidenceAnswer = z.output<typeof evidenceAnswerSchema>;
