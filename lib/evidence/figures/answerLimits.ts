import { z } from 'zod';
import type { Score } from './score';

/** More than this nobody may ask for. */
export const mostAnswersNeeded = 100_000;
const limit = z.int().min(1).max(mostAnswersNeeded);

/** From how many answers on there is a score, and from how many on it is no longer tentative. */
export const answerLimitsSchema = z.object({ score: limit, firm: limit }).refine(({ score, firm }) => score <= firm, {
  path: ['firm'],
  message: 'must not be below the number from which there is a score',
});
export type AnswerLimits = Readonly<z.infer<typeof answerLimitsSchema>>;

export const usualLimits: AnswerLimits = { score: 10, firm: 30 };

/** What so many answers are good for. */
export type Standing = Score['standing'];

export function standingOf(n: number, { score, firm }: AnswerLimits): Standing {
  // Of no answers there is no score, whatever the limits.
  return n < Math.max(score, 1) ? 'tooFew' : n < firm ? 'tentative' : 'firm';
}
