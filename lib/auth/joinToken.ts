import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { inGroups, readBase32, toBase32 } from './base32';

const idLength = 8;
const macLength = 16;

/** A new id for a join link: 8 characters of base32, 40 bits. */
export function newJoinLinkId(): string {
  return toBase32(randomBytes(5));
}

function macOf(id: string, secret: string): string {
  return toBase32(createHmac('sha256', secret).update(`wegmarke join link 1:${id}`).digest().subarray(0, 10));
}

/**
 * The token in a join link's address: the link's id and 80 bits derived from it by the installation's secret, so that it can be shown
 * again at any time and is stored nowhere. 27 characters in four groups, short enough to type from a screen.
 */
export function toJoinToken(id: string, secret: string): string {
  return inGroups(`${id}${macOf(id, secret)}`, 6);
}

/** The join link's id in a token, however it was typed, or null when this installation did not make it. */
export function readJoinToken(token: string, secret: string): string | null {
  const text = token.length <= 64 ? readBase32(token) : null;
  if (text?.length !== idLength + macLength) return null;
  const id = text.slice(0, idLength);
  const given = Buffer.from(text.slice(idLength));
  return timingSafeEqual(given, Buffer.from(macOf(id, secret))) ? id : null;
}
