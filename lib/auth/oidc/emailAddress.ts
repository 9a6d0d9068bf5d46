import { domainToASCII } from 'node:url';
import { emailSchema } from '../credentials';

/** An address as accounts keep it, and its domain. */
export type EmailAddress = { address: string; domain: string };

/**
 * An address that a provider names, in the form of the account table; null when no account can have it. Only ASCII letters are made small: some
 * other letters (the Kelvin sign) turn into ASCII ones by that, and their holder would be somebody else. A domain with umlauts
 * is compared in its xn-- form. Plus-addresses are addresses of their own.
 */
export function readEmailAddress(text: string): EmailAddress | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0)).trim();
  const domain = domainToASCII(text.slice(at + 1).trim());
  if (!/^[\x21-\x7e]+$/.test(local) || domain === '') return null;
  const parsed = emailSchema.safeParse(`${local}@${domain}`);
  return parsed.success ? { address: parsed.data, domain } : null;
}
