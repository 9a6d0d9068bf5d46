import { describe, expect, it } from 'vitest';
import { type Click, isDoubleClick } from '@/components/editor/canvas/interaction/press';

const first: Click = { time: 1_000, key: 'card:a', x: 100, y: 100 };
const then = (change: Partial<Click>): Click => ({ ...first, time: 1_150, ...change });

describe('a double click', () => {
  it('is a second click soon after the first, on the same thing, at the same place', () => {
    expect(isDoubleClick(first, then({}), false)).toBe(true);
    expect(isDoubleClick(first, then({ x: 103, y: 102 }), false)).toBe(true);
  });

  it('is none when it comes late', () => {
    expect(isDoubleClick(first, then({ time: 1_400 }), false)).toBe(false);
  });

  it('is none on another thing', () => {
    expect(isDoubleClick(first, then({ key: 'card:b' }), false)).toBe(false);
  });

  it('is none at another place of the same thing; a finger is less exact than a mouse', () => {
    expect(isDoubleClick(first, then({ x: 112 }), false)).toBe(false);
    expect(isDoubleClick(first, then({ x: 112 }), true)).toBe(true);
    expect(isDoubleClick(first, then({ x: 130 }), true)).toBe(false);
  });
});
