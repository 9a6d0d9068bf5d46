import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';

/** The part of a query that asks for one page of a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many items a page has at most.'),
  cursor: z.string().max(500).optional().describe('Where the page begins: the `nextCursor` of the page before.'),
};

/** A page of a list, as it is answered. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Asks for the next page; null on the last one.'),
  });
}

/** Where a page begins: behind the record with these values. */
export type Cursor = { at: Date; id: string };

// Times that a database can hold, and ids that could exist.
const cursorSchema = z.tuple([z.number().int().min(0).max(Date.UTC(9999, 0)), idSchema]);

/** Reads a cursor. Throws `invalid` for one that this list did not give. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at: new Date(at), id };
  } catch (cause) {
    const details = [{ path: 'cursor', message: 'is none that this list gave' }];
    throw new AppError('invalid', 'The cursor cannot be read.', { details, cause });
  }
}

const toCursor = ({ at, id }: Cursor): string => Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');

/**
 * One page of rows of which one more was read than fits, so that it is known whether another page follows.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last !== undefined ? toCursor(cursorOf(last)) : null };
}
