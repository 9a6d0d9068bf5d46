import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWorkshopStore } from '@/components/editor/workshop/workshopStore';
import { answerWith } from './answer';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(10_000_000);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the workshop as a page knows it', () => {
  test('is the newest that the server told, whichever answer comes first', () => {
    const store = createWorkshopStore();
    expect(store.getState()).toMatchObject({ isKnown: false, workshop: { isOn: false } });
    store.getState().take(answerWith(2), 10);
    store.getState().take(answerWith(1), 10);
    expect(store.getState()).toMatchObject({ isKnown: true, workshop: { version: 2 } });
  });

  test('knows how much the server’s clock is ahead, to half the time that an answer took', () => {
    const store = createWorkshopStore();
    store.getState().take(answerWith(1, {}, Date.now() + 60_000), 400);
    expect(store.getState().clockAhead).toBe(60_200);
  });

  test('does not let a slow answer move its clock, but a better one', () => {
    const store = createWorkshopStore();
    const { take } = store.getState();
    take(answerWith(1, {}, Date.now() + 60_000), 400);
    take(answerWith(2, {}, Date.now() + 59_000), 5_000);
    expect(store.getState().clockAhead).toBe(60_200);
    take(answerWith(3, {}, Date.now() + 60_300), 10);
    expect(store.getState().clockAhead).toBe(60_305);
  });

  test('does not take an answer of nobody knows when for news of the clock', () => {
    const store = createWorkshopStore();
    store.getState().take(answerWith(1, {}, Date.now() - 3 * 3_600_000), Number.POSITIVE_INFINITY);
    expect(store.getState().clockAhead).toBe(0);
    store.getState().take(answerWith(2, {}, Date.now() + 60_000), Number.POSITIVE_INFINITY);
    expect(store.getState().clockAhead).toBe(60_000);
  });

  test('is the very same in what did not change', () => {
    const store = createWorkshopStore();
    const timer = { id: 'timer', total: 60_000, left: 60_000, endsAt: 10_060_000 };
    const read = () => store.getState().workshop.state;
    store.getState().take(answerWith(1, { timer }), 0);
    const before = read();
    store.getState().take(answerWith(2, { timer: { ...timer }, agenda: [{ id: 'a', title: 'A', minutes: 5, notes: '' }] }), 0);
    expect(read().timer).toBe(before.timer);
    expect(read().locks).toBe(before.locks);
    expect(read().agenda).toHaveLength(1);
    store.getState().take(answerWith(3, { timer: { ...timer, endsAt: 10_090_000 } }), 0);
    expect(read().timer?.endsAt).toBe(10_090_000);
  });

  test('keeps its clock where both agree', () => {
    const store = createWorkshopStore();
    store.getState().take(answerWith(1, {}, Date.now() - 3), 8);
    expect(store.getState().clockAhead).toBe(0);
  });
});
