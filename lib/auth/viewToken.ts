import { createHmac, timingSafeEqual } from 'node:crypto';
import { newLinkId, readLinkToken, toLinkToken } from './linkToken';

/** A new id for a view link. */
export const newViewLinkId = newLinkId;

/** The token in a view link's address. */
export const toViewToken = (id: string, secret: string): string => toLinkToken('view', id, secret);

/** The view link's id in a token, however it was typed, or null when this installation did not make it. */
export const readViewToken = (token: string, secret: string): string | null => readLinkToken('view', token, secret);

/** How long (milliseconds) nobody is asked for a link's password again. */
const proofLife = 12 * 60 * 60 * 1000;

function macOf(link: { id: string; passwordHash: string }, until: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`wegmarke view proof 1:${link.id}:${link.passwordHash}:${until}`)
    .digest('base64url');
}

/** What somebody who knew a link's password shows from then on. It is no use for another link, and stored nowhere. */
export function toViewProof(link: { id: string; passwordHash: string }, secret: string, now = Date.now()): string {
  const until = (now + proofLife).toString(36);
  return `${until}.${macOf(link, until, secret)}`;
}

/** Whether this shows that somebody knew the link's password not long ago. */
export function isViewProof(
  proof: string,
  link: { id: string; passwordHash: string },
  secret: string,
  now = Date.now(),
): boolean {
  const [until = '', mac = ''] = proof.split('.');
  const end = /^[0-9a-z]{1,12}$/.test(until) ? Number.parseInt(until, 36) : 0;
  const [given, wanted] = [Buffer.from(mac), Buffer.from(macOf(link, until, secret))];
  return end > now && given.length === wanted.length && timingSafeEqual(given, wanted);
}
