import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followWorkshop } from '@/components/editor/workshop/followWorkshop';
import { createWorkshopStore } from '@/components/editor/workshop/workshopStore';
import type { EventWatcher } from '@/components/live/watchEvents';
import type { WorkshopAnswer } from '@/lib/workshop/workshopAnswer';
import { answerWith } from './answer';

/** Requests that wait until the test answers them, in any order. */
const asked: { method: string; body: unknown; answer(value: WorkshopAnswer | null): void }[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (_path: string, { method, body }: { method: string; body: string | null }) => {
    return new Promise<Response>((resolve, reject) => {
      const answer = (value: WorkshopAnswer | null) => (value ? resolve(Response.json(value)) : reject(new Error('no network')));
      asked.push({ method, body: body === null ? null : JSON.parse(body), answer });
    });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function follow() {
  const store = createWorkshopStore();
  let watcher: EventWatcher = { onEvent: () => undefined };
  const stopped = vi.fn();
  const stop = followWorkshop('map', store, 'de', (given) => {
    watcher = given;
    return stopped;
  });
  return {
    store,
    version: () => store.getState().workshop.version,
    open: () => watcher.onOpen?.(),
    change: (kind: 'workshop.changed' | 'comments.changed' = 'workshop.changed') => watcher.onEvent(kind, {}),
    isNeededHidden: () => watcher.isNeededHidden?.(),
    stop,
    stopped,
  };
}

const settled = (check: () => void) => vi.waitFor(check);

describe('the workshop on an open map', () => {
  test('is fetched when the line opens and when it changes, and not for anything else', async () => {
    const { version, open, change } = follow();
    open();
    asked[0]?.answer(answerWith(1));
    await settled(() => expect(version()).toBe(1));
    change('comments.changed');
    change();
    asked[1]?.answer(answerWith(2));
    await settled(() => expect(version()).toBe(2));
    expect(asked).toHaveLength(2);
  });

  test('says an agenda from a template in the language of the page, and leaves alone what people wrote', async () => {
    const { store, open } = follow();
    open();
    const agenda = [
      { id: 'a', title: 'Silent notes', minutes: 15, notes: '' },
      { id: 'b', title: 'Coffee for everyone', minutes: 5, notes: '' },
    ];
    asked[0]?.answer(answerWith(1, { agenda }));
    const titles = () => store.getState().workshop.state.agenda.map(({ title }) => title);
    await settled(() => expect(titles()).toEqual(['Stille Notizen', 'Coffee for everyone']));
  });

  test('is fetched once more, and not twice, for all that happens while an answer is on its way', async () => {
    const { version, open, change } = follow();
    open();
    for (let times = 0; times < 5; times += 1) change();
    expect(asked).toHaveLength(1);
    asked[0]?.answer(answerWith(1));
    await settled(() => expect(asked).toHaveLength(2));
    asked[1]?.answer(answerWith(6));
    await settled(() => expect(version()).toBe(6));
    expect(asked).toHaveLength(2);
  });

  test('stays as it was while the server is away, and is asked for again when the line is back', async () => {
    const { version, open, change } = follow();
    open();
    asked[0]?.answer(answerWith(1));
    await settled(() => expect(version()).toBe(1));
    change();
    asked[1]?.answer(null);
    await settled(() => {
      open();
      expect(asked.length).toBeGreaterThan(2);
    });
    expect(version()).toBe(1);
    asked[2]?.answer(answerWith(3));
    await settled(() => expect(version()).toBe(3));
  });

  test('is changed by an action, whose answer counts at once; what is refused is told to whoever asked', async () => {
    const { store, version } = follow();
    const started = store.getState().act({ type: 'start' });
    expect(asked[0]).toMatchObject({ method: 'POST', body: { type: 'start' } });
    asked[0]?.answer(answerWith(4));
    await started;
    expect(version()).toBe(4);
    const failed = store.getState().act({ type: 'end' });
    asked[1]?.answer(null);
    await expect(failed).rejects.toThrow('offline');
  });

  test('is listened to behind other windows only while it is on', async () => {
    const { open, change, isNeededHidden, version } = follow();
    expect(isNeededHidden()).toBe(false);
    open();
    asked[0]?.answer(answerWith(1));
    await settled(() => expect(isNeededHidden()).toBe(true));
    change();
    asked[1]?.answer({ ...answerWith(2), isOn: false });
    await settled(() => expect(version()).toBe(2));
    expect(isNeededHidden()).toBe(false);
  });

  test('is not touched any more after the page was left', async () => {
    const { version, open, stop, stopped } = follow();
    open();
    stop();
    expect(stopped).toHaveBeenCalledOnce();
    asked[0]?.answer(answerWith(1));
    await new Promise(setImmediate);
    expect(version()).toBe(-1);
  });
});
