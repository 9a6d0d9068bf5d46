import type { CategoryTree } from './categories/categoryTree';
import { countReasons, type Reasons } from './categories/reasonCounts';
import { takeCounts } from './countCube';
import {
  answersColumn,
  type Change,
  changeOf,
  countAnswers,
  countQuotes,
  countsOf,
  emotionOfParts,
  lastDayOfParts,
  listQuestions,
  type Month,
  monthsOf,
  type Part,
  type Question,
  type Window,
  windowOf,
} from './evidenceScores';
import { type AnswerLimits, usualLimits } from './figures/answerLimits';
import { type Figure, toFigure } from './figures/figure';
import type { MeasuredEmotion } from './measuredEmotion';

/** A score with everything that a map shows of it. `asked`: by which questions of which sources. */
export type EvidenceScore = {
  asked: { sourceId: string; column: number }[];
  figure: Figure;
  /** Null when nothing can be compared, or nobody answered in either period. */
  change: Change | null;
  months: Month[];
};

/** What the days of links name, for the periods that are compared. A single answer names none. */
export type NamedDays = { from?: string | undefined; to?: string | undefined };

/** Months that are told of a score at most. */
const mostMonths = 24;

/** The periods in which the answers of several links are compared: those of all of them, if they are the same ones. */
export function commonWindow(parts: readonly Part[], named: readonly NamedDays[]): Window | null {
  const lastDay = lastDayOfParts(parts);
  const [first, ...others] = named.map((days) => windowOf(days, lastDay));
  const isSame = (other: Window | null | undefined): boolean => JSON.stringify(other) === JSON.stringify(first);
  return first !== undefined && others.every(isSame) ? first : null;
}

/** The scores of the answers that are meant; questions that nobody of them answered are left out. */
export function scoresOf(
  parts: readonly Part[],
  window: Window | null,
  { withMonths = false, limits = usualLimits }: { withMonths?: boolean; limits?: AnswerLimits | undefined } = {},
): EvidenceScore[] {
  return listQuestions(parts).flatMap((question) => {
    const figure = toFigure(countsOf(question), question.reckoning, limits);
    if (figure.n + figure.offScale === 0) return [];
    return [
      {
        asked: askedOf(question),
        figure,
        change: window && changeOf(question, window, limits),
        months: withMonths ? monthsOf(question, mostMonths, limits) : [],
      },
    ];
  });
}

export const askedOf = ({ asked }: Question): EvidenceScore['asked'] =>
  asked.map(({ part, column }) => ({ sourceId: part.source.id, column }));

/** What a link, or a step with all its links, comes to. */
export type EvidenceSum = { answers: number; quotes: number; scores: EvidenceScore[]; emotion: MeasuredEmotion | null };

/** For which reasons customers got in touch, of the answers that are meant; null where none of the sources tells reasons apart. */
export function reasonsOf(parts: readonly Part[], tree: CategoryTree): Reasons | null {
  const told = parts.filter(({ source }) => source.isCategorised);
  if (told.length === 0) return null;
  return countReasons(
    told.flatMap(({ source, wants }) => takeCounts(source.cubes(answersColumn), wants)),
    tree,
  );
}

/** Sums up the answers that are meant, each of them once. */
export function sumUp(
  parts: readonly Part[],
  named: readonly NamedDays[],
  {
    column,
    withMonths = false,
    limits = usualLimits,
  }: { column?: number | undefined; withMonths?: boolean; limits?: AnswerLimits } = {},
): EvidenceSum {
  return {
    answers: parts.reduce((sum, part) => sum + countAnswers(part), 0),
    quotes: parts.reduce((sum, part) => sum + countQuotes(part, column), 0),
    scores: scoresOf(parts, commonWindow(parts, named), { withMonths, limits }),
    emotion: emotionOfParts(parts, limits),
  };
}
