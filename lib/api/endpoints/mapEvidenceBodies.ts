import type { z } from 'zod';
import { categoryDimension } from '@/lib/evidence/categories/category';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import type { Score } from '@/lib/evidence/figures/score';
import type { MeasuredEmotion } from '@/lib/evidence/measuredEmotion';
import { type Since, sinceThen } from '@/lib/evidence/sinceThen';
import type { EvidenceScore } from '@/lib/evidence/targetScores';
import { linksByTarget, targetKey } from '@/lib/map/listLinks';
import type { NamedReasons } from '@/lib/sources/categories/namedReasons';
import type { QuotedAnswer } from '@/lib/sources/links/listQuotes';
import type { LinkEvidence, MapEvidence, StepEvidence } from '@/lib/sources/links/readMapEvidence';
import type { TargetFigures } from '@/lib/sources/links/readTargetFigures';
import type { Then } from '@/lib/versions/figuresThen';
import type { VersionThen } from '@/lib/versions/readFiguresThen';
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

function toSinceBody(since: Since | null): z.output<typeof linkScoreSchema>['since'] {
  if (since === null) return null;
  const { before, comparison } = since;
  return { ...toChangeBody(comparison), before: { n: before.n, ...toScore(before) } };
}

/** A score of links as it is answered. */
function toLinkScoreBody({ asked, figure, change }: EvidenceScore, since: Since | null): z.output<typeof linkScoreSchema> {
  const { scale, method } = figure;
  return {
    ...{ asked, scale, method },
    figure: toFigureBody(figure),
    change: change && {
      ...toChangeBody(change.comparison),
      before: { ...change.before, n: change.counts.before },
      after: { ...change.after, n: change.counts.after },
    },
    since: toSinceBody(since),
  };
}

/** Scores with what became of each since a version, and whether the same was linked there. `then`: null without a version. */
function withThen<Score extends EvidenceScore>(scores: readonly Score[], then: Then | null, limits: AnswerLimits) {
  const since = sinceThen(scores, then?.scores ?? [], limits);
  return {
    linkedThen: then?.linked ?? null,
    scores: scores.map((score, at) => ({ score, body: toLinkScoreBody(score, since[at] ?? null) })),
  };
}

const toAgainstBody = (against: VersionThen | null): z.output<typeof mapEvidenceSchema>['against'] =>
  against && {
    version: against.version.number,
    name: against.version.name,
    at: against.version.createdAt.toISOString(),
    isKept: against.figures !== null,
  };

/** What nothing is known of. */
const notKept: Then = { linked: 'notKept', scores: [] };

export function toEmotionBody(emotion: MeasuredEmotion | null): z.output<typeof measuredEmotionSchema> | null {
  return emotion && { n: emotion.n, ...toScore(emotion) };
}

function toLinkBody(
  { link, state, answers, quotes, scores, reasons }: LinkEvidence,
  then: Then | null,
  limits: AnswerLimits,
): z.output<typeof linkEvidenceSchema> {
  const { deletedAt: _, ...said } = link;
  const { linkedThen, scores: told } = withThen(scores, then, limits);
  return { ...said, state, answers, quotes, scores: told.map(({ body }) => body), linkedThen, reasons };
}

function toStepBody(
  { stepId, answers, quotes, scores, level, emotion, team, reasons }: StepEvidence,
  then: Then | null,
  limits: AnswerLimits,
): z.output<typeof stepEvidenceSchema> {
  const { linkedThen, scores: told } = withThen(scores, then, limits);
  return {
    ...{ stepId, answers, quotes, level, team, linkedThen, reasons },
    scores: told.map(({ score, body }) => ({
      ...body,
      months: score.months.map(({ month, figure }) => ({ month, n: figure.n, ...toScore(figure) })),
    })),
    emotion: toEmotionBody(emotion),
  };
}

/** What customers said about a map, as it is answered. `against`: the version that it is compared with. */
export function toMapEvidenceBody(
  { limits, sources, links, steps, gaps, categories }: MapEvidence,
  against: VersionThen | null = null,
): z.output<typeof mapEvidenceSchema> {
  const byTarget = linksByTarget(links.map(({ link }) => link));
  const ofStep = (stepId: string): Then | null =>
    against && (against.figures?.ofStep(stepId, byTarget.get(targetKey({ type: 'step', id: stepId })) ?? []) ?? notKept);
  return {
    against: toAgainstBody(against),
    limits,
    sources: sources.map(({ row: { id, kind, basis, name }, columns }) => ({
      id,
      kind,
      basis,
      name,
      columns: columns.map(toColumnBody),
    })),
    categories: categories.map(({ id, path }) => ({ id, path: [...path] })),
    links: links.map((link) => toLinkBody(link, against && (against.figures?.ofLink(link.link) ?? notKept), limits)),
    steps: steps.map((step) => toStepBody(step, ofStep(step.stepId), limits)),
    gaps: [...gaps],
  };
}

/** What a target had come to when a version was kept. */
function thenOf({ figures }: VersionThen, { target, links }: Pick<TargetFigures, 'target' | 'links'>): Then {
  if (figures === null) return notKept;
  return target.type === 'step' ? figures.ofStep(target.id, links) : figures.ofOther(links);
}

/** The scores of one target in detail, as they are answered. */
export function toTargetFiguresBody(
  figures: TargetFigures,
  against: VersionThen | null = null,
): z.output<typeof targetFiguresSchema> {
  const { limits, answers, quotes, emotion, splits, scores, reasons } = figures;
  const { linkedThen, scores: told } = withThen(scores, against && thenOf(against, figures), limits);
  return {
    ...{ against: toAgainstBody(against), answers, quotes, linkedThen, splits },
    reasons: reasons && toReasonsBody(reasons),
    emotion: toEmotionBody(emotion),
    scores: told.map(({ score, body }) => ({
      ...body,
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
