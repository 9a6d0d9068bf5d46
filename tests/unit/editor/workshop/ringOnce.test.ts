import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ringOnce } from '@/components/editor/workshop/timer/ringOnce';

/** What the pages of one browser share. */
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
};

beforeEach(() => {
  kept.clear();
  vi.useFakeTimers();
  vi.stubGlobal('window', { localStorage: storage });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that is seen or not, in which the bell can be heard or not. */
function page({ hidden, isHeard = true }: { hidden: boolean; isHeard?: boolean }) {
  const ring = vi.fn(() => isHeard);
  vi.stubGlobal('document', { hidden });
  return { ring, stop: ringOnce('timer:5', ring) };
}

describe('the bell in several pages of a browser', () => {
  test('is left to the page that is seen', () => {
    const behind = page({ hidden: true });
    const seen = page({ hidden: false });
    vi.runAllTimers();
    expect(seen.ring).toHaveBeenCalledOnce();
    expect(behind.ring).not.toHaveBeenCalled();
  });

  test('rings in one that nobody sees where no other was heard', () => {
    const seen = page({ hidden: false, isHeard: false });
    const behind = [page({ hidden: true }), page({ hidden: true })];
    vi.runAllTimers();
    expect(seen.ring).toHaveBeenCalledOnce();
    expect(behind.filter(({ ring }) => ring.mock.calls.length > 0)).toHaveLength(1);
  });

  test('rings in each where a browser keeps nothing', () => {
    vi.stubGlobal('window', {});
    const pages = [page({ hidden: false }), page({ hidden: true })];
    vi.runAllTimers();
    for (const { ring } of pages) expect(ring).toHaveBeenCalledOnce();
  });

  test('does not ring for a timer that was changed meanwhile', () => {
    const behind = page({ hidden: true });
    behind.stop();
    vi.runAllTimers();
    expect(behind.ring).not.toHaveBeenCalled();
  });
});
