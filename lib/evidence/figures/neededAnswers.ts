import { z95 } from './interval';

/** The variance of NPS when half of all are promoters and half are detractors: it cannot be larger. */
export const worstNpsVariance = 1;

/**
 * How many answers a group needs so that its NPS is known to ± `margin` points, with a confidence of 95 %. The three answers that the adjusted Wald interval
 * adds are not needed from anybody. `variance` is p + d − (p − d)², with the shares of promoters and detractors (0 … 1) as far as they are known.
 */
export function neededAnswers(margin: number, variance = worstNpsVariance): number {
  return Math.max(0, Math.ceil(variance * ((100 * z95) / margin) ** 2) - 3);
}
