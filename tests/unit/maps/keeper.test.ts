import { describe, expect, test, vi } from 'vitest';
import { createKeeper } from '@/lib/maps/keeper';

const keep = createKeeper<number>('keeperTest');

/** Makes 1, 2, 3 …, in `cost` milliseconds of a clock that stands still otherwise. */
function scene(cost = 0) {
  const running = {};
  let count = 0;
  const make = async () => {
    await Promise.resolve();
    if (cost > 0) vi.advanceTimersByTime(cost);
    count += 1;
    return count;
  };
  const ask = (version: string, more: { of?: string; exactly?: boolean } = {}) =>
    keep(running, { of: 'map', version, ...more }, make);
  return { running, ask };
}

describe('what is made of a whole map', () => {
  test('is made once for each state, however many ask at once', async () => {
    const { ask } = scene();
    const found = await Promise.all([ask('1'), ask('1'), ask('1')]);
    expect(found).toEqual([1, 1, 1].map((value) => ({ value, isCurrent: true })));
    expect(await ask('2', { exactly: true })).toEqual({ value: 2, isCurrent: true });
    expect(await ask('2', { of: 'another map' })).toEqual({ value: 3, isCurrent: true });
  });

  test('is given as it was while it is made anew, and for ten times as long as making it took', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    try {
      const { ask } = scene(100);
      const found = await Promise.all([ask('1'), ask('2')]);
      expect(found).toEqual([
        { value: 1, isCurrent: true },
        { value: 1, isCurrent: false },
      ]);
      expect(await ask('3')).toEqual({ value: 1, isCurrent: false });
      expect(await ask('3', { exactly: true })).toEqual({ value: 2, isCurrent: true });
      vi.advanceTimersByTime(899);
      expect(await ask('4')).toEqual({ value: 2, isCurrent: false });
      vi.advanceTimersByTime(1);
      expect(await ask('4')).toEqual({ value: 3, isCurrent: true });
    } finally {
      vi.useRealTimers();
    }
  });

  test('is not kept when it could not be made', async () => {
    const running = {};
    const failing = () => keep(running, { of: 'map', version: '1' }, () => Promise.reject(new Error('gone')));
    await Promise.all([expect(failing()).rejects.toThrow('gone'), expect(failing()).rejects.toThrow('gone')]);
    expect(await keep(running, { of: 'map', version: '1' }, async () => 7)).toEqual({ value: 7, isCurrent: true });
  });

  test('is kept for some maps only, the last ones', async () => {
    const { ask } = scene();
    for (let map = 0; map < 31; map++) await ask('1', { of: `${map}` });
    expect(await ask('1', { of: '1' })).toMatchObject({ value: 2 });
    expect(await ask('1', { of: '0' })).toMatchObject({ value: 32 });
  });
});
