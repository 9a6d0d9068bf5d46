import { describe, expect, test } from 'vitest';
import { firstLockAt, lockAt, locksAnything, mayWriteAt, type WritePlace } from '@/lib/workshop/lockAt';
import { noWorkshop, type WorkshopLocks } from '@/lib/workshop/state';

const locks = (some: Partial<WorkshopLocks>): WorkshopLocks => ({ ...noWorkshop().locks, ...some });
const card = (stageId: string | null, laneId: string): WritePlace => ({ kind: 'card', stageId, laneId });
const places: Record<string, WritePlace> = {
  card: card('before', 'doing'),
  'card elsewhere': card('contact', 'thinking'),
  'card of no stage': card(null, 'doing'),
  step: { kind: 'step', stageId: 'before' },
  'step elsewhere': { kind: 'step', stageId: 'contact' },
  stage: { kind: 'stage', stageId: 'before' },
  lane: { kind: 'lane', laneId: 'doing' },
  'another lane': { kind: 'lane', laneId: 'thinking' },
  map: { kind: 'map' },
};
const open = (some: Partial<WorkshopLocks>): string[] =>
  Object.keys(places).filter((name) => mayWriteAt(locks(some), false, places[name] as WritePlace));

describe('where participants may write', () => {
  test('without locks everywhere, and on a locked map nowhere', () => {
    expect(open({})).toEqual(Object.keys(places));
    expect(open({ map: true })).toEqual([]);
  });

  test('a locked lane closes its cards and itself', () => {
    expect(open({ lanes: ['doing'] })).toEqual(['card elsewhere', 'step', 'step elsewhere', 'stage', 'another lane', 'map']);
  });

  test('a locked stage closes its steps, their cards and what hangs on them', () => {
    expect(open({ stages: ['before'] })).toEqual([
      'card elsewhere',
      'card of no stage',
      'step elsewhere',
      'lane',
      'another lane',
      'map',
    ]);
  });

  test('“these lanes only” leaves their cards and nothing else; a locked stage is locked there, too', () => {
    expect(open({ onlyLanes: ['doing'] })).toEqual(['card', 'card of no stage']);
    expect(open({ onlyLanes: ['doing'], stages: ['before'] })).toEqual(['card of no stage']);
    expect(open({ onlyLanes: [] })).toEqual([]);
  });

  test('leaders may write everywhere', () => {
    for (const place of Object.values(places)) expect(mayWriteAt(locks({ map: true, onlyLanes: [] }), true, place)).toBe(true);
  });

  test('the reason names what is locked, at the source or at the target', () => {
    expect(lockAt(locks({ lanes: ['doing'], stages: ['before'] }), card('before', 'doing'))).toEqual({
      type: 'lane',
      id: 'doing',
    });
    expect(firstLockAt(locks({ stages: ['contact'] }), [card('before', 'doing'), card('contact', 'doing')])).toEqual({
      type: 'stage',
      id: 'contact',
    });
    expect(firstLockAt(locks({ stages: ['contact'] }), [])).toBeNull();
    expect([locksAnything(locks({})), locksAnything(locks({ onlyLanes: [] }))]).toEqual([false, true]);
  });
});
