import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { inGroups, readBase32, toBase32 } from './base32';

const idLength = 8;
const macLength = 16;

/** What a link is for. A token of one kind is none of another. */
export type LinkKind = 'join' | 'view';

/** A new id for a link: 8 characters of base32, 40 bits. */
export function newLinkId(): string {
  return toBase32(randomBytes(5));
}

function macOf(kind: LinkKind, id: string, secret: string): string {
  return toBase32(createHmac('sha256', secret).update(`wegmarke ${kind} link 1:${id}`).digest().subarray(0, 10));
}

/**
 * The token in a link's address: the link's id and 80 bits derived from it by the installation's secret, so that it can be shown
 * again at any time and is stored nowhere. 27 characters in four groups, short enough to type from a screen.
 */
export function toLinkToken(kind: LinkKind, id: string, secret: string): string {
  return inGroups(`${id}${macOf(kind, id, secret)}`, 6);
}

/** The link's id in a token, however it was typed, or null when this installation did not make it. */
export function readLinkToken(kind: LinkKind, token: string, secret: string): string | null {
  const text = token.length <= 64 ? readBase32(token) : null;
  if (text?.length !== idLength + macLength) return null;
  const id = text.slice(0, idLength);
  const given = Buffer.from(text.slice(idLength));
  return timingSafeEqual(given, Buffer.from(macOf(kind, id, secret))) ? id : null;
}
