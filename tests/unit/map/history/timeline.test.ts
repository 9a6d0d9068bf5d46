import { describe, expect, test } from 'vitest';
import type { ActivityEntry } from '@/lib/map/history/groupActivity';
import { byDays, toTimeline } from '@/lib/map/history/timeline';

const entry = (at: number, actorId = 'user:a'): ActivityEntry => ({
  id: `e${at}`,
  ...{ at, actorId, record: 'step', recordId: `s${at}`, field: 'title', before: 'x', after: 'y' },
});
const all = <Item>(items: Item[]) => ({ items, isAll: true });
const some = <Item>(items: Item[]) => ({ items, isAll: false });

/** The line in short: versions by their numbers, activity by how many records were changed. */
const short = (line: ReturnType<typeof toTimeline<{ at: number; number: number }>>): string[] =>
  line.map((item) =>
    item.kind === 'version' ? `version ${item.version.number}` : `${item.group.actorId} ${item.group.lines.length}`,
  );

describe('the timeline of a map', () => {
  test('parts what somebody did in one go where a version was kept', () => {
    const line = toTimeline(all([entry(50), entry(40), entry(20)]), all([{ at: 30, number: 1 }]));
    expect(short(line)).toEqual(['user:a 2', 'version 1', 'user:a 1']);
    expect(line.map(({ at }) => at)).toEqual([50, 30, 20]);
  });

  test('has what happened at the moment of a version in it, and so below it', () => {
    const line = toTimeline(all([entry(31), entry(30)]), all([{ at: 30, number: 1 }]));
    expect(short(line)).toEqual(['user:a 1', 'version 1', 'user:a 1']);
  });

  test('goes as far back as all of both is known', () => {
    const versions = [
      { at: 45, number: 2 },
      { at: 10, number: 1 },
    ];
    expect(short(toTimeline(some([entry(50), entry(40)]), all(versions)))).toEqual(['user:a 1', 'version 2', 'user:a 1']);
    expect(short(toTimeline(all([entry(50), entry(40), entry(5)]), some(versions)))).toEqual([
      ...['user:a 1', 'version 2', 'user:a 1', 'version 1'],
    ]);
    expect(toTimeline(some([]), all(versions))).toEqual([]);
  });

  test('is gathered by days', () => {
    const days = byDays([{ at: 25 }, { at: 21 }, { at: 3 }], (at) => String(Math.floor(at / 10)));
    expect(days).toEqual([
      { day: '2', at: 25, items: [{ at: 25 }, { at: 21 }] },
      { day: '0', at: 3, items: [{ at: 3 }] },
    ]);
  });
});
