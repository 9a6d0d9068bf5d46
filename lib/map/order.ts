import { z } from 'zod';

/** A fractional index: compared by code unit, never by locale. */
export const orderSchema = z.string().min(1).max(512);

export type Ordered = { id: string; order: string };

/** Sorts by (order, id), both by code unit. Two equal orders happen under concurrency; the id then decides. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}
