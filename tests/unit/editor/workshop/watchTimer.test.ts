import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchTimer } from '@/components/editor/workshop/timer/watchTimer';
import type { WorkshopTimer } from '@/lib/workshop/state';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The server's clock is an hour ahead of this one. */
const now = () => Date.now() + 3_600_000;
const running = (seconds: number, total = seconds): WorkshopTimer => ({
  id: 'timer',
  total: total * 1_000,
  left: seconds * 1_000,
  endsAt: now() + seconds * 1_000,
});

function watch(timer: WorkshopTimer) {
  const told: string[] = [];
  const stop = watchTimer(timer, now, {
    onLastMinute: () => told.push('last minute'),
    onEnd: (isLate) => told.push(isLate ? 'late end' : 'end'),
  });
  return { told, stop };
}

describe('a timer that is watched', () => {
  test('tells its last minute and its end, each once', () => {
    const { told } = watch(running(300));
    vi.advanceTimersByTime(240_000);
    expect(told).toEqual(['last minute']);
    vi.advanceTimersByTime(59_999);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual(['last minute', 'end']);
  });

  test('tells whoever joins late what is still to come', () => {
    const { told } = watch(running(30, 300));
    vi.advanceTimersByTime(30_000);
    expect(told).toEqual(['end']);
  });

  test('makes no fuss about the last minute of a short one', () => {
    const { told } = watch(running(70));
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  test('tells nothing of what is past or paused', () => {
    const past = watch({ ...running(60), endsAt: now() - 1 });
    const paused = watch({ ...running(60), endsAt: null });
    vi.advanceTimersByTime(1_000_000);
    expect([past.told, paused.told]).toEqual([[], []]);
  });

  test('says when the page slept through its end', () => {
    const { told } = watch(running(60));
    vi.setSystemTime(Date.now() + 600_000);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['late end']);
  });

  test('is silent once it is not watched any more', () => {
    const { told, stop } = watch(running(60));
    stop();
    vi.advanceTimersByTime(100_000);
    expect(told).toEqual([]);
  });
});
