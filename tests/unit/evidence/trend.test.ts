import { describe, expect, it } from 'vitest';
import { monthlyTrend } from '@/lib/evidence/figures/monthlyTrend';
import { splitFigures } from '@/lib/evidence/figures/splitFigures';
import type { ScoreRollup } from '@/lib/evidence/scoreRollups';
import { nps } from '../../builders/scores';

const rollup = (day: string | null, score: number, count: number, segment?: string): ScoreRollup => ({
  day,
  dimensions: segment === undefined ? {} : { segment },
  score,
  count,
});

describe('a trend by month', () => {
  it('has the months in which somebody answered, each compared with the month before it', () => {
    const trend = monthlyTrend(
      [
        rollup('2026-04-02', 10, 40),
        rollup('2025-12-31', 0, 20),
        rollup('2026-01-01', 0, 10),
        rollup('2026-01-20', 10, 30),
        rollup('2026-02-11', 10, 5),
        rollup(null, 10, 99),
      ],
      nps,
    );
    expect(trend.map(({ month, figure, change }) => [month, figure.n, change?.verdict ?? null])).toEqual([
      ['2025-12', 20, null],
      ['2026-01', 40, 'better'],
      ['2026-02', 5, 'tooFew'],
      ['2026-04', 40, null],
    ]);
  });

  it('of nothing is nothing', () => {
    expect(monthlyTrend([], nps)).toEqual([]);
  });
});

describe('a split', () => {
  it('has a score for each group, the largest first, and for the answers of none', () => {
    const rollups = [
      rollup('2026-01-01', 10, 20, 'private'),
      rollup('2026-01-02', 0, 20, 'private'),
      rollup('2026-01-01', 10, 12, 'company'),
      rollup('2026-01-01', 8, 12),
      rollup('2026-01-01', 8, 3, 'guest'),
    ];
    const told = (list: readonly ScoreRollup[]) =>
      splitFigures(list, 'segment', nps).map(({ value, figure }) => [value, figure.n, 'score' in figure ? figure.score : null]);
    expect(told(rollups)).toEqual([
      ['private', 40, 0],
      [null, 12, 0],
      ['company', 12, 100],
      ['guest', 3, null],
    ]);
    expect(told(rollups.toReversed())).toEqual(told(rollups));
  });
});
