import { describe, expect, test } from 'vitest';
import { applyAction } from '@/lib/workshop/applyAction';
import { noWorkshop } from '@/lib/workshop/state';

let count = 0;
const scene = { now: 1_000, actorId: 'user:lea', newId: () => `id${++count}` };
const on = applyAction(noWorkshop(), { type: 'start' }, scene);

describe('a silent round', () => {
  test('begins in a workshop only, and one at a time', () => {
    expect(() => applyAction(noWorkshop(), { type: 'silent.start' }, scene)).toThrow('workshopIsOver');
    const state = applyAction(on, { type: 'silent.start' }, scene);
    expect(state.silentRound).toMatchObject({ startedAt: 1_000 });
    expect(() => applyAction(state, { type: 'silent.start' }, scene)).toThrow('silentRoundIsOn');
  });

  test('is ended by name, so that a late press does not end the next one', () => {
    const first = applyAction(on, { type: 'silent.start' }, scene);
    const roundId = first.silentRound?.id ?? '';
    const revealed = applyAction(first, { type: 'silent.reveal', roundId }, scene);
    expect(revealed.silentRound).toBeNull();
    const second = applyAction(revealed, { type: 'silent.start' }, scene);
    expect(second.silentRound?.id).not.toBe(roundId);
    expect(applyAction(second, { type: 'silent.reveal', roundId }, scene)).toBe(second);
  });

  test('ends with the workshop', () => {
    const state = applyAction(on, { type: 'silent.start' }, scene);
    expect(applyAction(state, { type: 'end' }, scene).silentRound).toBeNull();
  });
});
