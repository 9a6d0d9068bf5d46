import { expect, it } from 'vitest';
import { alignLists } from '@/lib/map/compare/matching/alignLists';

const alike = (a: string, b: string): number => (a === b ? 1 : 0);
const least = { inOrder: 0.5, outOfOrder: 0.5 };

it('pairs what is alike, in order first, then the rest', () => {
  expect(alignLists(['a', 'b', 'c'], ['b', 'c', 'a'], alike, least).sort()).toEqual([
    ['a', 'a'],
    ['b', 'b'],
    ['c', 'c'],
  ]);
});

it('compares each item of long lists with those near its place only', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => `item ${index}`);
  const shifted = ['new', ...items.slice(0, 5_000), ...items.slice(5_010)];
  let compared = 0;
  const pairs = alignLists(
    items,
    shifted,
    (a, b) => {
      compared += 1;
      return alike(a, b);
    },
    least,
  );
  expect(pairs).toHaveLength(9_990);
  expect(pairs.every(([a, b]) => a === b)).toBe(true);
  expect(compared).toBeLessThan(1_000_000);
});
