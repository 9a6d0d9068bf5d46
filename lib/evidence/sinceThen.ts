import { type AnswerLimits, usualLimits } from './figures/answerLimits';
import { type Comparison, compareFigures } from './figures/compareFigures';
import { type Figure, underLimits } from './figures/figure';
import { isSameReckoning } from './scoreMethod';

/** A score and the questions that it is of. */
export type AskedScore = { asked: readonly { sourceId: string; column: number }[]; figure: Figure };

/** What became of a score since an earlier state. `before`: as it stood then. */
export type Since = { before: Figure; comparison: Comparison };

const questions = ({ asked }: AskedScore): Set<string> => new Set(asked.map(({ sourceId, column }) => `${sourceId} ${column}`));

const isSameQuestion = (a: AskedScore, b: AskedScore): boolean => {
  const [one, other] = [questions(a), questions(b)];
  return one.size === other.size && [...one].every((question) => other.has(question));
};
const sharesQuestion = (a: AskedScore, b: AskedScore): boolean => {
  const other = questions(b);
  return [...questions(a)].some((question) => other.has(question));
};
const isReckonedAlike = (a: AskedScore, b: AskedScore): boolean => isSameReckoning(a.figure, b.figure);

/** By what a score is found again, the surest first. The last one finds what was corrected since, which cannot be compared. */
const ways: readonly ((a: AskedScore, b: AskedScore) => boolean)[] = [
  (a, b) => isReckonedAlike(a, b) && isSameQuestion(a, b),
  (a, b) => isReckonedAlike(a, b) && sharesQuestion(a, b),
  isSameQuestion,
];

/**
 * What became of scores since an earlier state, in their order; null for one that there was not. Each earlier score is that of one later score at most, which
 * asks the same, in part at least. `limits`: how many answers are enough now, for the earlier state as well.
 * A change is said to be one only where it is more than chance. As the answers of the earlier state are mostly among those of the later one, that is
 * said rather too seldom than too often.
 */
export function sinceThen(
  scores: readonly AskedScore[],
  earlier: readonly AskedScore[],
  limits: AnswerLimits = usualLimits,
): (Since | null)[] {
  const left = new Set(earlier);
  const found = new Map<AskedScore, Since>();
  for (const isMatch of ways) {
    for (const score of scores) {
      if (found.has(score)) continue;
      const match = [...left].find((one) => isMatch(score, one));
      if (!match) continue;
      left.delete(match);
      const before = underLimits(match.figure, limits);
      found.set(score, { before, comparison: compareFigures(before, score.figure) });
    }
  }
  return scores.map((score) => found.get(score) ?? null);
}
