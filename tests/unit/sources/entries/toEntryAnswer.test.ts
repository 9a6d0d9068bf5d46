import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/sources/entries/entryShape';
import { toEntryAnswer } from '@/lib/sources/entries/toEntryAnswer';

const entry: Entry = {
  ...{ day: '2026-03-01', who: null, segment: null, channel: null, touchpoint: null, satisfaction: null },
  ...{ text: 'Waited for an hour.', keepsPersonal: false },
};
const personsOf = (change: Partial<Entry>): readonly string[] =>
  toEntryAnswer({ ...entry, ...change }, { seed: 's', numbers: new Map(), key: 'a key' }).answer.persons;

describe('whom an entry is about', () => {
  it('is known by a label', () => {
    expect(personsOf({ who: 'P3' })).toHaveLength(1);
    expect(personsOf({ who: 'P3' })).not.toEqual(personsOf({ who: 'P4' }));
  });

  it('is not known by an address: masked, it would stand for everybody', () => {
    expect(personsOf({ who: 'anna@example.org' })).toEqual([]);
    expect(personsOf({ who: '▇▇▇' })).toEqual([]);
  });

  it('is known by an address that stays because somebody chose so', () => {
    expect(personsOf({ who: 'anna@example.org', keepsPersonal: true })).toHaveLength(1);
  });
});
