import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchLines, hatchPath } from '@/lib/map/layout/hatch';

const boxes = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 0, max: 400 }),
  height: fc.integer({ min: 0, max: 400 }),
});

describe('hatchLines', () => {
  it('stay in their box and rise to the right at 45°', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 4, max: 40 }), (box, spacing) => {
        for (const { x1, y1, x2, y2 } of hatchLines(box, spacing)) {
          expect(x1).toBeGreaterThanOrEqual(box.x - 1e-6);
          expect(x2).toBeLessThanOrEqual(box.x + box.width + 1e-6);
          expect(y2).toBeGreaterThanOrEqual(box.y - 1e-6);
          expect(y1).toBeLessThanOrEqual(box.y + box.height + 1e-6);
          expect(x2 - x1).toBeCloseTo(y1 - y2, 6);
        }
      }),
    );
  });

  it('go on from one box into the next', () => {
    const [left, right] = [
      hatchLines({ x: 0, y: 0, width: 50, height: 100 }),
      hatchLines({ x: 50, y: 0, width: 50, height: 100 }),
    ];
    const ends = left.filter(({ x2 }) => x2 === 50).map(({ y2 }) => y2.toFixed(3));
    const begins = right.filter(({ x1 }) => x1 === 50).map(({ y1 }) => y1.toFixed(3));
    expect(begins).toEqual(expect.arrayContaining(ends));
    expect(hatchPath({ x: 0, y: 0, width: 0, height: 9 })).toBe('');
  });
});
