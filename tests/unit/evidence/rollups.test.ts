import { describe, expect, it } from 'vitest';
import { toFigure } from '@/lib/evidence/figures/figure';
import { addDays, daySchema, lastDays, monthBefore, periodBefore } from '@/lib/evidence/period';
import { countScores, mergeCounts, totalOf } from '@/lib/evidence/scoreCounts';
import { mergeRollups, rollUp, type ScoredAnswer, withoutRollups } from '@/lib/evidence/scoreRollups';
import { countsOf, selectRollups } from '@/lib/evidence/selectRollups';
import { nps } from '../../builders/scores';

const answer = (day: string | null, score: number, dimensions: Record<string, string> = {}): ScoredAnswer => ({
  day,
  score,
  dimensions,
});

describe('counts', () => {
  it('are those of all parts together', () => {
    const merged = mergeCounts([countScores([9, 9, 3]), countScores([]), countScores([3, 7])]);
    expect([...merged]).toEqual([
      [9, 2],
      [3, 2],
      [7, 1],
    ]);
    expect(totalOf(merged)).toBe(5);
  });
});

describe('rollups', () => {
  const hotline = { touchpoint: 'Hotline', channel: 'phone' };

  it('count answers of the same day, dimensions and score, however the dimensions are ordered', () => {
    const rollups = rollUp([
      answer('2026-01-05', 9, hotline),
      answer('2026-01-05', 9, { channel: 'phone', touchpoint: 'Hotline' }),
      answer('2026-01-05', 8, hotline),
      answer(null, 9, hotline),
    ]);
    expect(rollups).toEqual([
      { day: '2026-01-05', dimensions: { channel: 'phone', touchpoint: 'Hotline' }, score: 9, count: 2 },
      { day: '2026-01-05', dimensions: hotline, score: 8, count: 1 },
      { day: null, dimensions: hotline, score: 9, count: 1 },
    ]);
  });

  it('merge and shrink, and never below nothing', () => {
    const first = rollUp([answer('2026-01-05', 9), answer('2026-01-05', 2)]);
    const second = rollUp([answer('2026-01-05', 9)]);
    const all = mergeRollups([first, second]);
    expect(all.map(({ count }) => count)).toEqual([2, 1]);
    expect(withoutRollups(all, first)).toEqual(second);
    expect(withoutRollups(all, all)).toEqual([]);
    expect(() => withoutRollups(second, first)).toThrow(RangeError);
  });

  it('are selected by days and dimensions', () => {
    const rollups = rollUp([
      answer('2026-01-31', 1, hotline),
      answer('2026-02-01', 2, hotline),
      answer('2026-02-28', 3, { channel: 'web' }),
      answer('2026-03-01', 4, { channel: '' }),
      answer(null, 5),
    ]);
    const scores = (...filter: Parameters<typeof selectRollups> extends [unknown, infer Filter] ? [Filter] : never) =>
      selectRollups(rollups, ...filter).map(({ score }) => score);
    expect(scores({})).toEqual([1, 2, 3, 4, 5]);
    expect(scores({ period: { from: '2026-02-01', to: '2026-02-28' } })).toEqual([2, 3]);
    expect(scores({ dimensions: { channel: ['phone', 'web'] } })).toEqual([1, 2, 3]);
    expect(scores({ dimensions: { channel: [null] } })).toEqual([4, 5]);
    expect(scores({ dimensions: { channel: ['phone'], touchpoint: [null] } })).toEqual([]);
    expect(scores({ dimensions: { constructor: [null] } })).toHaveLength(5);
  });
});

describe('days', () => {
  it('are dates of the calendar', () => {
    expect(daySchema.safeParse('2028-02-29').success).toBe(true);
    expect(daySchema.safeParse('2026-02-29').success).toBe(false);
    expect(daySchema.safeParse('29.02.2028').success).toBe(false);
  });

  it('are reckoned across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(lastDays('2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(periodBefore({ from: '2026-02-01', to: '2026-02-28' })).toEqual({ from: '2026-01-04', to: '2026-01-31' });
    expect(monthBefore('2026-01')).toBe('2025-12');
  });
});

describe('a rolling 30-day score', () => {
  it('is the score of all responses in the last 30 days, not a mean of daily scores', () => {
    const many = Array.from({ length: 90 }, () => answer('2026-03-10', 10));
    const few = Array.from({ length: 10 }, () => answer('2026-03-11', 0));
    const before = Array.from({ length: 50 }, () => answer('2026-02-09', 0));
    const rollups = rollUp([...many, ...few, ...before]);
    const rolling = toFigure(countsOf(selectRollups(rollups, { period: lastDays('2026-03-11') })), nps);
    // The mean of the scores of both days would be 0.
    expect(rolling).toMatchObject({ n: 100, score: 80 });
  });
});
