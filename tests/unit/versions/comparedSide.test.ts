import { expect, test } from 'vitest';
import { readComparedSide, tellsReasons, writeComparedSide } from '@/lib/versions/comparedSide';

test('a side of a comparison is a version or the live map, of this map or of another, and is written as it was read', () => {
  expect(readComparedSide('live')).toEqual({ mapId: null, state: 'live' });
  expect(readComparedSide('3')).toEqual({ mapId: null, state: 3 });
  expect(readComparedSide('a-map_1@live')).toEqual({ mapId: 'a-map_1', state: 'live' });
  expect(readComparedSide('live@12')).toEqual({ mapId: 'live', state: 12 });
  expect(readComparedSide('baseline')).toEqual({ mapId: null, state: 'baseline' });
  for (const text of ['live', '3', 'baseline', 'map@live', 'map@7', 'map@baseline', 'baseline@baseline']) {
    const side = readComparedSide(text);
    expect(side && writeComparedSide(side)).toBe(text);
  }
});

test('nothing else is a side', () => {
  for (const text of ['', '0', '03', '@3', 'map@', 'a@b@3', 'now', '-1', '1234567890', `${'m'.repeat(65)}@1`, 'live ']) {
    expect(readComparedSide(text)).toBeNull();
  }
});

test('reasons are told between states of one map, and not against what it starts from', () => {
  const [live, version] = [
    { mapId: null, state: 'live' },
    { mapId: 'map', state: 2 },
  ] as const;
  expect(tellsReasons(version, live, 'map')).toBe(true);
  expect(tellsReasons(version, live, 'other')).toBe(false);
  expect(tellsReasons({ mapId: null, state: 'baseline' }, live, 'map')).toBe(false);
});
