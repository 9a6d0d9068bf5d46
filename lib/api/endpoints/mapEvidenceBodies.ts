import type { z } from 'zod';
import { categoryDimension } from '@/lib/evidence/categories/category';
import type { Score } from '@/lib/evidence/figures/score';
import type { MeasuredEmotion } from '@/lib/evidence/measuredEmotion';
import type { EvidenceScore } from '@/lib/evidence/targetScores';
import type { NamedReasons } from '@/lib/sources/categories/namedReasons';
import type { QuotedAnswer } from '@/lib/sources/links/listQuotes';
import type { LinkEvidence, MapEvidence, StepEvidence } from '@/lib/sources/links/readMapEvidence';
import type { TargetFigures } from '@/lib/sources/links/readTargetFigures';
import type { reasonsSchema } from '../schemas/categories';
import type {
  linkEvidenceSchema,
  linkScoreSchema,
  mapEvidenceSchema,
  measuredEmotionSchema,
  quoteSchema,
  stepEvidenceSchema,
  targetFiguresSchema,
} from '../schemas/mapEvidence';
import { toChangeBody, toColumnBody, toFigureBody } from './sourceBodies';

const toScore = (known: Score) =>
  known.standing === 'tooFew'
    ? { standing: known.standing, score: null, interval: null }
    : { standing: known.standing, score: known.score, interval: known.interval };

/** A score of links as it is answered. */
export function toLinkScoreBody({ asked, figure, change }: EvidenceScore): z.output<typeof linkScoreSchema> {
  const { scale, method } = figure;
  return {
    ...{ asked, scale, method },
    figure: toFigureBody(figure),
    change: change && {
      ...toChangeBody(change.comparison),
      before: { ...change.before, n: change.counts.before },
      after: { ...change.after, n: change.counts.after },
    },
  };
}

export function toEmotionBody(emotion: MeasuredEmotion | null): z.output<typeof measuredEmotionSchema> | null {
  return emotion && { n: emotion.n, ...toScore(emotion) };
}

function toLinkBody({ link, state, answers, quotes, scores, reasons }: LinkEvidence): z.output<typeof linkEvidenceSchema> {
  const { deletedAt: _, ...said } = link;
  return { ...said, state, answers, quotes, scores: scores.map(toLinkScoreBody), reasons };
}

function toStepBody({
  stepId,
  answers,
  quotes,
  scores,
  level,
  emotion,
  team,
  reasons,
}: StepEvidence): z.output<typeof stepEvidenceSchema> {
  return {
    ...{ stepId, answers, quotes, level, team, reasons },
    scores: scores.map((score) => ({
      ...toLinkScoreBody(score),
      months: score.months.map(({ month, figure }) => ({ month, n: figure.n, ...toScore(figure) })),
    })),
    emotion: toEmotionBody(emotion),
  };
}

/** What customers said about a map, as it is answered. */
export function toMapEvidenceBody({ sources, links, steps, gaps, categories }: MapEvidence): z.output<typeof mapEvidenceSchema> {
  return {
    sources: sources.map(({ row: { id, kind, basis, name }, columns }) => ({
      id,
      kind,
      basis,
      name,
      columns: columns.map(toColumnBody),
    })),
    categories: categories.map(({ id, path }) => ({ id, path: [...path] })),
    links: links.map(toLinkBody),
    steps: steps.map(toStepBody),
    gaps: [...gaps],
  };
}

/** The scores of one target in detail, as they are answered. */
export function toTargetFiguresBody(figures: TargetFigures): z.output<typeof targetFiguresSchema> {
  const { answers, quotes, emotion, splits, scores, reasons } = figures;
  return {
    ...{ answers, quotes, splits },
    reasons: reasons && toReasonsBody(reasons),
    emotion: toEmotionBody(emotion),
    scores: scores.map((score) => ({
      ...toLinkScoreBody(score),
      trend: score.trend.map(({ month, figure, change }) => ({
        ...{ month, figure: toFigureBody(figure) },
        change: change && toChangeBody(change),
      })),
      groups: score.groups.map(({ value, figure }) => ({ value, figure: toFigureBody(figure) })),
    })),
  };
}

/** Contact reasons as they are answered. */
export const toReasonsBody = ({ months, categories, ...reasons }: NamedReasons): z.output<typeof reasonsSchema> => ({
  ...reasons,
  months: [...months],
  categories: categories.map(({ path, ...category }) => ({ ...category, path: [...path] })),
});

/** A quote as it is answered. */
export function toQuoteBody({ sourceId, answer, dimensions, texts }: QuotedAnswer): z.output<typeof quoteSchema> {
  const { fingerprint, at, day } = answer;
  const { [categoryDimension]: _, ...others } = dimensions;
  return {
    sourceId,
    responseId: fingerprint,
    at: at?.toISOString() ?? null,
    day: day || null,
    dimensions: others,
    texts,
  };
}
