import { describe, expect, it } from 'vitest';
import { type ActivityEntry, groupActivity } from '@/lib/map/history/groupActivity';

const minute = 60_000;
let ids = 1_000;
/** An entry; later ones of a list are older. */
const entry = (at: number, change: Partial<ActivityEntry>): ActivityEntry => ({
  id: String(ids--),
  at,
  actorId: 'user:ana',
  record: 'card',
  recordId: 'c1',
  field: 'text',
  before: null,
  after: null,
  ...change,
});

describe('the activity list', () => {
  it('gathers what somebody did in one go, one line a record', () => {
    const groups = groupActivity([
      entry(40 * minute, { field: 'text', before: 'a', after: 'abc' }),
      entry(35 * minute, { field: 'record', before: null, after: { id: 'c1', text: 'a' } }),
      entry(34 * minute, { record: 'step', recordId: 's1', field: 'pos', before: {}, after: {} }),
      entry(33 * minute, { actorId: 'guest:bo', field: 'deletedAt', before: null, after: 5 }),
      entry(10 * minute, { actorId: 'guest:bo', field: 'deletedAt', before: 5, after: null }),
    ]);
    expect(groups.map(({ actorId, from, to }) => [actorId, from / minute, to / minute])).toEqual([
      ['user:ana', 34, 40],
      ['guest:bo', 33, 33],
      ['guest:bo', 10, 10],
    ]);
    expect(groups[0]?.lines).toEqual([
      { record: 'card', recordId: 'c1', action: 'added', fields: ['text'], text: 'abc' },
      { record: 'step', recordId: 's1', action: 'moved', fields: ['pos'], text: null },
    ]);
    expect(groups[1]?.lines[0]?.action).toBe('deleted');
    expect(groups[2]?.lines[0]?.action).toBe('restored');
  });

  it('leaves out what was made and deleted again', () => {
    const groups = groupActivity([
      entry(2, { field: 'deletedAt', before: null, after: 2 }),
      entry(1, { field: 'record', before: null, after: { text: 'gone' } }),
      entry(1, { recordId: 'c2', before: 'x', after: 'y' }),
    ]);
    expect(groups[0]?.lines.map(({ recordId, action }) => [recordId, action])).toEqual([['c2', 'changed']]);
  });

  it('knows a pair that went as a whole', () => {
    const [group] = groupActivity([
      entry(1, { record: 'emotion', recordId: 's1:p1', field: 'record', before: { value: 1 }, after: null }),
    ]);
    expect(group?.lines[0]).toMatchObject({ record: 'emotion', action: 'deleted' });
  });

  it('is empty for nothing', () => {
    expect(groupActivity([])).toEqual([]);
  });
});
