import { describe, expect, test } from 'vitest';
import { passes, toRollupFilter } from '@/lib/sources/answerFilter';

describe('a filter of answers', () => {
  test('lets through what it does not speak of', () => {
    expect(passes({}, { day: '', dimensions: {} })).toBe(true);
    expect(toRollupFilter({})).toEqual({ dimensions: {} });
  });

  test('has days, both ends included, and no answer without a day', () => {
    const filter = { from: '2026-01-02', to: '2026-01-03' };
    const days = ['', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
    expect(days.map((day) => passes(filter, { day, dimensions: {} }))).toEqual([false, false, true, true, false]);
    expect(passes({ from: '2026-01-02' }, { day: '2030-01-01', dimensions: {} })).toBe(true);
    expect(toRollupFilter(filter)).toEqual({ period: filter, dimensions: {} });
  });

  test('has dimensions, and segments by column and value', () => {
    const dimensions = { touchpoint: 'Hotline', channel: 'phone', 'segment.a': 'x=y' };
    const answer = { day: '', dimensions };
    expect(passes({ touchpoint: 'Hotline', channel: 'phone', segment: 'a=x=y' }, answer)).toBe(true);
    expect(passes({ touchpoint: 'Shop' }, answer)).toBe(false);
    expect(passes({ language: 'de' }, answer)).toBe(false);
    expect(passes({ segment: 'constructor=x' }, answer)).toBe(false);
    expect(toRollupFilter({ segment: 'a=x' })).toEqual({ dimensions: { 'segment.a': ['x'] } });
  });
});
