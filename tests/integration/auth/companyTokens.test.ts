import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { Browser } from '../../builders/browser';
import { origin } from '../../builders/callRoute';
import { passProvider, signInAtCompany } from '../../builders/companyBrowser';
import { client, OidcProvider, signJwt } from '../../builders/oidcProvider';
import { addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const redirectUri = `${origin}/api/auth/callback/oidc`;

let provider: OidcProvider;
let server: TestRuntime;
let ana: Person;

const settings = () => ({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  SIGN_IN_ATTEMPTS: '100',
});

beforeAll(async () => {
  provider = await OidcProvider.start([redirectUri]);
  server = await startTestRuntime(settings());
  ana = await addPerson(server.running, 'Ana');
  await addWorkspace(server.running, ana);
  provider.accounts.set('ana', { email: ana.email, email_verified: true, name: 'Ana' });
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.tamper = null;
});

const isSignedIn = async (browser: Browser) =>
  (await findActorOfHeaders(server.running, new Headers({ host: new URL(origin).host, cookie: browser.cookie }))) !== null;
const now = () => Math.floor(Date.now() / 1000);

describe('an ID token', () => {
  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const cases: [string, (token: string) => string][] = [
    [
      'with a damaged signature',
      (token) => token.replace(/\.([^.]+)$/, (_all, part: string) => `.${part.split('').reverse().join('')}`),
    ],
    ['without a signature', (token) => token.replace(/[^.]+$/, '')],
    [
      'of the algorithm “none”',
      (token) => signJwt({ ...provider.read(token), header: { alg: 'none' } }, provider.key).replace(/[^.]+$/, ''),
    ],
    ['signed by another key under the same name', (token) => signJwt(provider.read(token), otherKey)],
    [
      'signed by the public key as if it were a shared secret',
      (token) => {
        const { payload } = provider.read(token);
        const text = [{ alg: 'HS256', kid: 'first' }, payload]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.');
        const pem = createPublicKey(provider.key).export({ type: 'spki', format: 'pem' });
        return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
      },
    ],
    ['of another issuer', (token) => provider.resign(token, { iss: 'https://evil.example' })],
    ['for another audience', (token) => provider.resign(token, { aud: 'another-client' })],
    [
      'for several audiences, of which another is the party',
      (token) => provider.resign(token, { aud: [client.id, 'b'], azp: 'b' }),
    ],
    ['with another nonce', (token) => provider.resign(token, { nonce: 'another' })],
    ['without a nonce', (token) => provider.resign(token, { nonce: undefined })],
    ['that is over', (token) => provider.resign(token, { iat: now() - 7200, exp: now() - 3600 })],
    ['that is not valid yet', (token) => provider.resign(token, { nbf: now() + 3600 })],
    ['without a subject', (token) => provider.resign(token, { sub: undefined })],
  ];

  test.each(cases)('%s signs nobody in', async (_name, tamper) => {
    let tampered = 0;
    provider.tamper = (token) => {
      tampered += 1;
      return tamper(token);
    };
    const browser = new Browser();
    expect(await signInAtCompany(browser, 'ana')).toBe('identityFailed');
    expect(tampered).toBe(1);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('may come from a clock that is half a minute off, either way', async () => {
    for (const change of [() => ({ iat: now() + 30, nbf: now() + 30 }), () => ({ iat: now() - 3600, exp: now() - 30 })]) {
      provider.tamper = (token) => provider.resign(token, change());
      expect(await signInAtCompany(new Browser(), 'ana')).toBeNull();
    }
  });
});

describe('coming back from the provider', () => {
  const goThere = async (browser: Browser) => passProvider(await browser.beginCompanySignIn(), 'ana');

  test('works once: the same address again, also with the cookies of before, signs nobody in', async () => {
    const browser = new Browser();
    const back = await goThere(browser);
    const thief = browser.copy();
    expect((await browser.comeBack(back)).searchParams.get('error')).toBeNull();
    expect(await isSignedIn(browser)).toBe(true);
    const again = new Browser();
    expect((await again.comeBack(back)).searchParams.get('error')).toBe('identityFailed');
    expect((await thief.comeBack(back)).searchParams.get('error')).toBe('identityFailed');
    expect(await isSignedIn(thief)).toBe(false);
  });

  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'another')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another code', (url: URL) => url.searchParams.set('code', 'another')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ])('with %s signs nobody in', async (_name, change) => {
    const browser = new Browser();
    const back = await goThere(browser);
    change(back);
    expect((await browser.comeBack(back)).searchParams.get('error')).toBe('identityFailed');
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('with the answer to another browser’s question signs nobody in', async () => {
    const [mine, theirs] = [new Browser(), new Browser()];
    const [, back] = await Promise.all([goThere(mine), goThere(theirs)]);
    expect((await mine.comeBack(back)).searchParams.get('error')).toBe('identityFailed');
    expect(await isSignedIn(mine)).toBe(false);
  });

  test('tells of an error without repeating what the address says', async () => {
    const browser = new Browser();
    await browser.beginCompanySignIn();
    const back = new URL(`${redirectUri}?error=server_error&error_description=ana%40example.org%20is%20not%20known`);
    const shown = await browser.comeBack(back);
    expect(shown.pathname).toBe('/sign-in');
    expect(Object.fromEntries(shown.searchParams)).toEqual({ error: 'identityFailed', next: '/' });
    expect(server.logged.join('')).not.toContain('is not known');
  });
});

describe('other configurations', () => {
  test('a public client without a secret proves itself by PKCE', async () => {
    const { OIDC_CLIENT_SECRET: _, ...rest } = settings();
    const other = await startTestRuntime({ ...rest, OIDC_CLIENT_ID: client.publicId });
    try {
      const { email } = await addPerson(other.running, 'Public');
      provider.accounts.set('public', { email, email_verified: true });
      expect(await signInAtCompany(new Browser(), 'public')).toBeNull();
    } finally {
      await other.stop();
    }
  });

  test('a wrong secret is told to the log, and to people only that it did not work', async () => {
    const other = await startTestRuntime({ ...settings(), OIDC_CLIENT_SECRET: 'wrong' });
    try {
      expect(await signInAtCompany(new Browser(), 'ana')).toBe('identityFailed');
      expect(other.logged.join('')).toContain('invalid_client');
    } finally {
      await other.stop();
    }
  });

  test('newcomers get OIDC_DEFAULT_ROLE once; whoever was removed stays out', async () => {
    const other = await startTestRuntime({ ...settings(), OIDC_ALLOWED_DOMAINS: '*', OIDC_DEFAULT_ROLE: 'commenter' });
    try {
      const { running } = other;
      const workspaceId = await addWorkspace(running, await addPerson(running, 'Olga'));
      provider.accounts.set('new', { email: 'new@anywhere.example', email_verified: 'true', given_name: 'Nina' });
      expect(await signInAtCompany(new Browser(), 'new')).toBeNull();
      const { prisma } = running.database;
      const membership = await prisma.membership.findFirst({ where: { user: { email: 'new@anywhere.example' } } });
      expect(membership).toMatchObject({ workspaceId, role: 'commenter' });
      await prisma.membership.deleteMany({ where: { user: { email: 'new@anywhere.example' } } });
      expect(await signInAtCompany(new Browser(), 'new')).toBeNull();
      expect(await prisma.membership.count({ where: { user: { email: 'new@anywhere.example' } } })).toBe(0);
    } finally {
      await other.stop();
    }
  });

  test('addresses of which the provider says nothing count with OIDC_TRUST_EMAIL; a plain no stays one', async () => {
    const other = await startTestRuntime({ ...settings(), OIDC_TRUST_EMAIL: 'true' });
    try {
      const { email } = await addPerson(other.running, 'Trust');
      provider.accounts.set('says-no', { email, email_verified: false });
      expect(await signInAtCompany(new Browser(), 'says-no')).toBe('identityEmail');
      provider.accounts.set('says-nothing', { email });
      expect(await signInAtCompany(new Browser(), 'says-nothing')).toBeNull();
    } finally {
      await other.stop();
    }
  });

  test('a workspace that is not there keeps newcomers out, and nobody else', async () => {
    const other = await startTestRuntime({
      ...settings(),
      OIDC_ALLOWED_DOMAINS: '*',
      OIDC_DEFAULT_ROLE: 'viewer',
      OIDC_WORKSPACE: 'nosuch',
    });
    try {
      const { email } = await addPerson(other.running, 'Old');
      provider.accounts.set('old', { email, email_verified: true });
      provider.accounts.set('newer', { email: 'newer@example.org', email_verified: true });
      expect(await signInAtCompany(new Browser(), 'newer')).toBe('identityWorkspace');
      expect(await other.running.database.prisma.user.count({ where: { email: 'newer@example.org' } })).toBe(0);
      expect(await signInAtCompany(new Browser(), 'old')).toBeNull();
    } finally {
      await other.stop();
    }
  });

  test('with PUBLIC_URL the redirect URI is of it, and whoever uses another address begins there', async () => {
    const other = await startTestRuntime({ ...settings(), PUBLIC_URL: 'https://maps.example.org', TRUST_PROXY: '1' });
    try {
      const elsewhere = await new Browser().beginCompanySignIn('/maps/x');
      expect(elsewhere.href).toBe('https://maps.example.org/sign-in?next=%2Fmaps%2Fx');
      const proxied = new Browser({ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'maps.example.org' });
      const begin = await proxied.beginCompanySignIn();
      expect(begin.searchParams.get('redirect_uri')).toBe('https://maps.example.org/api/auth/callback/oidc');
      expect(proxied.attributesOf('__Secure-next-auth.state')).toMatch(/Secure/);
    } finally {
      await other.stop();
    }
  });
});
