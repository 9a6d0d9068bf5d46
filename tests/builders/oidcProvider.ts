import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, type JWK, Provider } from 'oidc-provider';
import { answerInteraction } from './oidcInteractions';

/** What a provider says about somebody, beside `sub`. */
export type AccountClaims = Record<string, unknown>;

export type Jwt = { header: Record<string, unknown>; payload: Record<string, unknown> };

export const client = { id: 'wegmarke', publicId: 'wegmarke-public', secret: 'a secret that only the two of them know' };

const kid = 'first';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;

/** Signs a token by RS256 with any key. */
export function signJwt({ header, payload }: Jwt, key: KeyObject): string {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** A real OpenID provider (oidc-provider) on a free port of this machine (or `port`), with accounts that tests write into. */
export class OidcProvider {
  /** Who has an account there, by `sub`; the password is not asked for. Changes count from the next sign-in on. */
  readonly accounts = new Map<string, AccountClaims>();
  /** Whether claims stand in the ID token; else they come from the userinfo endpoint alone, as the specification prefers. */
  claimsInIdToken = true;
  /** Changes the ID token on its way out. */
  tamper: ((token: string) => string) | null = null;
  /** How many codes were exchanged, whatever came of it. */
  exchanges = 0;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    readonly key: KeyObject,
  ) {}

  static async start(redirectUris: string[], port = 0): Promise<OidcProvider> {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const started = new OidcProvider(server, issuer, privateKey);
    const provider = new Provider(issuer, started.#configuration(redirectUris));
    provider.use(async (context, next) => {
      const body = () => context.body as { id_token?: string };
      await next();
      if (context.path !== '/token') return;
      started.exchanges += 1;
      const { id_token: token } = body();
      if (token && started.tamper) context.body = { ...body(), id_token: started.tamper(token) };
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) void answer(request, response);
      else answerInteraction(provider, request, response).catch((error) => response.destroy(error));
    });
    return started;
  }

  #configuration(redirectUris: string[]): Configuration {
    const shared = { redirect_uris: redirectUris, response_types: ['code' as const], grant_types: ['authorization_code'] };
    const jwk = { ...this.key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } as JWK;
    return {
      clients: [
        { ...shared, client_id: client.id, client_secret: client.secret },
        { ...shared, client_id: client.publicId, token_endpoint_auth_method: 'none' },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['of this test only'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'hd', 'roles', 'realm_access'] },
      // One provider serves both ways of telling claims; which one is asked for at each token.
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      pkce: { required: () => true },
      findAccount: (_context, sub) => {
        const claims = this.accounts.get(sub);
        if (!claims) return undefined;
        const isIdToken = (use: string) => use === 'id_token';
        return {
          accountId: sub,
          claims: (use) => (isIdToken(use) && !this.claimsInIdToken ? { sub } : { sub, ...claims }),
        };
      },
    };
  }

  /** The parts of an ID token of this provider. */
  read(token: string): Jwt {
    const [header, payload] = token.split('.');
    return { header: decode(header), payload: decode(payload) };
  }

  /** Changes an ID token and signs it as the provider itself would. */
  resign(token: string, change: Partial<Jwt['payload']>): string {
    const { header, payload } = this.read(token);
    return signJwt({ header, payload: { ...payload, ...change } }, this.key);
  }

  /** Ends it. Safe to call twice. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
