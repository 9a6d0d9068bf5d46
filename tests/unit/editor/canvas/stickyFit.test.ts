import { expect, test } from 'vitest';
import { follow, stickyFit } from '@/components/editor/canvas/overlay/stickyFit';

test('titles that stay in sight are as large as the map where there is room, and else take no more than their part', () => {
  expect(stickyFit(172, 1, 1440)).toBe(1);
  expect(stickyFit(172, 0.4, 1440)).toBe(1);
  expect(stickyFit(172, 3, 480) * 172 * 3).toBeCloseTo(480 * 0.3);
  // Nobody could read them.
  expect(stickyFit(172, 0.3, 1440)).toBe(0);
  expect(stickyFit(172, 0.75, 300)).toBe(0);
  expect(stickyFit(0, 1, 1440)).toBe(0);
});

test('a title goes along its row as long as that is in sight', () => {
  expect(follow(100, 400, 50, 60)).toBe(0);
  expect(follow(100, 400, 250, 60)).toBe(150);
  expect(follow(100, 400, 900, 60)).toBe(340);
});
