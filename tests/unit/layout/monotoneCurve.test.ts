import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveThrough } from '@/lib/map/layout/monotoneCurve';

/** Numbers of the path in groups: the first point, then three points a segment. */
function segmentsOf(path: string): number[][] {
  return path
    .split(/[MC]/)
    .filter(Boolean)
    .map((part) => part.split(' ').map(Number));
}

describe('curveThrough', () => {
  it('is empty with fewer than two points', () => {
    expect(curveThrough([])).toBe('');
    expect(curveThrough([{ x: 1, y: 2 }])).toBe('');
  });

  it('goes through the points', () => {
    expect(
      curveThrough([
        { x: 0, y: 0 },
        { x: 30, y: 10 },
      ]),
    ).toBe('M0 0C10 0 20 10 30 10');
  });

  it('never overshoots: control points stay between the ends of their segment', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 144, noNaN: true }), { minLength: 2, maxLength: 30 }), (values) => {
        const points = values.map((y, index) => ({ x: index * 208, y }));
        const [, ...segments] = segmentsOf(curveThrough(points));
        segments.forEach((numbers, index) => {
          const [a = 0, b = 0] = [points[index]?.y, points[index + 1]?.y];
          for (const y of [numbers[1] ?? Number.NaN, numbers[3] ?? Number.NaN]) {
            expect(y).toBeGreaterThanOrEqual(Math.min(a, b) - 0.011);
            expect(y).toBeLessThanOrEqual(Math.max(a, b) + 0.011);
          }
        });
      }),
    );
  });
});
