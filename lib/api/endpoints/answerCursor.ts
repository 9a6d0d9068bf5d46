import { z } from 'zod';
import type { AnswerPlace } from '@/lib/data/evidence/answers';
import { AppError } from '@/lib/errors';

// Times that a database can hold, and what a fingerprint looks like.
const cursorSchema = z.tuple([
  z.int().min(-8.64e13).max(8.64e13).nullable(),
  z
    .string()
    .max(64)
    .regex(/^[\w-]*$/),
]);

/** Reads where a page of answers begins; null: at the first. Throws `invalid` for a cursor that no list gave. */
export function readAnswerCursor(text: string | undefined): AnswerPlace | null {
  if (text === undefined) return null;
  try {
    const [at, fingerprint] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at: at === null ? null : new Date(at), fingerprint };
  } catch (cause) {
    const details = [{ path: 'cursor', message: 'is none that this list gave' }];
    throw new AppError('invalid', 'The cursor cannot be read.', { details, cause });
  }
}

/** A cursor for the page behind an answer; null for none. */
export function toAnswerCursor(place: AnswerPlace | null): string | null {
  if (place === null) return null;
  return Buffer.from(JSON.stringify([place.at?.getTime() ?? null, place.fingerprint])).toString('base64url');
}
