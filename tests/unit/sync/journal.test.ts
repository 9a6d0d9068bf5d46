import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import type { AppendEntry, AppendResult } from '@/lib/data/documents';
import { noCounters } from '@/lib/sync/counters';
import { Journal } from '@/lib/sync/journal';
import type { JournalListener } from '@/lib/sync/journalQueue';

const limits = { groupMs: 1, restMs: 1, batchBytes: 100, batchUpdates: 10, retryMs: 2, retryMaxMs: 8 };
const log = pino({ level: 'silent' });
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5_000, interval: 1 });

/** An in-memory log that may fail, and what each call brought. */
function memory() {
  const batches: string[][] = [];
  const seqs = new Map<string, number>();
  const troubles = new Set<string>();
  const counter = { calls: 0 };
  const append = async (batch: readonly AppendEntry[]): Promise<AppendResult[]> => {
    counter.calls += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
    const ids = batch.map(({ mapId }) => mapId);
    if (ids.some((id) => troubles.has(id))) throw new Error('no');
    batches.push(batch.map(({ mapId, updates }) => `${mapId}:${updates.map(({ bytes }) => bytes[0]).join('')}`));
    return batch.map(({ mapId, updates }) => {
      if (mapId === 'gone') return { mapId, missing: true };
      const before = seqs.get(mapId) ?? 0;
      seqs.set(mapId, before + updates.length);
      return { mapId, firstSeq: before + 1, lastSeq: before + updates.length };
    });
  };
  return {
    append,
    batches,
    troubles,
    get calls() {
      return counter.calls;
    },
  };
}

function open(journal: Journal, mapId: string) {
  const told: string[] = [];
  const listener: JournalListener = {
    onCommitted: ({ firstSeq, lastSeq }) => told.push(`${firstSeq}-${lastSeq}`),
    onFailing: (failing) => told.push(failing ? 'failing' : 'works'),
    onGone: () => told.push('gone'),
  };
  const queue = journal.open(mapId, listener);
  const add = (value: number, length = 1): void =>
    queue.add({ bytes: new Uint8Array(length).fill(value), actorId: 'user:a', clients: [] });
  return { queue, told, add };
}

const start = (storage: ReturnType<typeof memory>): Journal =>
  new Journal({ append: storage.append, limits, log, counters: noCounters, now: () => performance.now() });

describe('the journal', () => {
  test('what gathers in a moment is one batch over all maps, in order within each', async () => {
    const storage = memory();
    const journal = start(storage);
    const [a, b] = [open(journal, 'a'), open(journal, 'b')];
    const done: string[] = [];
    a.add(1);
    b.add(2);
    a.add(3);
    a.queue.after(() => done.push('a'));
    b.queue.after(() => done.push('b'));
    expect(done).toEqual([]);
    await Promise.all([a.queue.settled(), b.queue.settled()]);
    expect(storage.batches).toEqual([['a:13', 'b:2']]);
    expect(done).toEqual(['a', 'b']);
    a.queue.after(() => done.push('at once'));
    expect(done.at(-1)).toBe('at once');
  });

  test('a batch has bounds, and an update larger than them goes alone', async () => {
    const storage = memory();
    const a = open(start(storage), 'a');
    a.add(1, 60);
    a.add(2, 60);
    a.add(3, 500);
    for (let index = 0; index < 12; index++) a.add(4);
    await a.queue.settled();
    expect(storage.batches).toEqual([['a:1'], ['a:2'], ['a:3'], ['a:4444444444'], ['a:44']]);
    expect(a.told).toEqual(['1-1', '2-2', '3-3', '4-13', '14-15']);
    expect(a.queue.unsavedBytes).toBe(0);
  });

  test('a restore is noted with the very batch that holds its update, also when that is tried again', async () => {
    const storage = memory();
    const batches: AppendEntry[] = [];
    const append = async (batch: readonly AppendEntry[]): Promise<AppendResult[]> => {
      batches.push(...batch);
      return storage.append(batch);
    };
    const { queue, add } = open(start({ ...storage, append }), 'a');
    storage.troubles.add('a');
    add(1, 60);
    queue.add({ bytes: new Uint8Array(60).fill(2), actorId: 'user:a', clients: [], restoreId: 'before1' });
    add(3, 60);
    await until(() => expect(batches.length).toBeGreaterThan(1));
    storage.troubles.clear();
    await queue.settled();
    const noted = new Map(batches.map(({ updates, restores }) => [updates.map(({ bytes }) => bytes[0]).join(''), restores]));
    expect([...noted]).toEqual([
      ['1', undefined],
      ['2', ['before1']],
      ['3', undefined],
    ]);
  });

  test('no map starves, however much the others bring', async () => {
    const storage = memory();
    const journal = start(storage);
    const loud = open(journal, 'loud');
    const quiet = open(journal, 'quiet');
    for (let index = 0; index < 50; index++) loud.add(1, 90);
    quiet.add(2);
    await quiet.queue.settled();
    expect(storage.batches.length).toBeLessThan(4);
    await loud.queue.settled();
  });

  test('a failed batch is retried until it works, and each map is told once', async () => {
    const storage = memory();
    const journal = start(storage);
    const [a, b] = [open(journal, 'a'), open(journal, 'b')];
    storage.troubles.add('a').add('b');
    a.add(1);
    b.add(2);
    await until(() => expect(a.queue.failures).toBeGreaterThan(4));
    a.add(3);
    expect([a.told, b.told]).toEqual([['failing'], ['failing']]);
    expect(journal.unsaved()).toEqual({ updates: 3, bytes: 3, failingMaps: 2 });
    storage.troubles.clear();
    await Promise.all([a.queue.settled(), b.queue.settled()]);
    expect(a.told).toEqual(['failing', 'works', '1-2']);
    expect(b.told).toEqual(['failing', 'works', '1-1']);
    expect(storage.batches.flat().sort()).toEqual(['a:13', 'b:2']);
  });

  test('a map that cannot be saved keeps no other from being saved', async () => {
    const storage = memory();
    const journal = start(storage);
    const [bad, good] = [open(journal, 'bad'), open(journal, 'good')];
    storage.troubles.add('bad');
    for (let round = 1; round <= 30; round++) {
      bad.add(1);
      good.add(2);
      await good.queue.settled();
    }
    expect(good.told.at(-1)).toBe('30-30');
    // It is told of the joint failure only.
    expect(good.told.filter((line) => line === 'failing')).toHaveLength(1);
    expect(bad.told).toEqual(['failing']);
    expect(journal.unsaved()).toMatchObject({ failingMaps: 1 });
    journal.close();
  });

  test('whoever begins to wait during a commit is told with it, without another one', async () => {
    const storage = memory();
    const { queue, add } = open(start(storage), 'a');
    const told: string[] = [];
    add(1);
    await until(() => expect(storage.calls).toBe(1));
    queue.after(() => told.push('first'));
    add(2);
    queue.after(() => told.push('second'));
    await queue.settled();
    expect(told).toEqual(['first', 'second']);
    expect(storage.batches).toEqual([['a:1'], ['a:2']]);
  });

  test('a map that is gone confirms nothing, and lets go of whoever waits for quiet', async () => {
    const storage = memory();
    const { queue, told, add } = open(start(storage), 'gone');
    let isConfirmed = false;
    add(1);
    queue.after(() => {
      isConfirmed = true;
    });
    await queue.settled();
    add(2);
    expect(told).toEqual(['gone']);
    expect(isConfirmed).toBe(false);
    expect(queue.isEmpty).toBe(true);
  });
});
