import type { MeasuredEmotion } from './measuredEmotion';

/** A step as the team sees it and as customers say it was; null where one of them says nothing. */
export type StepEmotions = { stepId: string; team: number | null; customers: MeasuredEmotion | null };

/**
 * How far customers' emotion at a step is from what the team thinks: below 0 it is worse for them. `isClear`: the team's value lies outside of the interval, so
 * that the gap is no chance.
 */
export type EmotionGap = { stepId: string; team: number; customers: number; gap: number; isClear: boolean };

/** The gaps between both curves, largest first, equal ones in the order of the journey. Steps with too few answers have none. */
export function listEmotionGaps(steps: readonly StepEmotions[]): EmotionGap[] {
  return steps
    .flatMap(({ stepId, team, customers }): EmotionGap[] => {
      if (team === null || customers === null || customers.standing === 'tooFew') return [];
      const { score, interval } = customers;
      return [{ stepId, team, customers: score, gap: score - team, isClear: team < interval.lower || team > interval.upper }];
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
}
