import { beforeEach, describe, expect, test, vi } from 'vitest';
import { announceServerReturned, watchBuild } from '@/components/update/watchBuild';

/** As much of a window as the watch uses. */
class FakePage extends EventTarget {
  readonly document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  setInterval = vi.fn((_tick: () => void) => 1);
  clearInterval = vi.fn();
}

let page: FakePage;
let server: string | Error;
let told: string[];
let asked: number;
let stop: () => void;

beforeEach(() => {
  [page, server, told, asked] = [new FakePage(), 'one', [], 0];
  stop = watchBuild({
    page: page as unknown as Window,
    own: 'one',
    async ask() {
      asked++;
      if (server instanceof Error) throw server;
      return server;
    },
    onOther: (build) => told.push(build),
  });
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a page that stays open through an upgrade', () => {
  test('says nothing while the server is of its own build', async () => {
    announceServerReturned(page);
    await settle();
    expect({ asked, told }).toEqual({ asked: 1, told: [] });
  });

  test('is told once of each other build', async () => {
    server = 'two';
    for (let time = 0; time < 3; time++) {
      announceServerReturned(page);
      await settle();
    }
    expect(told).toEqual(['two']);
    server = 'three';
    page.dispatchEvent(new Event('online'));
    await settle();
    expect(told).toEqual(['two', 'three']);
  });

  test('asks when it is looked at again, and not while it is hidden', async () => {
    server = 'two';
    page.document.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
    page.setInterval.mock.calls[0]?.[0]();
    await settle();
    expect(asked).toBe(0);
    page.document.visibilityState = 'visible';
    page.document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(told).toEqual(['two']);
  });

  test('asks again another time when there was no answer', async () => {
    server = new Error('no network');
    announceServerReturned(page);
    await settle();
    server = 'two';
    announceServerReturned(page);
    await settle();
    expect(told).toEqual(['two']);
  });

  test('asks no more once the watch has ended', async () => {
    stop();
    server = 'two';
    announceServerReturned(page);
    page.dispatchEvent(new Event('online'));
    await settle();
    expect(asked).toBe(0);
    expect(page.clearInterval).toHaveBeenCalledOnce();
  });
});
