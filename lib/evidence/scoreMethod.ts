import { z } from 'zod';
import { type NpsGroup, npsGroupOf } from './npsGroup';
import { goodness, type ScoreScale, scoreScaleSchema } from './scoreScale';

/**
 * How a score is reckoned from answers.
 *
 * - `nps`: promoters (9–10) less detractors (0–6), in points of −100 … +100.
 * - `share`: the percentage of answers that are good, from `from` to the good end of the scale: the “top boxes”.
 * - `mean`: the mean of the answers, on their scale.
 * - `ofMaximum`: the sum of the answers as a percentage of the most that it could be.
 */
export const scoreMethodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nps') }),
  z.object({ kind: z.literal('share'), from: z.int() }),
  z.object({ kind: z.literal('mean') }),
  z.object({ kind: z.literal('ofMaximum') }),
]);
export type ScoreMethod = Readonly<z.infer<typeof scoreMethodSchema>>;

/** The least good answer that still counts as good, unless another one is chosen. */
function usualFrom(scale: ScoreScale): number {
  const { metric, min, max, direction } = scale;
  const answers = max - min + 1;
  const boxes = answers > 7 ? Math.floor(max / 5) + 1 : metric === 'ces' && answers === 7 ? 3 : 2;
  // Of two answers only one can be good.
  const good = Math.min(boxes, answers - 1);
  return direction === 'highIsGood' ? max - good + 1 : min + good - 1;
}

/** The methods that make sense of a scale, the usual one first. Any other `from` is possible as well (`isMethodFor`). */
export function methodsOf(scale: ScoreScale): readonly [ScoreMethod, ...ScoreMethod[]] {
  const share = { kind: 'share', from: usualFrom(scale) } as const;
  const mean = { kind: 'mean' } as const;
  if (scale.metric === 'nps') return [{ kind: 'nps' }];
  if (scale.metric === 'csat') return [share, mean, { kind: 'ofMaximum' }];
  // CES 2.0 (1–7) and CES 1.0 (effort, 1 is good) are usually told as means; agreement on 1–5 as a share.
  const isAgreement = scale.max - scale.min < 6 && scale.direction === 'highIsGood';
  return isAgreement ? [share, mean] : [mean, share];
}

/** Whether a score on this scale can be reckoned so. A share of all possible answers is none. */
export function isMethodFor(scale: ScoreScale, method: ScoreMethod): boolean {
  if (!methodsOf(scale).some(({ kind }) => kind === method.kind)) return false;
  if (method.kind !== 'share') return true;
  const place = goodness(scale, method.from);
  return place > 0 && place <= 1;
}

/** A scale and the method by which its scores are reckoned: they are stored and shown with every score. */
export const reckoningSchema = z
  .object({ scale: scoreScaleSchema, method: scoreMethodSchema })
  .refine(({ scale, method }) => isMethodFor(scale, method), { path: ['method'], message: 'does not fit the scale' });
export type Reckoning = Readonly<z.infer<typeof reckoningSchema>>;

/** The same text for scores that were asked and reckoned alike. */
export function reckoningKey({ scale: { metric, min, max, direction }, method }: Reckoning): string {
  return [metric, min, max, direction, method.kind, method.kind === 'share' ? method.from : ''].join(' ');
}

/** Whether two scores were asked and reckoned alike, so that they can be compared. */
export const isSameReckoning = (a: Reckoning, b: Reckoning): boolean => reckoningKey(a) === reckoningKey(b);

const npsValues = { promoter: 100, passive: 0, detractor: -100 } as const satisfies Record<NpsGroup, number>;

/** What one answer contributes to a score. The score is the mean of these numbers, whatever the method. */
export function contributionOf({ scale, method }: Reckoning, score: number): number {
  switch (method.kind) {
    case 'nps':
      return npsValues[npsGroupOf(score)];
    case 'share':
      return goodness(scale, score) >= goodness(scale, method.from) ? 100 : 0;
    case 'mean':
      return score;
    case 'ofMaximum':
      // Where low is good, the scale is turned round first, so that more is better.
      return (100 * (scale.direction === 'highIsGood' ? score : scale.min + scale.max - score)) / scale.max;
  }
}

/** What a score is told in: points of −100 … +100, percent, or the numbers of the scale. */
export type ScoreUnit = 'points' | 'percent' | 'scale';

export function unitOf({ kind }: ScoreMethod): ScoreUnit {
  return kind === 'nps' ? 'points' : kind === 'mean' ? 'scale' : 'percent';
}

/** Whether a higher score is a better one. Only a mean goes by the direction of its scale. */
export function isMoreBetter({ scale, method }: Reckoning): boolean {
  return method.kind !== 'mean' || scale.direction === 'highIsGood';
}
