import type { ColumnProfile } from '../columnProfile';
import { isDeclined } from '../values/missing';
import type { DecimalSign } from '../values/parseNumber';
import { readScoreNumber } from '../values/parseScore';
import { readLabel } from '../values/scaleLabels';

/** One of the different answers of a column, its number if it shows one, and how many gave it. */
export type ListedAnswer = { text: string; number: number | null; count: number };
export type ScoredAnswer = ListedAnswer & { number: number };

/** The different answers of a column, without those that decline to give one. */
export function listAnswers({ values, counts }: ColumnProfile, decimal: DecimalSign): ListedAnswer[] {
  return values.flatMap((text, index) =>
    isDeclined(text) ? [] : [{ text, number: readScoreNumber(text, 10, decimal), count: counts[index] ?? 1 }],
  );
}

const sumOf = (answers: readonly ListedAnswer[]): number => answers.reduce((sum, { count }) => sum + count, 0);

/** Rows of a column of scores that may be mistakes, which are then reported: one, or five of a hundred. */
const mistakes = (total: number): number => Math.min(total / 3, Math.max(1, 0.05 * total));

/**
 * The answers that can be scores up to `most`, and the words that stand for some of them; null when too many can be neither. A few of those are mistakes, and
 * make no other column of it.
 */
export function withoutMistakes(
  answers: readonly ListedAnswer[],
  most: number,
): { numbers: ScoredAnswer[]; words: string[] } | null {
  const isScore = (answer: ListedAnswer): answer is ScoredAnswer =>
    answer.number !== null && Number.isInteger(answer.number) && answer.number >= 0 && answer.number <= most;
  const numbers = answers.filter(isScore);
  const words = answers.filter(({ number, text }) => number === null && readLabel(text) !== null);
  const others = sumOf(answers) - sumOf(numbers) - sumOf(words);
  if (numbers.length === 0 || words.length > 3 || others > mistakes(sumOf(answers))) return null;
  return { numbers, words: words.map(({ text }) => text) };
}

/**
 * The highest answer, but for one that hardly anybody gave and that would make another scale of it: a 9, or a 55, among many answers from 1 to 5. It
 * takes many answers to say so; a scale on which few people were happy looks the same. `endOf`: the end of the scale that reaches to an answer.
 */
export function highestAnswer(
  answers: readonly ScoredAnswer[],
  endOf: (highest: number) => number,
): { highest: number; isTrimmed: boolean } {
  const total = sumOf(answers);
  const sorted = [...answers].sort((one, other) => other.number - one.number);
  const highest = sorted[0]?.number ?? 0;
  let above = 0;
  for (const [index, { number, count }] of sorted.entries()) {
    const fewEnough = above <= Math.max(1, 0.03 * total) && total >= (highest > 10 ? 10 : 30) && (highest > 10 || index === 1);
    if (index > 0 && fewEnough && count >= 0.1 * total && endOf(number) < endOf(highest))
      return { highest: number, isTrimmed: true };
    above += count;
  }
  return { highest, isTrimmed: false };
}
