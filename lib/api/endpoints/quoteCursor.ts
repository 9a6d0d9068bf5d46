import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import type { QuotePlace } from '@/lib/sources/links/listQuotes';

// Times that a database can hold, and what a fingerprint looks like.
const cursorSchema = z.tuple([
  idSchema,
  z.int().min(-8.64e13).max(8.64e13).nullable(),
  z
    .string()
    .max(64)
    .regex(/^[\w-]*$/),
]);

/** Reads the cursor of a page of quotes. Throws `invalid` for one that no page gave. */
export function readQuoteCursor(text: string | undefined): QuotePlace | null {
  if (text === undefined) return null;
  try {
    const [sourceId, at, fingerprint] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { sourceId, at: at === null ? null : new Date(at), fingerprint };
  } catch (cause) {
    const details = [{ path: 'cursor', message: 'is none that this list gave' }];
    throw new AppError('invalid', 'The cursor cannot be read.', { details, cause });
  }
}

export function toQuoteCursor({ sourceId, at, fingerprint }: QuotePlace): string {
  return Buffer.from(JSON.stringify([sourceId, at?.getTime() ?? null, fingerprint])).toString('base64url');
}
