import { describe, expect, test } from 'vitest';
import { Readiness } from '@/lib/server/readiness';

describe('readiness', () => {
  test('is not ready, and asks nothing, before the start and while stopping', async () => {
    const readiness = new Readiness();
    let asked = 0;
    readiness.add('database', () => {
      asked += 1;
    });
    expect(await readiness.judge()).toEqual({ status: 'starting', checks: {} });
    readiness.stopping();
    readiness.started();
    expect(await readiness.judge()).toEqual({ status: 'stopping', checks: {} });
    expect(asked).toBe(0);
  });

  test('fails when one check says no, throws, or does not answer in time', async () => {
    const readiness = new Readiness({ patienceMs: 5 });
    readiness.add('fine', () => true);
    readiness.add('says no', () => false);
    readiness.add('throws', () => {
      throw new Error('broken');
    });
    readiness.add('rejects', () => Promise.reject(new Error('broken')));
    readiness.add('hangs', () => new Promise(() => undefined));
    readiness.started();
    expect(await readiness.judge()).toEqual({
      status: 'failing',
      checks: { fine: 'ok', 'says no': 'failing', throws: 'failing', rejects: 'failing', hangs: 'failing' },
    });
  });

  test('asks once for all who ask at the same time, and again afterwards', async () => {
    const readiness = new Readiness({ holdsMs: 0 });
    let asked = 0;
    let isWell = false;
    readiness.add('database', async () => {
      asked += 1;
      return isWell;
    });
    const held = new Readiness({ holdsMs: 60_000 });
    held.add('database', () => {
      asked += 1;
    });
    held.started();
    await Promise.all(Array.from({ length: 50 }, () => held.judge()));
    expect(asked).toBe(1);
    readiness.started();
    expect((await readiness.judge()).status).toBe('failing');
    isWell = true;
    expect((await readiness.judge()).status).toBe('ready');
  });
});
