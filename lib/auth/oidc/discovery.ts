import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

/** How long (milliseconds) a provider may take to describe itself, and how long that description is believed. */
const patience = 5_000;
const lifetime = 10 * 60 * 1000;

const endpointSchema = z.url({ protocol: /^https?$/ });
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpointSchema,
  token_endpoint: endpointSchema,
  jwks_uri: endpointSchema,
  userinfo_endpoint: endpointSchema.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});

/** What a provider says about itself (OpenID Connect Discovery 1.0), as far as we use it. */
export type ProviderDocument = z.output<typeof documentSchema>;

const known = new Map<string, { at: number; document: ProviderDocument }>();

const withoutSlash = (address: string) => address.replace(/\/+$/, '');

/** The document's promises that matter: it is the issuer's own, and nothing goes over a plain connection unless the issuer itself does. */
function findFault(document: ProviderDocument, issuer: string): string | null {
  if (withoutSlash(document.issuer) !== withoutSlash(issuer)) return 'it names another issuer than OIDC_ISSUER';
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = document;
  const endpoints = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? jwks_uri];
  const plain = endpoints.some((endpoint) => endpoint.startsWith('http:'));
  return plain && issuer.startsWith('https:') ? 'some of its endpoints are not https' : null;
}

async function load(issuer: string): Promise<ProviderDocument> {
  const response = await fetch(`${withoutSlash(issuer)}/.well-known/openid-configuration`, {
    headers: { Accept: 'application/json' },
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  const parsed = documentSchema.safeParse(await response.json());
  if (!parsed.success) throw new Error(`its ${parsed.error.issues[0]?.path.join('.')} is missing or wrong`);
  const fault = findFault(parsed.data, issuer);
  if (fault !== null) throw new Error(fault);
  return parsed.data;
}

/** What lies under a failed `fetch`: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED … */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/**
 * How the configured provider is spoken to; asked of it when somebody signs in, and remembered for ten minutes, so that a provider that is down
 * keeps nobody but its own people from signing in. Throws `conflict` when it cannot be reached or says something else than it should.
 */
export async function requireProvider(
  running: Pick<Runtime, 'log'> & { env: Pick<Runtime['env'], 'OIDC_NAME'> },
  issuer: string,
): Promise<ProviderDocument> {
  const before = known.get(issuer);
  if (before && Date.now() - before.at < lifetime) return before.document;
  try {
    const document = await load(issuer);
    known.set(issuer, { at: Date.now(), document });
    return document;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    running.log.warn({ reason, code: codeOf(cause) }, 'the sign-in provider (OIDC_ISSUER) cannot be used');
    throw new AppError('conflict', 'The provider cannot be used.', { messageKey: 'identityUnreachable', cause });
  }
}
