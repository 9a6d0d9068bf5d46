import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '@/lib/data/database';
import { requirePseudonymKey } from '@/lib/data/evidence/erasures';

/**
 * Identifiers that differ only in case and blanks are the same: addresses and numbers are copied by hand. An apostrophe in front is the mark by which spreadsheets keep a
 * number as text.
 */
const normal = (identifier: string): string => identifier.normalize('NFKC').replace(/\s+/g, '').replace(/^'+/, '').toLowerCase();

/** A telephone number as its digits, however they are grouped; null for what is none, or does not say from where it is dialled. */
function phoneOf(identifier: string): string | null {
  const text = normal(identifier);
  if (!/^\(?[+0][\d()/.–-]+$/.test(text)) return null;
  const digits = text.replace('(0)', '').replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 17) return null;
  return text.startsWith('+') ? `+${digits}` : digits.replace(/^00/, '+');
}

const sign = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('base64url').slice(0, 27);

/**
 * What stands for an identifier of a person: the same for the same one in all sources of a workspace, and nothing that it can be read from
 * without the workspace's key.
 */
export function pseudonymOf(key: string, identifier: string): string {
  return sign(key, normal(identifier));
}

/**
 * All that can stand for a telephone number: as it is written, and as its digits. What somebody is called by may be one, too. A line end in front: no identifier has
 * one, so that nobody's customer number is taken for it.
 */
export function pseudonymsOf(key: string, identifier: string): string[] {
  const phone = phoneOf(identifier);
  return [pseudonymOf(key, identifier), ...(phone === null ? [] : [sign(key, `\ntel ${phone}`)])];
}

/**
 * What a row is known by once it is stored, and shown to programs as its answer's id. A plain hash of a row would say whether a guess of what stands in it, a name
 * and an address perhaps, is right. A line end in front: no identifier has one, so that none is a row's mark.
 */
export function rowMarkOf(key: string, fingerprint: string): string {
  return sign(key, `\nrow ${fingerprint}`);
}

/** The key of a workspace's pseudonyms, made when it is first needed. */
export function requireKey({ database }: { database: Database }, workspaceId: string): Promise<string> {
  return requirePseudonymKey(database, workspaceId, randomBytes(32).toString('base64url'));
}
