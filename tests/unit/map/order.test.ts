import { generateNKeysBetween } from 'fractional-indexing';
import { expect, test } from 'vitest';
import { orderAt } from '@/lib/map/order';

test('a list that is written anew gets the keys that fractional-indexing would give it', () => {
  const keys = generateNKeysBetween(null, null, 4100);
  expect(Array.from({ length: 4100 }, (_, index) => orderAt(index))).toEqual(keys);
});
