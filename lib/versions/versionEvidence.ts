import { z } from 'zod';
import { usualLimits } from '@/lib/evidence/figures/answerLimits';
import type { Comparison } from '@/lib/evidence/figures/compareFigures';
import { type Figure, underLimits } from '@/lib/evidence/figures/figure';
import type { MeasuredEmotion } from '@/lib/evidence/measuredEmotion';

/** A score as it stood. `asked`: by which questions of which sources; `change`: against the period before. */
export type VersionScore = { asked: { sourceId: string; column: number }[]; figure: Figure; change: Comparison | null };

/** What a link, or a step by all its links, came to. */
export type VersionSum = { answers: number; quotes: number; scores: VersionScore[]; emotion: MeasuredEmotion | null };

/**
 * What customers said about a map, as it stood when a version of it was kept: sums and references only. No answer, no word of one, and of
 * a score of too few answers not even how they lie: what a person's answers are erased from must not be kept here.
 */
export type VersionEvidence = {
  /** Sources by what they were called then. */
  sources: { id: string; name: string }[];
  links: ({ linkId: string } & VersionSum)[];
  steps: ({ stepId: string; isMeasured: boolean } & VersionSum)[];
};

type Sum = Omit<VersionSum, 'scores'> & {
  scores: readonly {
    asked: VersionScore['asked'];
    figure: Figure;
    change: { counts: { before: number; after: number }; comparison: Comparison } | null;
  }[];
};

const isFew = (n: number): boolean => n < usualLimits.score;

/** Whatever number of answers is enough for a workspace: sums of fewer than usual say what single people said, and would go on saying so when those are erased. */
const keptFigure = (figure: Figure): Figure =>
  figure.standing === 'tooFew' || isFew(figure.n) ? underLimits(figure, usualLimits) : figure;
const keptEmotion = (emotion: MeasuredEmotion | null): MeasuredEmotion | null =>
  emotion && isFew(emotion.n) ? { n: emotion.n, standing: 'tooFew' } : emotion;

const toSum = ({ answers, quotes, scores, emotion }: Sum): VersionSum => ({
  ...{ answers, quotes, emotion: keptEmotion(emotion) },
  scores: scores.map(({ asked, figure, change }) => ({
    asked,
    figure: keptFigure(figure),
    change: change && (isFew(Math.min(change.counts.before, change.counts.after)) ? { verdict: 'tooFew' } : change.comparison),
  })),
});

/** The figures of a map's evidence for a version of it. Null when there are none. */
export function toVersionEvidence(found: {
  sources: readonly { row: { id: string; name: string } }[];
  links: readonly ({ link: { id: string } } & Sum)[];
  steps: readonly ({ stepId: string; level: { reason: { kind: string } } } & Sum)[];
}): VersionEvidence | null {
  if (found.links.length === 0) return null;
  return {
    sources: found.sources.map(({ row: { id, name } }) => ({ id, name })),
    links: found.links.map(({ link, ...sum }) => ({ linkId: link.id, ...toSum(sum) })),
    steps: found.steps.map(({ stepId, level, ...sum }) => ({
      ...{ stepId, isMeasured: level.reason.kind === 'measured' },
      ...toSum(sum),
    })),
  };
}

const sum = {
  answers: z.number(),
  quotes: z.number(),
  scores: z.array(z.custom<VersionScore>((value) => typeof value === 'object' && value !== null && 'figure' in value)),
  emotion: z.custom<MeasuredEmotion>((value) => typeof value === 'object' && value !== null).nullable(),
};

/** Reads what was stored, which the program itself wrote. Throws for anything else. */
export const versionEvidenceSchema: z.ZodType<VersionEvidence> = z.object({
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
  links: z.array(z.object({ linkId: z.string(), ...sum })),
  steps: z.array(z.object({ stepId: z.string(), isMeasured: z.boolean(), ...sum })),
});
