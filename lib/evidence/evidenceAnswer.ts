import { z } from 'zod';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { evidenceLinkSchema } from '@/lib/map/evidenceLink';
import { answerLimitsSchema, usualLimits } from './figures/answerLimits';
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

/** What became of a score since the version that is compared with. `before`: as it stood there. */
const sinceSchema = z
  .object({
    verdict: z.enum(['better', 'worse', 'withinNoise', 'tooFew', 'incomparable']),
    difference: z.number().nullable(),
    interval: interval.nullable(),
    before: z.object({ n: count }).and(scoreSchema),
  })
  .nullable()
  .default(null);

/** Whether the same was linked in the version that is compared with. */
const linkedThen = z.enum(['same', 'other', 'none', 'notKept']).nullable().default(null);

/** A score of links: what was asked, how it is reckoned, and what became of it. */
const linkScoreShape = {
  asked: z.array(z.object({ sourceId: z.string(), column: count })),
  scale: scoreScaleSchema,
  method: scoreMethodSchema,
  figure: figureSchema,
  change: changeSchema,
  since: sinceSchema,
};
const linkScoreSchema = z
  .object({
    ...linkScoreShape,
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
  linkedThen,
  reasons: reasonsSchema,
});
export type LinkAnswer = z.output<typeof linkSchema>;

const stepSchema = z.object({
  stepId: z.string(),
  answers: count,
  quotes: count,
  scores: z.array(linkScoreSchema),
  linkedThen,
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

const againstSchema = z
  .object({ version: count, name: z.string(), at: z.string(), isKept: z.boolean() })
  .nullable()
  .default(null);
/** The version that scores are compared with. `isKept`: whether figures are kept with it. */
export type Against = NonNullable<z.output<typeof againstSchema>>;

/** What customers said about a map, as the server answers it. */
export const evidenceAnswerSchema = z.object({
  against: againstSchema,
  limits: answerLimitsSchema.default(usualLimits),
  sources: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })),
  categories: z.array(z.object({ id: z.string(), path: z.array(z.string()) })).default([]),
  links: z.array(linkSchema),
  steps: z.array(stepSchema),
  gaps: z.array(z.object({ stepId: z.string(), team: z.number(), customers: z.number(), gap: z.number(), isClear: z.boolean() })),
});
export type EvidenceAnswer = z.output<typeof evidenceAnswerSchema>;

const groupSchema = z.object({ value: z.string().nullable(), figure: figureSchema });

/** The scores of one thing on a map in detail, as the server answers them. */
export const targetFiguresAnswerSchema = z.object({
  answers: count,
  quotes: count,
  linkedThen,
  reasons: z
    .object({
      answers: count,
      uncategorised: count,
      months: z.array(z.object({ month: z.string(), answers: count, uncategorised: count })),
      categories: z.array(
        z.object({
          ...{ categoryId: z.string(), parentId: z.string().nullable(), level: count, path: z.array(z.string()) },
          ...{ own: count, total: count, months: z.array(z.object({ month: z.string(), answers: count })) },
        }),
      ),
    })
    .nullable(),
  splits: z.array(z.string()),
  scores: z.array(
    z
      .object({
        ...linkScoreShape,
        trend: z.array(z.object({ month: z.string(), figure: figureSchema })),
        groups: z.array(groupSchema),
      })
      .transform(({ scale, method, figure, trend, groups, ...rest }) => {
        const reckoned = <Known>(known: Known) => ({ ...known, scale, method });
        return {
          ...rest,
          figure: reckoned(figure) satisfies Figure,
          months: trend.map(({ month, figure: { distribution: _, offScale: __, ...score } }) => ({ month, ...score })),
          groups: groups.map(({ value, figure: own }) => ({ value, figure: reckoned(own) satisfies Figure })),
        };
      }),
  ),
});
export type TargetFiguresAnswer = z.output<typeof targetFiguresAnswerSchema>;
/** A score with those of its groups. */
export type DetailedScore = TargetFiguresAnswer['scores'][number];
