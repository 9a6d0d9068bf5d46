import { describe, expect, it } from 'vitest';
import { isSameSubject, subjectKey, subjectOf } from '@/components/editor/inspector/subject';
import { targetFor } from '@/components/editor/inspector/targetFor';
import type { MapReference } from '@/components/editor/reference';
import { arrange } from '@/lib/map/arrange';
import { smallMap } from '@/tests/builders/map';

const written = smallMap();
const map = arrange(written);
const step = (number: number): MapReference => ({ type: 'step', id: `step${number}` });
const card = (number: number): MapReference => ({ type: 'card', id: `card${number}` });
const typeOf = (...selected: MapReference[]) => subjectOf(map, selected).type;

describe('what the panel is about', () => {
  it('is what was selected last', () => {
    expect([typeOf(), typeOf(step(1)), typeOf(card(1)), typeOf(card(1), card(2))]).toEqual(['map', 'step', 'cards', 'cards']);
    expect(typeOf(step(1), { type: 'lane', id: 'lane1' })).toBe('lane');
  });

  it('is several steps together, and steps with cards', () => {
    const subject = subjectOf(map, [step(3), card(2), step(1)]);
    expect(subject).toMatchObject({ type: 'several', steps: [{ id: 'step1' }, { id: 'step3' }], cards: [{ id: 'card2' }] });
    expect(subjectKey(subject)).toBe('several:step1,step3,card2');
    expect(typeOf(step(1), step(2))).toBe('several');
    expect(typeOf(step(1), card(2))).toBe('several');
  });
});

it('is the same as long as its records are, whatever else is written', () => {
  const other = arrange({ ...written, cards: written.cards.map((one) => (one.id === 'card2' ? { ...one, text: 'new' } : one)) });
  const isSame = (...selected: MapReference[]) => isSameSubject(subjectOf(map, selected), subjectOf(other, selected));
  expect(isSame()).toBe(true);
  expect([isSame(card(1)), isSame(card(2)), isSame(card(1), card(2))]).toEqual([true, false, false]);
  expect(isSameSubject(subjectOf(map, [card(1)]), subjectOf(map, []))).toBe(false);
});

describe('where a transition leads when its kind changes', () => {
  const steps = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  it('is out for an exit, and for an exit that becomes a way some step', () => {
    expect(targetFor('exit', { from: 'a', to: 'b' }, steps)).toBeNull();
    expect(targetFor('back', { from: 'b', to: null }, steps)).toBe('a');
    expect(targetFor('onward', { from: 'b', to: null }, steps)).toBe('c');
    expect(targetFor('skip', { from: 'c', to: null }, steps)).toBe('a');
    expect(targetFor('onward', { from: 'a', to: null }, [{ id: 'a' }])).toBe('a');
  });
});
