import { expect, test } from 'vitest';
import { describeChanges } from '@/lib/document/activity';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { ActivityWindow } from '@/lib/sync/activityWindow';
import { smallMap } from '@/tests/builders/map';

const titled = (map: JourneyMap, title: string): JourneyMap => ({ ...map, meta: { ...map.meta, title } });

test('each person’s changes of a window are one line a field, from before the first to after the last', () => {
  const start = smallMap();
  const activity = new ActivityWindow(start, describeChanges);
  let now = start;
  const read = (): JourneyMap => now;
  activity.begin('user:a', read);
  now = titled(now, 'One');
  activity.begin('user:a', read);
  now = titled(now, 'Two');
  activity.begin('user:b', read);
  now = titled(now, 'Three');
  activity.begin('user:a', read);
  now = titled(now, 'Four');
  const changes = activity.take(now, 9);
  expect(changes.map(({ actorId, before, after, seq }) => [actorId, before, after, seq])).toEqual([
    ['user:a', start.meta.title, 'Four', 9],
    ['user:b', 'Two', 'Three', 9],
  ]);
  expect(activity.take(now, 10)).toEqual([]);
});

test('what ends as it began is no change, and what could not be written is kept for the next time', () => {
  const start = smallMap();
  const activity = new ActivityWindow(start, describeChanges);
  activity.begin('user:a', () => start);
  expect(activity.take(titled(start, start.meta.title), 1)).toEqual([]);
  activity.begin('user:a', () => start);
  const changes = activity.take(titled(start, 'One'), 2);
  activity.putBack(changes);
  activity.begin('user:a', () => titled(start, 'One'));
  expect(activity.take(titled(start, 'Two'), 3)).toEqual([{ ...changes[0], after: 'Two', seq: 3 }]);
});
