import { orderAt, orderSchema } from '@/lib/map/order';

type Given = { index: number; order: unknown };

const isKey = (order: unknown): order is string => orderSchema.safeParse(order).success;

/**
 * The orders of a collection in which some have none that can be used (a number, nothing): all are written anew, those with an order first,
 * then numbers by their size, then the rest as they stand in the file. Null when every order can be used as it is.
 */
export function mendOrders(orders: readonly unknown[]): string[] | null {
  if (orders.every(isKey)) return null;
  const sorted = orders.map((order, index): Given => ({ index, order })).toSorted(compareGiven);
  const mended: string[] = [];
  for (const [rank, { index }] of sorted.entries()) mended[index] = orderAt(rank);
  return mended;
}

function compareGiven(a: Given, b: Given): number {
  const rank = ({ order }: Given): number => (isKey(order) ? 0 : Number.isFinite(order) ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a.order === 'number' && typeof b.order === 'number' && a.order !== b.order) return a.order - b.order;
  if (isKey(a.order) && isKey(b.order) && a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.index - b.index;
}
