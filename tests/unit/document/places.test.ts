import { describe, expect, test } from 'vitest';
import { ordersAt, sortOrdered, toIndex } from '@/lib/document/operations/places';
import { orderAt } from '@/lib/map/order';

const list = (...orders: string[]) => sortOrdered(orders.map((order, index) => ({ id: `r${index}`, order })));

/** The ids in the order in which they come to stand after an insertion of `new0`, `new1` … */
function insert(siblings: ReturnType<typeof list>, index: number, count: number): string[] {
  const { orders, moved } = ordersAt(siblings, index, count);
  const kept = siblings.map((item) => moved.find(({ id }) => id === item.id) ?? item);
  const all = [...kept, ...orders.map((order, at) => ({ id: `new${at}`, order }))];
  return sortOrdered(all).map(({ id }) => id);
}

describe('orders for new items', () => {
  test.each([0, 1, 2, 3])('come to stand at index %i of distinct orders without touching the others', (index) => {
    const siblings = list('a0', 'a1', 'a2');
    expect(ordersAt(siblings, index, 2).moved).toEqual([]);
    expect(insert(siblings, index, 2)).toEqual(['r0', 'r1', 'r2'].toSpliced(index, 0, 'new0', 'new1'));
  });

  test.each([0, 1, 2, 3, 4])('come to stand at index %i among equal orders, of which only the run is written anew', (index) => {
    const siblings = list('a0', 'a1', 'a1', 'a1');
    const ids = siblings.map(({ id }) => id);
    expect(insert(siblings, index, 1)).toEqual(ids.toSpliced(index, 0, 'new0'));
    expect(ordersAt(siblings, index, 1).moved.map(({ id }) => id)).toEqual(index === 2 || index === 3 ? ['r2', 'r3'] : []);
  });

  test.each([0, 1, 2])('come to stand at index %i of orders that no key can be made of', (index) => {
    const siblings = list('!', 'zebra');
    expect(insert(siblings, index, 1)).toEqual(['r0', 'r1'].toSpliced(index, 0, 'new0'));
  });

  test('stay short when thousands are put in at the same place', () => {
    let siblings = list('a0', 'a1');
    for (let round = 0; round < 3000; round++) {
      const { orders, moved } = ordersAt(siblings, 1, 1);
      const kept = siblings.map((item) => moved.find(({ id }) => id === item.id) ?? item);
      siblings = sortOrdered([...kept, ...orders.map((order) => ({ id: `n${round}`, order }))]);
      expect(siblings[1]?.id).toBe(`n${round}`);
    }
    expect(Math.max(...siblings.map(({ order }) => order.length))).toBeLessThanOrEqual(100);
  });
});

test('a place is an index, held within the list, or next to a record that is there', () => {
  const siblings = [0, 1, 2].map((index) => ({ id: `r${index}`, order: orderAt(index) }));
  expect(toIndex(siblings, undefined)).toBe(3);
  expect(toIndex(siblings, { index: -4 })).toBe(0);
  expect(toIndex(siblings, { index: 9 })).toBe(3);
  expect(toIndex(siblings, { index: Number.NaN })).toBe(0);
  expect(toIndex(siblings, { before: 'r1' })).toBe(1);
  expect(toIndex(siblings, { after: 'r1' })).toBe(2);
  expect(toIndex(siblings, { after: 'gone' })).toBeNull();
});
