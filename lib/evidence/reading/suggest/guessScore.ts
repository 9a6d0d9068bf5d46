import { type Metric, type ScoreRange, type ScoreScale, usualDirection } from '../../scoreScale';
import type { ColumnProfile } from '../columnProfile';
import type { Doubt } from '../columns';
import { readScoreNumber, wordsBesideScore } from '../values/parseScore';
import { readLabel, toLabelKey } from '../values/scaleLabels';
import { type LabelScale, scaleOfLabels } from '../values/scaleOfLabels';
import { easeWords, effortWords, gradeWords, npsWords, satisfactionWords, scoreWords } from './roleWords';
import { highestAnswer, listAnswers, type ScoredAnswer, withoutMistakes } from './scoredAnswers';
import type { Suggestion, SuggestionContext } from './suggestion';

/** The score that a column holds, by what was asked and what was answered; null when it holds none. */
export function guessScore(text: string, profile: ColumnProfile, { decimal }: SuggestionContext): Suggestion | null {
  const answers = listAnswers(profile, decimal);
  if (answers.length === 0) return null;
  if (answers.every(({ number }) => number === null)) return fromLabels(text, scaleOfLabels(answers.map((one) => one.text)));
  const found = metricOf(text);
  if (found === null) return null;
  const kept = withoutMistakes(answers, found.metric === 'nps' ? 10 : 100);
  return kept && fromNumbers(text, found, kept);
}

function metricOf(text: string): { metric: Metric; isClear: boolean } | null {
  if (npsWords.test(text)) return { metric: 'nps', isClear: true };
  if (effortWords.test(text)) return { metric: 'ces', isClear: true };
  if (satisfactionWords.test(text)) return { metric: 'csat', isClear: true };
  if (easeWords.test(text)) return { metric: 'ces', isClear: true };
  return scoreWords.test(text) ? { metric: 'csat', isClear: false } : null;
}

function fromNumbers(
  text: string,
  found: { metric: Metric; isClear: boolean },
  { numbers, words }: { numbers: readonly ScoredAnswer[]; words: string[] },
): Suggestion | null {
  const answers = [...numbers.map((one) => one.text), ...words];
  const lowest = Math.min(...numbers.map(({ number }) => number));
  const { highest, isTrimmed } = highestAnswer(numbers, (end) => rangeOf(found.metric, lowest, end, gradeWords.test(text)).max);
  // A bare “score” to 10 is usually that of NPS.
  const metric = !found.isClear && highest > 7 && highest <= 10 ? 'nps' : found.metric;
  const named = metric === 'nps' ? null : namedRange(text, lowest, highest);
  const range =
    named ?? (metric === 'nps' ? null : endsByWords(answers)) ?? rangeOf(metric, lowest, highest, gradeWords.test(text));
  const labels = valuesOfEnds(words, range);
  if (labels === null) return null;
  const doubts: Doubt[] = found.isClear ? [] : ['score.metricUnclear'];
  if (metric === 'nps') {
    // Some ask for a recommendation on five steps and call it NPS.
    if (highest <= 5 && answers.length >= 5) doubts.push('score.scaleUnclear');
    return { role: { kind: 'score', scale: { metric, ...range, direction: 'highIsGood' }, labels }, doubts };
  }
  if (isTrimmed || (!named && (highest < range.max || (lowest === 0 && range.max > 1)))) doubts.push('score.scaleUnclear');
  const { direction, isClear } = directionOf(text, metric, range, answers);
  if (!isClear) doubts.push('score.directionUnclear');
  return { role: { kind: 'score', scale: { metric, ...range, direction }, labels }, doubts };
}

const rangeInBrackets = /[([]\s*([01])\s*(?:[–—]|to|bis)?\s*(4|5|6|7|10|100)\s*[)\]]/u;

/** The range that a question names at its end, as in “How satisfied were you? (1-5)”, if all answers lie in it. */
function namedRange(text: string, lowest: number, highest: number): ScoreRange | null {
  const [, first, last] = rangeInBrackets.exec(text) ?? [];
  const range = { min: Number(first), max: Number(last) };
  return first !== undefined && lowest >= range.min && highest <= range.max ? range : null;
}

