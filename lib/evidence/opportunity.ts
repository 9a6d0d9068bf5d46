import { z } from 'zod';

const rating = z.number().min(0).max(10);

/** How important something is to customers, and how satisfied they are with it: 0 … 10. */
export const opportunityRatingsSchema = z.object({ importance: rating, satisfaction: rating });
export type OpportunityRatings = z.infer<typeof opportunityRatingsSchema>;

export const opportunityBands = ['extreme', 'strong', 'worthConsidering', 'weak'] as const;
export type OpportunityBand = (typeof opportunityBands)[number];

/** Opportunity score of outcome-driven innovation, 0 … 20: what is important counts, and once more as far as it is not satisfied. */
export function opportunityScore({ importance, satisfaction }: OpportunityRatings): number {
  return importance + Math.max(importance - satisfaction, 0);
}

/** What an opportunity score is called: above 15 extreme, from 12 strong, from 10 worth considering, below weak. */
export function opportunityBand(score: number): OpportunityBand {
  return score > 15 ? 'extreme' : score >= 12 ? 'strong' : score >= 10 ? 'worthConsidering' : 'weak';
}
