import type { ScoreRange } from './scoreScale';

export const rejections = ['notANumber', 'notWhole', 'offScale'] as const;

/** What a cell of a score column is: an answer, no answer, or something that the scale does not allow. */
export type ReadAnswer =
  | { kind: 'answer'; score: number }
  | { kind: 'blank' }
  | { kind: 'rejected'; reason: (typeof rejections)[number]; value: number };

/**
 * Judges an answer by its scale. A blank is not counted, and is no mistake. What is off the scale is no answer either: it is reported
 * as a rejected row, and never moved to the nearest end, which would invent what somebody said.
 */
export function readAnswer(scale: ScoreRange, value: number | null): ReadAnswer {
  if (value === null) return { kind: 'blank' };
  if (!Number.isFinite(value)) return { kind: 'rejected', reason: 'notANumber', value };
  if (value < scale.min || value > scale.max) return { kind: 'rejected', reason: 'offScale', value };
  // + 0: an answer of −0 is one of 0.
  return Number.isInteger(value) ? { kind: 'answer', score: value + 0 } : { kind: 'rejected', reason: 'notWhole', value };
}
