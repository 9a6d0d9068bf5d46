import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followSeen, type SeenMarks } from '@/components/editor/comments/seenBefore';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what was read is marked as new for a while, and then no more', () => {
  let seen: SeenMarks = new Map([['a', 1]]);
  let shown: SeenMarks = new Map();
  const stop = followSeen(
    () => seen,
    (marks) => {
      shown = marks;
    },
  );
  expect(shown.get('a')).toBe(1);
  seen = new Map([['a', 4]]);
  vi.advanceTimersByTime(10_000);
  expect(shown.get('a')).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(shown.get('a')).toBe(4);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
