import { expect, test } from 'vitest';
import { whereReasons } from '@/components/editor/export/whereReasons';
import { parseComparison } from '@/lib/versions/comparison';

const origin = {
  source: { place: 'here' as const, mapId: 'source', title: 'Calling' },
  version: { number: 2, name: '', at: '2026-11-01T00:00:00.000Z', isThere: true },
  ...{ wasBaseline: true, isBaseline: true, hasContent: true, fromFile: false },
};
const where = (comparison: string | null, kept: typeof origin | null = origin) =>
  whereReasons(kept, comparison === null ? null : parseComparison(comparison), 'future');

test('a PDF says why a future state differs behind the map, before it beside its baseline, and not beside anything else', () => {
  expect(where(null)).toBe('behind');
  expect(where('source@2..live')).toBe('before');
  expect(where('baseline..live')).toBe('before');
  expect(where('baseline..future@live')).toBe('before');
  // Its current state, another version, the other way round, another map.
  for (const other of [
    'source@live..live',
    'source@1..live',
    '2..live',
    'live..source@2',
    'source@2..source@live',
    'source@baseline..live',
  ]) {
    expect(where(other), other).toBeNull();
  }
});

test('nor where the baseline is not kept, nor of other maps', () => {
  expect(where(null, { ...origin, hasContent: false })).toBeNull();
  expect(where('source@2..live', null)).toBeNull();
});
