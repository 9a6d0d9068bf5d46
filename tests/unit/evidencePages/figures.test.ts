import { describe, expect, test } from 'vitest';
import { formatFigure } from '@/components/evidence/formatFigure';
import { toBars } from '@/components/evidence/scores/bars';
import { drawTrend, monthsOf } from '@/components/evidence/scores/trendGeometry';
import { toFigure } from '@/lib/evidence/figures/figure';
import { formatScore } from '@/lib/evidence/figures/formatScore';
import { monthlyTrend } from '@/lib/evidence/figures/monthlyTrend';
import { countScores } from '@/lib/evidence/scoreCounts';
import type { Reckoning } from '@/lib/evidence/scoreMethod';

const write = (locale: string) => (value: number, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale, options).format(value);
const en = write('en');

const nps: Reckoning = { scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' }, method: { kind: 'nps' } };
const ces: Reckoning = { scale: { metric: 'ces', min: 1, max: 5, direction: 'lowIsGood' }, method: { kind: 'mean' } };
const times = (count: number, score: number): number[] => Array<number>(count).fill(score);

describe('a score in words', () => {
  test('has a sign, a unit, and a real minus', () => {
    expect(formatScore(30.2, 'points', en)).toBe('+30');
    expect(formatScore(-12.4, 'points', en)).toBe('−12');
    expect(formatScore(-0.4, 'points', en)).toBe('0');
    expect(formatScore(69.16, 'percent', en)).toBe('69%');
    expect(formatScore(69.16, 'percent', write('de'))).toBe('69\u00a0%');
    expect(formatScore(4.27, 'scale', write('de'))).toBe('4,3');
  });

  test('is none for too few answers', () => {
    expect(formatFigure(toFigure(countScores(times(9, 10)), nps), en)).toBeNull();
    expect(formatFigure(toFigure(countScores([...times(50, 9), ...times(30, 7), ...times(20, 3)]), nps), en)).toEqual({
      ...{ score: '+30', lower: '+14', upper: '+44' },
    });
  });
});

describe('bars of a distribution', () => {
  test('begin with the best answer, and say what it counts as', () => {
    const bars = toBars(toFigure(countScores([9, 9, 7, 0]), nps));
    expect(bars).toHaveLength(11);
    expect(bars[1]).toEqual({ from: 9, to: 9, count: 2, share: 0.5, tone: 'good' });
    expect(bars.map(({ tone }) => tone)).toEqual([
      ...times(2, 0).map(() => 'good'),
      'neutral',
      'neutral',
      ...times(7, 0).map(() => 'bad'),
    ]);
    expect(toBars(toFigure(countScores([1, 5]), ces)).map(({ from }) => from)).toEqual([1, 2, 3, 4, 5]);
  });

  test('of a scale to 100 are put together, and lose no answer', () => {
    const scale = { metric: 'csat', min: 0, max: 100, direction: 'highIsGood' } as const;
    const bars = toBars(toFigure(countScores([0, 55, 100]), { scale, method: { kind: 'mean' } }));
    expect(bars.length).toBeLessThan(12);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect([bars[0]?.to, bars.at(-1)?.from]).toEqual([100, 0]);
  });

  test('of no answers are empty', () => {
    expect(toBars(toFigure(new Map(), ces)).every(({ count, share }) => count === 0 && share === 0)).toBe(true);
  });
});

describe('the drawing of months', () => {
  const rollup = (day: string, score: number, count: number) => ({ day, dimensions: {}, score, count });
  const trend = monthlyTrend(
    [rollup('2025-11-03', 9, 40), rollup('2025-12-03', 3, 40), rollup('2026-01-03', 9, 5), rollup('2026-03-01', 9, 12)],
    nps,
  );

  test('has months without answers, too, and no line across what has no score', () => {
    const { months, lines } = drawTrend(trend, nps);
    expect(months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02', '2026-03']);
    expect(months.map(({ y }) => y !== null)).toEqual([true, true, false, false, true]);
    expect(months.map(({ point }) => point !== null)).toEqual([true, true, true, false, true]);
    expect(lines).toHaveLength(1);
  });

  test('has more above, and the whole range', () => {
    const { months, ticks } = drawTrend(trend, nps);
    expect(months[0]?.y?.score).toBeLessThan(months[1]?.y?.score ?? 0);
    expect(ticks.map(({ value }) => value)).toEqual([-100, -50, 0, 50, 100]);
  });

  test('has the last 36 months of a long time', () => {
    const long = monthlyTrend([rollup('2010-01-01', 9, 40), rollup('2026-03-01', 9, 12)], nps);
    expect(monthsOf(long)).toHaveLength(36);
    expect(monthsOf(long).at(-1)).toBe('2026-03');
    expect(monthsOf([])).toEqual([]);
  });
});
