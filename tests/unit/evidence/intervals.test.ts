import { describe, expect, it } from 'vitest';
import { squareAndAdd, twoSampleZ } from '@/lib/evidence/figures/difference';
import { adjustedWald, wilson } from '@/lib/evidence/figures/interval';
import { sampleOf } from '@/lib/evidence/figures/sample';

type Share = [good: number, of: number];

const estimate = ([good, of]: Share) => ({ score: good / of, interval: wilson(good / of, of) });

describe('Wilson’s interval', () => {
  it.each([
    [[81, 263], 0.2553, 0.3662],
    [[15, 148], 0.0624, 0.1605],
    [[0, 20], 0, 0.1611],
    [[1, 29], 0.0061, 0.1718],
  ] as [Share, number, number][])('is as in Newcombe’s table I (1998): %j', ([good, of], lower, upper) => {
    const interval = wilson(good / of, of);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });
});

describe('Newcombe’s interval of the difference of two shares', () => {
  it.each([
    [[48, 80], [56, 70], 0.0524, 0.3339],
    [[3, 10], [9, 10], 0.1705, 0.809],
    [[2, 7], [6, 7], 0.0582, 0.8062],
    [[0, 29], [5, 56], -0.0381, 0.1926],
    [[0, 20], [0, 10], -0.1611, 0.2775],
    [[0, 10], [0, 10], -0.2775, 0.2775],
    [[0, 20], [10, 10], 0.6791, 1],
    [[0, 10], [10, 10], 0.6075, 1],
  ] as [Share, Share, number, number][])('is as in his table II, method 10 (1998): %j and %j', (a, b, lower, upper) => {
    const interval = squareAndAdd(estimate(a), estimate(b));
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });
});

describe('the interval of a mean', () => {
  it('is that of NPS, on any scale', () => {
    const points = adjustedWald(
      sampleOf([
        [-100, 20],
        [0, 30],
        [100, 50],
      ]),
      { lowest: -100, highest: 100 },
    );
    const moved = adjustedWald(
      sampleOf([
        [1, 20],
        [3, 30],
        [5, 50],
      ]),
      { lowest: 1, highest: 5 },
    );
    expect(3 + points.lower / 50).toBeCloseTo(moved.lower, 10);
    expect(3 + points.upper / 50).toBeCloseTo(moved.upper, 10);
  });

  it('does not pretend to certainty when all say the same', () => {
    const { lower, upper } = adjustedWald(sampleOf([[7, 10]]), { lowest: 1, highest: 7 });
    expect(lower).toBeCloseTo(5.43, 2);
    expect(upper).toBe(7);
  });

  it('holds the mean of a single answer at the end of the scale, too', () => {
    expect(adjustedWald(sampleOf([[100, 1]]), { lowest: -100, highest: 100 }).upper).toBe(100);
  });
});

describe('the difference of two NPS', () => {
  it('goes by both standard errors, 100·√((p + d − (p − d)²)/n)', () => {
    const a = sampleOf([
      [-100, 20],
      [0, 30],
      [100, 50],
    ]);
    const b = sampleOf([
      [-100, 10],
      [0, 20],
      [100, 70],
    ]);
    // Standard errors 7.810 and 6.633: 30 ± 1.96 · 10.247.
    expect(twoSampleZ(a, b).lower).toBeCloseTo(9.917, 2);
    expect(twoSampleZ(a, b).upper).toBeCloseTo(50.083, 2);
  });
});
