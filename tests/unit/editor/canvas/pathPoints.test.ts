import { describe, expect, it } from 'vitest';
import { distanceToPath, pathPoints } from '@/components/editor/canvas/geometry/pathPoints';

describe('points along a path', () => {
  it('follows straight pieces and ends where curves end', () => {
    expect(pathPoints('M0 0L10 0V10H0Z')).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
      { x: 0, y: 0 },
    ]);
    expect(pathPoints('M0 0C0 10 10 10 10 0').at(-1)).toEqual({ x: 10, y: 0 });
    expect(pathPoints('M5,5Q10-5,15,5').at(-1)).toEqual({ x: 15, y: 5 });
    expect(pathPoints('M0 0A4 4 0 0 1 4 4').at(-1)).toEqual({ x: 4, y: 4 });
  });

  it('bends: the middle of a curve lies on it', () => {
    const points = pathPoints('M0 0C0 40 40 40 40 0');
    expect(distanceToPath(points, { x: 20, y: 30 })).toBeLessThan(0.5);
    expect(distanceToPath(points, { x: 20, y: 0 })).toBeGreaterThan(10);
  });

  it('ends at what it does not understand, and takes nothing as far away', () => {
    expect(pathPoints('M1 1X5 5')).toEqual([{ x: 1, y: 1 }]);
    expect(pathPoints('M1 1L')).toEqual([{ x: 1, y: 1 }]);
    expect(distanceToPath([], { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});
