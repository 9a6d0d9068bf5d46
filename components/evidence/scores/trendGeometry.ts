import { boundsOf } from '@/lib/evidence/figures/figure';
import type { TrendPoint } from '@/lib/evidence/figures/monthlyTrend';
import { monthBefore } from '@/lib/evidence/period';
import type { Reckoning } from '@/lib/evidence/scoreMethod';

/** A month in a drawing: where it is, and its score with the ends of its interval; null where there is none to draw. */
export type DrawnMonth = {
  month: string;
  x: number;
  point: TrendPoint | null;
  y: { score: number; lower: number; upper: number } | null;
};

export type TrendDrawing = {
  width: number;
  height: number;
  months: DrawnMonth[];
  /** Lines between months that follow each other and both have a score. */
  lines: { x1: number; y1: number; x2: number; y2: number }[];
  ticks: { value: number; y: number }[];
};

export const trendFrame = { left: 52, right: 16, top: 12, bottom: 44, height: 200 } as const;

/** So many months are drawn at most, the last ones; the table has all. */
const mostMonths = 36;

const stepOf = (months: number): number => (months <= 12 ? 56 : months <= 24 ? 36 : 28);

/** All months from the first to the last one, those without answers as well, as many as are drawn. */
export function monthsOf(trend: readonly TrendPoint[]): string[] {
  const [first, last] = [trend[0]?.month, trend.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const months = [last];
  while ((months[0] ?? '') > first && months.length < mostMonths) months.unshift(monthBefore(months[0] ?? ''));
  return months;
}

/** Lays a trend out. The whole range of the score is shown, so that chance does not look like a fall. */
export function drawTrend(trend: readonly TrendPoint[], reckoning: Reckoning): TrendDrawing {
  const { left, right, top, bottom, height } = trendFrame;
  const { lowest, highest } = boundsOf(reckoning);
  const base = height - bottom;
  const yOf = (value: number): number => base - ((value - lowest) / (highest - lowest)) * (base - top);
  const points = new Map(trend.map((point) => [point.month, point]));
  const names = monthsOf(trend);
  const step = stepOf(names.length);
  const months = names.map((month, place): DrawnMonth => {
    const point = points.get(month) ?? null;
    const figure = point?.figure;
    const y =
      !figure || figure.standing === 'tooFew'
        ? null
        : { score: yOf(figure.score), lower: yOf(figure.interval.lower), upper: yOf(figure.interval.upper) };
    return { month, x: left + step * (place + 0.5), point, y };
  });
  const lines = months.flatMap((to, place) => {
    const from = months[place - 1];
    return from?.y && to.y ? [{ x1: from.x, y1: from.y.score, x2: to.x, y2: to.y.score }] : [];
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = lowest + share * (highest - lowest);
    return { value, y: yOf(value) };
  });
  return { width: left + right + step * names.length, height, months, lines, ticks };
}
