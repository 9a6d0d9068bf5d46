import { z } from 'zod';

/** What was asked: would you recommend us (NPS), were you satisfied (CSAT), how easy was it (CES). */
export const metrics = ['nps', 'csat', 'ces'] as const;
export type Metric = (typeof metrics)[number];

/** Which end of a scale is the good one. */
export const directions = ['highIsGood', 'lowIsGood'] as const;
export type Direction = (typeof directions)[number];

/**
 * How a column of scores was asked: the whole numbers that could be answered, and which end of them is good. It is stored with every score, because
 * the same number means another thing on another scale, and the opposite one in the other direction.
 */
export const scoreScaleSchema = z
  .object({
    metric: z.enum(metrics),
    min: z.int().min(0).max(99),
    max: z.int().min(1).max(100),
    direction: z.enum(directions),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], message: 'must be above the lowest answer' })
  .refine(({ metric, min, max, direction }) => metric !== 'nps' || (min === 0 && max === 10 && direction === 'highIsGood'), {
    path: ['metric'],
    message: 'is asked on 0–10, and 10 is good',
  });
export type ScoreScale = Readonly<z.infer<typeof scoreScaleSchema>>;

export type ScoreRange = Pick<ScoreScale, 'min' | 'max'>;

/** The ranges on which each metric is usually asked, the most usual one first. */
export const usualRanges: Readonly<Record<Metric, readonly ScoreRange[]>> = {
  nps: [{ min: 0, max: 10 }],
  csat: [
    { min: 1, max: 5 },
    { min: 1, max: 7 },
    { min: 0, max: 10 },
    { min: 1, max: 6 },
  ],
  ces: [
    { min: 1, max: 7 },
    { min: 1, max: 5 },
  ],
};

/**
 * The direction in which a metric is asked on a range; null where both occur, so that a person has to be asked. CES 1.0 asks for the effort
 * on 1–5 (1 is good), another form on 1–5 for agreement that it was easy (5 is good); satisfaction on 1–6 may be school grades (1 is good).
 */
export function usualDirection(metric: Metric, { min, max }: ScoreRange): Direction | null {
  const isAskedBothWays = metric === 'ces' ? min !== 1 || max !== 7 : metric === 'csat' && min === 1 && max === 6;
  return isAskedBothWays ? null : 'highIsGood';
}

/** All answers that a scale allows, from the lowest number to the highest. */
export const listScores = ({ min, max }: ScoreRange): number[] =>
  Array.from({ length: max - min + 1 }, (_, index) => min + index);

/** Where an answer lies between the worst one (0) and the best one (1) of its scale. */
export function goodness({ min, max, direction }: ScoreScale, score: number): number {
  return (direction === 'highIsGood' ? score - min : max - score) / (max - min);
}
