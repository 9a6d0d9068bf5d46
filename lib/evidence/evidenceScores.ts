import {
  type Cubes,
  countsOfTaken,
  countTaken,
  lastDayOf,
  monthsOfTaken,
  rollupsOfTaken,
  type Taken,
  takeCounts,
  type Want,
} from './countCube';
import { type AnswerLimits, usualLimits } from './figures/answerLimits';
import { type Comparison, compareFigures } from './figures/compareFigures';
import { type Figure, toFigure } from './figures/figure';
import { type MeasuredEmotion, measureEmotion } from './measuredEmotion';
import { lastDays, type Period, periodBefore } from './period';
import { mergeCounts, type ScoreCounts } from './scoreCounts';
import { type Reckoning, reckoningKey } from './scoreMethod';
import type { ScoreRollup } from './scoreRollups';
import type { Metric } from './scoreScale';

/** The number under which answers themselves are counted, whatever they say. */
export const answersColumn = 0;

/** What is counted of a source: `questions` are its columns of scores, `texts` those of verbatims. */
export type CountedSource = {
  id: string;
  questions: readonly ({ number: number } & Reckoning)[];
  texts: readonly number[];
  /** Whether its answers are in categories of contact reasons. */
  isCategorised?: boolean;
  cubes: (column: number) => Cubes;
};

/** The answers of one source that are meant. */
export type Part = { source: CountedSource; wants: readonly Want[] };

/** Questions that are told as one score: where they stand, and how they are reckoned. */
export type Question = { reckoning: Reckoning; asked: { part: Part; column: number }[] };

/**
 * What was asked in several sources. Scores of the same metric, scale and method are told as one, but never two questions of the same source: the same
 * customers may have answered both, and each would count twice.
 */
export function listQuestions(parts: readonly Part[]): Question[] {
  const shared = new Map<string, Question>();
  const own: Question[] = [];
  for (const part of parts) {
    const keys = part.source.questions.map(reckoningKey);
    for (const { number, scale, method } of part.source.questions) {
      const reckoning = { scale, method };
      const key = reckoningKey(reckoning);
      const asked = { part, column: number };
      const known = shared.get(key);
      if (keys.filter((other) => other === key).length > 1) own.push({ reckoning, asked: [asked] });
      else if (known) known.asked.push(asked);
      else shared.set(key, { reckoning, asked: [asked] });
    }
  }
  return [...shared.values(), ...own];
}

const take = ({ part, column }: Question['asked'][number], wants = part.wants): Taken[] =>
  takeCounts(part.source.cubes(column), wants);

/** How often each score was given to a question. */
export function countsOf({ asked }: Question): ScoreCounts {
  return mergeCounts(asked.map((one) => countsOfTaken(take(one))));
}

/** The same as rollups. */
export function rollupsOf({ asked }: Question): ScoreRollup[] {
  return asked.flatMap((one) => rollupsOfTaken(take(one)));
}

/** A month's score. */
export type Month = { month: string; figure: Figure };

/** The scores of a question by months, the last `most` of them. */
export function monthsOf({ asked, reckoning }: Question, most: number, limits: AnswerLimits = usualLimits): Month[] {
  const months = new Map<string, ScoreCounts[]>();
  for (const one of asked) {
    for (const [month, counts] of monthsOfTaken(take(one))) months.set(month, [...(months.get(month) ?? []), counts]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-most)
    .map(([month, counts]) => ({ month, figure: toFigure(mergeCounts(counts), reckoning, limits) }));
}

/** Two periods that are compared: the second one, and as many days right before it. */
export type Window = { before: Period; after: Period };

/** Days of a period that nobody has chosen. */
export const usualWindow = 90;

/**
 * The periods in which a link's answers are compared: its own, if it names both ends, or else the last 90 days up to its end, or to the last day on which its source
 * has answers, so that an export of last spring is compared as it was then; and as many days before. Null when nothing is dated.
 */
export function windowOf(named: { from?: string | undefined; to?: string | undefined }, lastDay: string | null): Window | null {
  const { from, to = lastDay } = named;
  if (to === null || (from !== undefined && from > to)) return null;
  const after = from === undefined ? lastDays(to, usualWindow) : { from, to };
  return { before: periodBefore(after), after };
}

/** The last day on which a source has answers. */
export function lastDayOfParts(parts: readonly Part[]): string | null {
  const days = parts.flatMap(({ source }) => lastDayOf(source.cubes(answersColumn).all) ?? []);
  return days.sort().at(-1) ?? null;
}

/** What became of a score from one period to the next, with how many answers each has. */
export type Change = Window & { counts: { before: number; after: number }; comparison: Comparison };

const inPeriod = (wants: readonly Want[], period: Period): Want[] => wants.map((want) => ({ ...want, period }));

/** What became of a score; null when nobody answered in either period. */
export function changeOf({ asked, reckoning }: Question, window: Window, limits: AnswerLimits = usualLimits): Change | null {
  const figureIn = (period: Period): Figure => {
    const counts = asked.map((one) => countsOfTaken(take(one, inPeriod(one.part.wants, period))));
    return toFigure(mergeCounts(counts), reckoning, limits);
  };
  const [before, after] = [figureIn(window.before), figureIn(window.after)];
  if (before.n + after.n === 0) return null;
  return { ...window, counts: { before: before.n, after: after.n }, comparison: compareFigures(before, after) };
}

/** How many answers are meant, whatever they say. */
export const countAnswers = ({ source, wants }: Part): number => countTaken(takeCounts(source.cubes(answersColumn), wants));

/** How many texts customers wrote in these answers; `column`: in this one only. */
export function countQuotes({ source, wants }: Part, column?: number): number {
  const texts = column === undefined ? source.texts : source.texts.filter((number) => number === column);
  return texts.reduce((sum, number) => sum + countTaken(takeCounts(source.cubes(number), wants)), 0);
}

/** Satisfaction says most plainly how it was, then the effort; recommending is about more than the step. */
const nearest: readonly Metric[] = ['csat', 'ces', 'nps'];

/**
 * What customers feel, by one question of each source, so that each answer counts once: the one nearest to a feeling among those with enough answers for a firm
 * score, else the one with the most answers.
 */
export function emotionOfParts(parts: readonly Part[], limits: AnswerLimits = usualLimits): MeasuredEmotion | null {
  const chosen = parts.flatMap((part) => {
    const asked = part.source.questions.map(({ number, scale, method }) => {
      const counts = countsOfTaken(takeCounts(part.source.cubes(number), part.wants));
      return { scale, counts, n: toFigure(counts, { scale, method }, limits).n };
    });
    const rank = ({ scale, n }: (typeof asked)[number]): number =>
      n >= limits.firm ? nearest.indexOf(scale.metric) : nearest.length;
    return asked.filter(({ n }) => n > 0).sort((a, b) => rank(a) - rank(b) || b.n - a.n)[0] ?? [];
  });
  return chosen.length === 0 ? null : measureEmotion(chosen, limits);
}
