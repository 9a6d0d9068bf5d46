import { hkdfSync, randomBytes } from 'node:crypto';

/** What a webhook's secret is derived from, beside the installation's own. */
export const newSalt = (): string => randomBytes(32).toString('base64url');

/**
 * The key that a webhook's deliveries are signed with (32 bytes). It is derived each time and stored nowhere: whoever reads the database or a backup without the
 * installation's secret cannot sign anything, and nobody can be shown it again.
 */
export function deriveKey(installationSecret: string, { id, salt }: { id: string; salt: string }): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', installationSecret, salt, `wegmarke webhook ${id}`, 32));
}

/** A key as people enter it into the sending tool: `whsec_` and Base64. */
export const toSecret = (key: Uint8Array): string => `whsec_${Buffer.from(key).toString('base64')}`;
