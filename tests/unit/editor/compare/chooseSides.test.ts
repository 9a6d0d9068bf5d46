import { describe, expect, test } from 'vitest';
import { firstChoice, preferredState } from '@/components/editor/compare/chooseSides';
import { parseComparison } from '@/lib/versions/comparison';

const first = (asked: string, newest?: number) => firstChoice(parseComparison(asked), 'own', newest);

describe('what is chosen before anybody chooses', () => {
  test('is the newest version and now, or what is compared already', () => {
    expect(first('', 4)).toEqual({ mapId: '', other: 'from', from: '4', to: 'live' });
    expect(first('')).toEqual({ mapId: '', other: 'from', from: '', to: 'live' });
    expect(first('2..3', 4)).toEqual({ mapId: '', other: 'from', from: '2', to: '3' });
    expect(first('own@2..live', 4)).toEqual({ mapId: '', other: 'from', from: '2', to: 'live' });
  });

  test('keeps the other map on the side on which it is, also when both were swapped', () => {
    expect(first('other@7..live')).toEqual({ mapId: 'other', other: 'from', from: '7', to: 'live' });
    expect(first('live..other@7')).toEqual({ mapId: 'other', other: 'to', from: 'live', to: '7' });
    expect(first('live..other@live')).toEqual({ mapId: 'other', other: 'to', from: 'live', to: 'live' });
  });

  test('of two states of other maps, lets the later one make way for the open map', () => {
    expect(first('other@7..third@2')).toEqual({ mapId: 'other', other: 'from', from: '7', to: 'live' });
  });

  test('of another map is what was agreed last, else how it is now', () => {
    const signed = { status: 'signed' } as const;
    expect(preferredState([{ number: 5 }, { number: 4, signOff: { status: 'open' } }, { number: 3, signOff: signed }])).toBe(3);
    expect(preferredState([{ number: 5, signOff: null }, { number: 4 }])).toBe('live');
    expect(preferredState([])).toBe('live');
  });
});
