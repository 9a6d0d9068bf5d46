import type { ScoreCounts } from './scoreCounts';

/** The three groups of NPS, best first. */
export const npsGroups = ['promoter', 'passive', 'detractor'] as const;
export type NpsGroup = (typeof npsGroups)[number];

/** Promoters answer 9–10, passives 7–8, detractors 0–6. */
export function npsGroupOf(score: number): NpsGroup {
  return score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
}

/** How many answers each group gave. */
export function countNpsGroups(counts: ScoreCounts): Record<NpsGroup, number> {
  const groups = { promoter: 0, passive: 0, detractor: 0 };
  for (const [score, count] of counts) groups[npsGroupOf(score)] += count;
  return groups;
}