/** The ends of a scale that says at both what they mean: “1 - very dissatisfied” and “5 - very satisfied”. */
function endsByWords(answers: readonly string[]): ScoreRange | null {
  const ends = answers.flatMap((answer) => {
    const meaning = readLabel(wordsBesideScore(answer));
    const number = readScoreNumber(answer, 10, 'point');
    return meaning === null || meaning === 'neutral' || number === null || Math.abs(meaning.degree) < 3
      ? []
      : [{ number, isGood: meaning.degree > 0 }];
  });
  if (!ends.some(({ isGood }) => isGood) || ends.every(({ isGood }) => isGood)) return null;
  const numbers = ends.map(({ number }) => number);
  return { min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** The smallest usual range that holds what was answered. */
function rangeOf(metric: Metric, lowest: number, highest: number, isGrade: boolean): ScoreRange {
  if (metric === 'nps') return { min: 0, max: 10 };
  if (highest > 10) return { min: 0, max: 100 };
  if (highest <= 1) return { min: 0, max: 1 };
  const min = Math.min(1, lowest);
  if (isGrade && highest <= 6) return { min, max: 6 };
  if (highest <= 5) return { min, max: 5 };
  return highest <= 7 ? { min, max: 7 } : { min: 0, max: 10 };
}

function directionOf(
  text: string,
  metric: Metric,
  range: ScoreRange,
  answers: readonly string[],
): { direction: ScoreScale['direction']; isClear: boolean } {
  const bySide = directionByWords(answers, (range.min + range.max) / 2);
  if (bySide !== null) return { direction: bySide, isClear: true };
  const usual = usualDirection(metric, range);
  const asksForEffort = effortWords.test(text) && !easeWords.test(text);
  if (usual !== null && !asksForEffort) return { direction: usual, isClear: true };
  // What the question's words suggest is still to be looked at: the opposite is asked on the same numbers.
  const isLow = asksForEffort || (metric === 'csat' && gradeWords.test(text));
  return { direction: isLow ? 'lowIsGood' : 'highIsGood', isClear: false };
}

/** Answers such as “1 - very satisfied” say themselves which end is good. */
function directionByWords(answers: readonly string[], middle: number): ScoreScale['direction'] | null {
  let sum = 0;
  for (const answer of answers) {
    const meaning = readLabel(wordsBesideScore(answer));
    const number = readScoreNumber(answer, 10, 'point');
    if (meaning === null || meaning === 'neutral' || number === null) continue;
    sum += Math.sign(meaning.degree) * Math.sign(number - middle);
  }
  return sum === 0 ? null : sum > 0 ? 'highIsGood' : 'lowIsGood';
}

/** Values of the words that some tools write at the ends of a scale of numbers; null when they are no such words. */
function valuesOfEnds(words: readonly string[], { min, max }: ScoreRange): Record<string, number> | null {
  const values: Record<string, number> = {};
  for (const word of words) {
    const meaning = readLabel(word);
    if (meaning === null || (meaning === 'neutral' && (min + max) % 2 !== 0)) return null;
    values[toLabelKey(word)] = meaning === 'neutral' ? (min + max) / 2 : meaning.degree > 0 ? max : min;
  }
  return values;
}

function fromLabels(text: string, scale: LabelScale | null): Suggestion | null {
  if (scale === null) return null;
  const metric = metricOfLabels(text, scale);
  if (metric === null) return null;
  const { min, max, values } = scale;
  const reachesEnds = Object.values(values).includes(max) || Object.values(values).includes(min);
  return {
    role: { kind: 'score', scale: { metric, min, max, direction: 'highIsGood' }, labels: values },
    doubts: reachesEnds ? [] : ['score.scaleUnclear'],
  };
}

/** How likely something is, in words, is no NPS: that is asked from 0 to 10. */
function metricOfLabels(text: string, { family }: LabelScale): 'csat' | 'ces' | null {
  if (family === 'ease') return 'ces';
  if (family === 'satisfaction' || family === 'thumb') return 'csat';
  if (family === 'quality') return satisfactionWords.test(text) || scoreWords.test(text) ? 'csat' : null;
  if (family !== 'agreement') return null;
  return easeWords.test(text) || effortWords.test(text) ? 'ces' : satisfactionWords.test(text) ? 'csat' : null;
}
