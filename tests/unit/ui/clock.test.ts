import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clock } from '@/components/ui/clock';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-27T10:00:00Z'));
});
afterEach(() => {
  vi.useRealTimers();
});

test('the clock of a page goes on while somebody looks, and says the time at once to whoever looks again later', () => {
  const heard = vi.fn();
  const leave = clock.subscribe(heard);
  vi.advanceTimersByTime(30_000);
  expect(clock.read()).toEqual(new Date('2026-11-27T10:00:30Z'));
  // The same for all who ask in between.
  expect(clock.read()).toBe(clock.read());
  expect(heard.mock.calls.length).toBeGreaterThanOrEqual(3);
  leave();
  vi.advanceTimersByTime(600_000);
  const stop = clock.subscribe(() => undefined);
  expect(clock.read()).toEqual(new Date('2026-11-27T10:10:30Z'));
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
