import { expect, test } from 'vitest';
import { activityRows, type MapActivity } from '@/lib/data/activity';
import { ActivityWriter } from '@/lib/sync/activityWriter';

const entry = (mapId: string, count = 1): MapActivity => ({
  mapId,
  changes: Array.from({ length: count }, (_, seq) => ({
    ...{ seq, actorId: 'user:a', record: 'step', recordId: 'step1', field: 'title', before: null, after: 'x' },
  })),
});

/** A writer and the maps of each statement; those that name a map called `bad` fail. */
function writer() {
  const statements: string[][] = [];
  const made = new ActivityWriter(async (entries) => {
    const maps = entries.map(({ mapId }) => mapId);
    statements.push(maps);
    if (maps.includes('bad')) throw new Error('no such map');
  }, 1);
  return { statements, made };
}

test('what many rooms have is one statement, as long as it fits into one', async () => {
  const { statements, made } = writer();
  await Promise.all([made.record(entry('a')), made.record(entry('b')), made.record(entry('c', activityRows - 2))]);
  expect(statements).toEqual([['a', 'b', 'c']]);
  await Promise.all([made.record(entry('a', 2)), made.record(entry('b', activityRows - 1)), made.record(entry('c'))]);
  expect(statements.slice(1)).toEqual([['a'], ['b', 'c']]);
});

test('a map whose changes cannot be written keeps no other map from being written, and is told alone', async () => {
  const { statements, made } = writer();
  const ends = await Promise.allSettled([made.record(entry('a')), made.record(entry('bad')), made.record(entry('b'))]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(statements).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
});
