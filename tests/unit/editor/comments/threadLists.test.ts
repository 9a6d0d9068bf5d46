import { describe, expect, test } from 'vitest';
import { countAllUnread, countUnread, filterForUnread, listThreadsFor } from '@/components/editor/comments/threadLists';
import { threadWith } from './threadWith';

const me = 'user:me';

describe('conversations in the panel', () => {
  const here = threadWith('here', { target: { type: 'card', id: 'c' }, lastAt: '2026-01-01T00:00:00.000Z' });
  const newer = threadWith('newer', { target: { type: 'step', id: 's' }, lastAt: '2026-01-03T00:00:00.000Z' });
  const older = threadWith('older', { target: { type: 'map' }, lastAt: '2026-01-02T00:00:00.000Z' });
  const gone = threadWith('gone', { target: { type: 'card', id: 'x' }, said: [['user:other', 'for @[Me](user:me)']] });
  const done = threadWith('done', { resolvedAt: '2026-01-01T00:00:00.000Z', said: [[me, 'mine']] });
  const all = [here, older, newer, gone, done];
  const ids = (filter: 'open' | 'resolved' | 'mine') => {
    const lists = listThreadsFor(all, {
      filter,
      actorId: me,
      hereKeys: new Set(['card:c']),
      isDeleted: (key) => key === 'card:x',
    });
    return [lists.here, lists.elsewhere, lists.deleted].map((list) => list.map(({ id }) => id));
  };

  test('stand where they belong, the last spoken in first', () => {
    expect(ids('open')).toEqual([['here'], ['newer', 'older'], ['gone']]);
    expect(ids('resolved')).toEqual([[], ['done'], []]);
    expect(ids('mine')).toEqual([[], ['done'], ['gone']]);
  });

  test('count as unread what others said after what one has read, but nothing deleted', () => {
    const thread = threadWith('t', {
      seen: 1,
      said: [
        ['user:other', 'a'],
        [me, 'b'],
        ['user:other', 'c'],
        ['user:other', null],
      ],
    });
    expect(countUnread(thread, me)).toBe(1);
    // What was resolved without one concerns one no more.
    const apart = threadWith('u', { resolvedAt: '2026-01-01T00:00:00.000Z' });
    expect(countAllUnread([thread, apart], me)).toBe(1);
    expect(countAllUnread([{ ...apart, resolvedAt: null }], me)).toBe(1);
  });

  test('are shown by the filter in which something is unread, and by the chosen one where nothing is', () => {
    const mention: [string, string][] = [['user:other', 'for @[Me](user:me)']];
    const open = threadWith('open');
    const resolved = threadWith('resolved', { resolvedAt: '2026-01-01T00:00:00.000Z', said: mention });
    const read = threadWith('read', { seen: 1 });
    expect(filterForUnread([read], me, 'mine')).toBe('mine');
    expect(filterForUnread([read, resolved], me, 'open')).toBe('resolved');
    expect(filterForUnread([open, resolved], me, 'open')).toBe('open');
    expect(filterForUnread([read, resolved], me, 'mine')).toBe('mine');
  });
});
