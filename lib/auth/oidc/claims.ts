import { z } from 'zod';
import { type Role, roles } from '@/lib/access/actor';
import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { isAllowedDomain } from '@/lib/signInSettings';
import { personNameSchema } from '../credentials';
import { readEmailAddress } from './emailAddress';

/** What a provider says about a person, as it came. */
export type Claims = Record<string, unknown>;

export type ClaimSettings = Pick<
  Env,
  'OIDC_ISSUER' | 'OIDC_ALLOWED_DOMAINS' | 'OIDC_TRUST_EMAIL' | 'OIDC_ROLE_CLAIM' | 'OIDC_ROLES' | 'OIDC_NAME'
>;

/** What we make of it. `email`: lower case and confirmed by the provider, or null. */
export type ClaimedPerson = { subject: string; email: string | null; name: string; role: Role | null };

const subjectSchema = z.string().min(1).max(255);
const google = 'https://accounts.google.com';

function textOf(claims: Claims, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The value of a claim: by its whole name, which may hold dots, else along the dots. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return Reflect.get(value, part);
  }, claims);
}

/** Whether a claim is there at all. */
export function hasClaim(claims: Claims, path: string): boolean {
  return claimAt(claims, path) !== undefined;
}

/** The strongest role that the claim's values are mapped to; null when there is none: then nothing is to change. */
export function roleOf(claims: Claims, settings: Pick<ClaimSettings, 'OIDC_ROLE_CLAIM' | 'OIDC_ROLES'>): Role | null {
  const { OIDC_ROLE_CLAIM: path, OIDC_ROLES: mapping } = settings;
  if (path === undefined || mapping === undefined) return null;
  const values = new Set([claimAt(claims, path)].flat().filter((value) => typeof value === 'string'));
  const given = mapping.filter(({ value }) => values.has(value)).map(({ role }) => role);
  return roles.find((role) => given.includes(role)) ?? null;
}

/** A name for the account: what the provider calls the person, cut to what fits on a map. */
function nameOf(claims: Claims, email: string | null): string {
  const whole = ['given_name', 'family_name'].map((part) => textOf(claims, part) ?? '').join(' ');
  const candidates = [textOf(claims, 'name'), whole, textOf(claims, 'preferred_username'), email?.split('@')[0]];
  for (const candidate of candidates) {
    const plain = (candidate ?? '').replace(/\p{C}+/gu, ' ').trim();
    const name = personNameSchema.safeParse([...plain].slice(0, 60).join('').slice(0, 60));
    if (name.success) return name.data;
  }
  return '?';
}

/** Entra ID and others leave email_verified out; a plain "no" is one, whatever the settings say. */
function isConfirmed(claims: Claims, settings: ClaimSettings): boolean {
  const { email_verified: verified } = claims;
  return verified === true || verified === 'true' || (verified === undefined && settings.OIDC_TRUST_EMAIL);
}

/**
 * At Google, anybody may confirm a company address for a private account, and keeps that account after leaving the company. Only `hd` says
 * that the company itself manages it.
 */
function requireAllowedDomain(claims: Claims, domain: string | null, settings: ClaimSettings): void {
  const { OIDC_ALLOWED_DOMAINS: allowed, OIDC_ISSUER } = settings;
  const hosted = textOf(claims, 'hd')?.toLowerCase() ?? null;
  const isByGoogle = OIDC_ISSUER?.replace(/\/$/, '') === google && allowed !== undefined && !isAllowedDomain('', allowed);
  const named = [domain, hosted].filter((name) => name !== null);
  if ((isByGoogle && hosted === null) || named.some((name) => !isAllowedDomain(name, allowed))) {
    throw new AppError('forbidden', 'Of another domain.', { messageKey: 'identityDomain' });
  }
}

/** Reads what a provider says about a person. Throws `forbidden` for an address of a domain that may not come in. */
export function readClaims(claims: Claims, settings: ClaimSettings): ClaimedPerson {
  const subject = subjectSchema.parse(claims.sub);
  const email = readEmailAddress(textOf(claims, 'email') ?? '');
  requireAllowedDomain(claims, email?.domain ?? null, settings);
  const confirmed = email && isConfirmed(claims, settings) ? email.address : null;
  return { subject, email: confirmed, name: nameOf(claims, confirmed), role: roleOf(claims, settings) };
}
