import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The form of the tokens in invitation and reset links. */
export const secretTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A new unguessable token for a link (256 bits, 43 characters), and what the database keeps of it. */
export function newSecretToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** SHA-256, hex. Enough for tokens of full entropy: there is nothing to guess that a slow hash would protect. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
