import { expect, test } from 'vitest';
import { Pace } from '@/lib/sync/pace';

test('a pace lets many come at once, then so many a second, and makes up for what was too much', () => {
  let now = 0;
  const pace = new Pace(10, 5, () => now);
  for (let frame = 0; frame < 5; frame++) expect(pace.take(0)).toBe(0);
  expect(pace.take(0)).toBe(100);
  expect(pace.take(0)).toBe(200);
  now += 200;
  expect(pace.take(0)).toBe(100);
  now += 60_000;
  // A large frame counts for its size.
  expect(pace.take(8 * 1024 * 14)).toBe(1_000);
});

test('a frame that makes much work counts for many, one that makes little does not', () => {
  const pace = new Pace(1_000, 1_000, () => 0);
  expect(pace.take(0, 5)).toBe(0);
  expect(pace.take(0, 60)).toBe(2);
  expect(pace.take(0, 110)).toBe(2_003);
});
