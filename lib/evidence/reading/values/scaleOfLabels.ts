import { isDeclined } from './missing';
import { type LabelFamily, type LabelMeaning, readLabel, toLabelKey } from './scaleLabels';

/** A scale whose answers are words: 1 is the worst. `values` by the words as they are compared. */
export type LabelScale = { family: LabelFamily; min: number; max: number; values: Record<string, number> };

/** The scale that a column's different answers belong to; null when they are not all words of one. */
export function scaleOfLabels(labels: readonly string[]): LabelScale | null {
  const meanings = new Map<string, LabelMeaning | 'neutral'>();
  for (const label of labels) {
    if (isDeclined(label)) continue;
    const meaning = readLabel(label);
    if (meaning === null) return null;
    meanings.set(toLabelKey(label), meaning);
  }
  const judging = [...meanings.values()].filter((meaning) => meaning !== 'neutral');
  const family = judging[0]?.family;
  if (family === undefined || meanings.size < 2 || judging.some((meaning) => meaning.family !== family)) return null;
  const rate = raterOf(family, judging);
  return {
    family,
    ...(family === 'thumb' ? { min: 0, max: 1 } : { min: 1, max: rate.max }),
    values: Object.fromEntries(
      [...meanings].map(([key, meaning]) => [key, rate.of(meaning === 'neutral' ? 0 : meaning.degree, meaning)]),
    ),
  };
}

type Rater = { max: number; of(degree: number, meaning: LabelMeaning | 'neutral'): number };

/** How degrees become points: by how many of them a column tells apart. */
function raterOf(family: LabelFamily, judging: readonly LabelMeaning[]): Rater {
  if (family === 'thumb') return { max: 1, of: (degree) => (degree > 0 ? 1 : 0) };
  const has = (degree: number): boolean => judging.some((meaning) => meaning.degree === degree);
  // “Extremely, very, somewhat, not so, not at all”: all on one side, so that “somewhat” is the middle.
  if (judging.some(({ isGraded }) => isGraded))
    return { max: 5, of: (degree, meaning) => (meaning === 'neutral' ? 3 : graded(degree)) };
  // “Excellent, very good, good, fair, poor” has a third good word instead of a second bad one.
  if (family === 'quality' && has(4) && !has(-3) && !has(-4))
    return { max: 5, of: (degree) => Math.max(1, degree > 0 ? degree + 1 : degree + 2) };
  const seven = (has(1) && has(2)) || (has(-1) && has(-2));
  if (seven) return { max: 7, of: (degree) => 4 + Math.max(-3, Math.min(3, degree)) };
  return { max: 5, of: (degree) => 3 + Math.sign(degree) * (Math.abs(degree) >= 3 ? 2 : 1) };
}

function graded(degree: number): number {
  if (degree === -4) return 1;
  if (degree < 0) return 2;
  return degree === 4 ? 5 : degree === 3 ? 4 : 3;
}
