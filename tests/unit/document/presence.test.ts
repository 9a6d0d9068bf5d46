import { describe, expect, test } from 'vitest';
import { colourIndexOf, type PresenceState, readPresence } from '@/lib/document/presence';
import { presenceColours } from '@/lib/map/layout/palette';

const user = { id: 'user:anna', name: 'Anna', colour: 2, department: 'Billing', kind: 'user' } as const;

describe('what another page tells', () => {
  test('is read as it is when it is right', () => {
    const state: PresenceState = {
      user,
      cursor: { x: -12.5, y: 4000 },
      selection: ['card:abc', 'meta:title'],
      editing: { key: 'card:abc', anchor: '{"item":1}', head: '{"item":1}' },
      dragging: { keys: ['card:abc'], x: 3, y: -4 },
      viewport: { x: 0, y: 0, width: 1440, height: 900 },
      near: 'step:abc',
      look: { count: 3, at: { x: 1, y: 2 }, key: 'card:abc' },
      summons: { count: 1, viewport: null, near: 'step:abc' },
    };
    expect(readPresence(state)).toEqual(state);
    expect(readPresence({ user, cursor: null, editing: null, dragging: null })).toEqual({
      user,
      cursor: null,
      editing: null,
      dragging: null,
    });
  });

  test.each([
    [null],
    [undefined],
    ['Anna'],
    [[]],
    [{}],
    [{ user: 'Anna' }],
    [{ user: { name: 'Anna' } }],
    [{ user: { id: 'x' } }],
  ])('is nothing when it does not say whose page it is: %j', (state) => {
    expect(readPresence(state)).toBeNull();
  });

  test('loses only the parts that are not right', () => {
    const state = {
      user: {
        id: 'guest:x',
        name: `A\u0000${'b'.repeat(200)}`,
        colour: 'red; background: url(x)',
        kind: 'admin',
        extra: 1,
        leads: 'yes',
      },
      cursor: { x: Number.NaN, y: 0 },
      selection: Array.from({ length: 500 }, (_, index) => `card:${index}`),
      editing: { key: 'card:abc' },
      dragging: 'yes',
      viewport: { x: 0, y: 0, width: -1, height: 1 },
      near: '',
      look: { count: 0, at: null, key: null },
      summons: { count: 1, viewport: { x: 0, y: 0, width: 0, height: 1 }, near: null },
      payload: 'x'.repeat(1000),
    };
    const read = readPresence(state);
    expect(read?.user).toEqual({
      id: 'guest:x',
      name: `A${'b'.repeat(79)}`,
      colour: colourIndexOf('guest:x'),
      department: '',
      kind: 'guest',
    });
    expect(Object.keys(read ?? {})).toEqual(['user', 'selection']);
    expect(read?.selection).toHaveLength(200);
  });
});

test('people get one of the palette’s colours, always the same', () => {
  const indices = Array.from({ length: 500 }, (_, index) => colourIndexOf(`guest:${index}`));
  expect(new Set(indices).size).toBe(presenceColours.length);
  expect(indices.every((index) => index >= 0 && index < presenceColours.length)).toBe(true);
  expect(colourIndexOf('guest:7')).toBe(indices[7]);
});
