import type { OAuthConfig } from 'next-auth/providers/oauth';
import { type CallbackParamsType, type Client, custom, errors, type OpenIDCallbackChecks, type TokenSet } from 'openid-client';
import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { type Claims, hasClaim } from './claims';
import type { ProviderDocument } from './discovery';

/** Names the company's sign-in in addresses: the redirect URI ends in /api/auth/callback/oidc. */
export const companyProvider = 'oidc';

/** How far (seconds) the provider's clock and ours may be apart. */
const clockTolerance = 60;

/** What went wrong, fit for the log: a provider's own words may name people. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.OPError) return String(error.error).slice(0, 60);
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}

function failed(running: Pick<Runtime, 'log'>, step: string, error: unknown): AppError {
  running.log.warn({ step, reason: reasonOf(error) }, 'a sign-in at the provider failed');
  return new AppError('unauthenticated', `The provider’s ${step} cannot be used.`, { messageKey: 'identityFailed' });
}

/** Everything that the provider says about the person: the signed token's claims, and where something that we need is not among them, those of the userinfo endpoint. */
async function gatherClaims(running: Pick<Runtime, 'env' | 'log'>, client: Client, tokens: TokenSet): Promise<Claims> {
  const claims: Claims = tokens.claims();
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_TRUST_EMAIL: trusted } = running.env;
  const hasAddress = claims.email !== undefined && (claims.email_verified !== undefined || trusted);
  const isComplete = hasAddress && (roleClaim === undefined || hasClaim(claims, roleClaim));
  if (isComplete || client.issuer.metadata.userinfo_endpoint === undefined) return claims;
  try {
    const more: Claims = await client.userinfo(tokens);
    const merged = { ...more, ...claims };
    // Whether an address is confirmed is worth nothing for another one.
    return more.email === merged.email ? merged : { ...merged, email_verified: claims.email_verified };
  } catch (error) {
    // Without the role claim somebody could keep a role that was taken from them.
    const isSubject = error instanceof Error && /sub mismatch/.test(error.message);
    throw failed(running, 'userinfo', isSubject ? new Error('it is about another subject') : error);
  }
}

/** Signatures are checked by public keys only; RS256 where the provider has it, as the specification wants. */
function signingAlgorithm({ id_token_signing_alg_values_supported: offered }: ProviderDocument): string {
  return offered.includes('RS256') ? 'RS256' : (offered.find((name) => /^(RS|PS|ES)\d{3}$|^EdDSA$/.test(name)) ?? 'RS256');
}

function authenticationMethod({ token_endpoint_auth_methods_supported: offered }: ProviderDocument, env: Env) {
  if (env.OIDC_CLIENT_SECRET === undefined) return 'none';
  return offered.includes('client_secret_basic') || !offered.includes('client_secret_post')
    ? 'client_secret_basic'
    : 'client_secret_post';
}

/** next-auth's description of the configured provider. State, PKCE and nonce are asked for, and checked by openid-client. */
export function toOAuthProvider(running: Pick<Runtime, 'env' | 'log'>, document: ProviderDocument): OAuthConfig<Claims> {
  const { env } = running;
  return {
    id: companyProvider,
    name: env.OIDC_NAME,
    type: 'oauth',
    issuer: document.issuer,
    clientId: env.OIDC_CLIENT_ID,
    ...(env.OIDC_CLIENT_SECRET === undefined ? {} : { clientSecret: env.OIDC_CLIENT_SECRET }),
    client: {
      token_endpoint_auth_method: authenticationMethod(document, env),
      id_token_signed_response_alg: signingAlgorithm(document),
    },
    authorization: { url: document.authorization_endpoint, params: { scope: env.OIDC_SCOPE, response_type: 'code' } },
    jwks_endpoint: document.jwks_uri,
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    httpOptions: { timeout: 10_000 },
    token: {
      url: document.token_endpoint,
      async request({ client, params, checks, provider }) {
        client[custom.clock_tolerance] = clockTolerance;
        try {
          const given: CallbackParamsType = params;
          const asked: OpenIDCallbackChecks = checks;
          return { tokens: await client.callback(provider.callbackUrl, given, { ...asked, response_type: 'code' }) };
        } catch (error) {
          throw failed(running, 'token', error);
        }
      },
    },
    userinfo: {
      ...(document.userinfo_endpoint === undefined ? {} : { url: document.userinfo_endpoint }),
      request: ({ client, tokens }) => gatherClaims(running, client, tokens as TokenSet),
    },
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}
