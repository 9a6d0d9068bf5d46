import { expect, test } from 'vitest';
import { readComparedSide, writeComparedSide } from '@/lib/versions/comparedSide';

test('a side of a comparison is a version or the live map, of this map or of another, and is written as it was read', () => {
  expect(readComparedSide('live')).toEqual({ mapId: null, state: 'live' });
  expect(readComparedSide('3')).toEqual({ mapId: null, state: 3 });
  expect(readComparedSide('a-map_1@live')).toEqual({ mapId: 'a-map_1', state: 'live' });
  expect(readComparedSide('live@12')).toEqual({ mapId: 'live', state: 12 });
  for (const text of ['live', '3', 'map@live', 'map@7']) {
    const side = readComparedSide(text);
    expect(side && writeComparedSide(side)).toBe(text);
  }
});

test('nothing else is a side', () => {
  for (const text of ['', '0', '03', '@3', 'map@', 'a@b@3', 'now', '-1', '1234567890', `${'m'.repeat(65)}@1`, 'live ']) {
    expect(readComparedSide(text)).toBeNull();
  }
});
