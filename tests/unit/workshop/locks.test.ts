import { describe, expect, test } from 'vitest';
import { applyAction } from '@/lib/workshop/applyAction';
import { changesHold } from '@/lib/workshop/hold';
import { noWorkshop, type WorkshopState } from '@/lib/workshop/state';

const scene = { now: 1_000, actorId: 'user:lea', newId: () => 'id' };
const on = applyAction(noWorkshop(), { type: 'start' }, scene);
const lock = (state: WorkshopState, change: object) => applyAction(state, { type: 'locks.set', ...change }, scene);

describe('locks', () => {
  test('only what is named changes, lane by lane', () => {
    expect(() => lock(noWorkshop(), { map: true })).toThrow('workshopIsOver');
    const one = lock(on, { lanes: { doing: true }, stages: { before: true } });
    const two = lock(one, { lanes: { thinking: true } });
    expect(two.locks).toEqual({ map: false, lanes: ['doing', 'thinking'], stages: ['before'], onlyLanes: null });
    expect(lock(two, { lanes: { doing: false, unknown: false } }).locks.lanes).toEqual(['thinking']);
    expect(lock(two, { onlyLanes: ['a', 'a'] }).locks.onlyLanes).toEqual(['a']);
    expect(lock(lock(two, { onlyLanes: [] }), { onlyLanes: null }).locks.onlyLanes).toBeNull();
  });

  test('what changes nothing is no change, and everything ends with the workshop', () => {
    const state = lock(on, { map: true, lanes: { doing: true } });
    expect(lock(state, { map: true, lanes: { doing: true } })).toBe(state);
    expect(applyAction(state, { type: 'end' }, scene).locks).toEqual(noWorkshop().locks);
  });

  test('who may write changes with the lock of the map, and with the leaders while it is on', () => {
    const locked = lock(on, { map: true });
    const withAnother = { ...locked, leaders: [...locked.leaders, 'user:max'] };
    expect(changesHold(on, locked)).toBe(true);
    expect(changesHold(locked, locked)).toBe(false);
    expect(changesHold(locked, withAnother)).toBe(true);
    expect(changesHold(locked, applyAction(locked, { type: 'end' }, scene))).toBe(true);
    expect(changesHold(on, { ...on, leaders: withAnother.leaders })).toBe(false);
    expect(changesHold(on, lock(on, { lanes: { doing: true } }))).toBe(false);
  });
});
