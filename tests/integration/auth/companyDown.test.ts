import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import * as accountPassword from '@/app/api/account/password/route';
import * as acceptInvitation from '@/app/api/invitations/accept/route';
import * as passwordReset from '@/app/api/password-reset/route';
import * as setupCompany from '@/app/api/setup/company/route';
import * as setup from '@/app/api/setup/route';
import * as resetLink from '@/app/api/workspaces/[workspaceId]/members/[userId]/reset-link/route';
import { makeResetLinkAsOperator } from '@/lib/auth/passwords';
import { newSecretToken } from '@/lib/auth/secretToken';
import { ensureSetupCode } from '@/lib/auth/setup';
import { createInvitation } from '@/lib/data/invitations';
import { createPasswordReset } from '@/lib/data/passwordResets';
import { Browser } from '../../builders/browser';
import { origin, problemOf } from '../../builders/callRoute';
import { passProvider, signInAtCompany } from '../../builders/companyBrowser';
import { client, OidcProvider } from '../../builders/oidcProvider';
import { addPerson, addWorkspace, password } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const redirectUri = `${origin}/api/auth/callback/oidc`;
const settings = (issuer: string) => ({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret });

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(env: Record<string, string>): Promise<TestRuntime> {
  const server = await startTestRuntime(env);
  opened.push(() => server.stop());
  return server;
}
async function startProvider(): Promise<OidcProvider> {
  const provider = await OidcProvider.start([redirectUri]);
  opened.push(() => provider.stop());
  return provider;
}

test('a provider that is down keeps nobody else out, is told in the log, and is found again once it is up', async () => {
  const gone = await OidcProvider.start([redirectUri]);
  await gone.stop();
  const { running, logged } = await start(settings(gone.issuer));
  const ana = await addPerson(running, 'Ana');
  expect(await signInAtCompany(new Browser(), 'ana')).toBe('identityUnreachable');
  const lines = logged.map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'the sign-in provider (OIDC_ISSUER) cannot be used', code: 'ECONNREFUSED' }),
  );
  expect(await new Browser().signIn('password', { email: ana.email, password })).toBeNull();
  const back = await OidcProvider.start([redirectUri], Number(new URL(gone.issuer).port));
  opened.push(() => back.stop());
  back.accounts.set('ana', { email: ana.email, email_verified: true });
  expect(await signInAtCompany(new Browser(), 'ana')).toBeNull();
});

test('a provider that goes away in the middle leaves a sentence', async () => {
  const provider = await OidcProvider.start([redirectUri]);
  const { running } = await start(settings(provider.issuer));
  const ana = await addPerson(running, 'Ana');
  provider.accounts.set('ana', { email: ana.email, email_verified: true });
  const browser = new Browser();
  const back = await passProvider(await browser.beginCompanySignIn(), 'ana');
  await provider.stop();
  expect((await browser.comeBack(back)).searchParams.get('error')).toBe('identityFailed');
});

test.each([
  ['names another issuer', (issuer: string) => ({ issuer: `${issuer}/other` })],
  ['names no place for keys', () => ({ jwks_uri: undefined })],
  ['is no description', () => 'hello'],
])('a provider whose description %s is not used', async (_name, change) => {
  const web = createServer((_request, response) => {
    const issuer = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    const at = (name: string) => `${issuer}/${name}`;
    const document = { issuer, authorization_endpoint: at('auth'), token_endpoint: at('token'), jwks_uri: at('jwks') };
    const changed = change(issuer);
    response.end(JSON.stringify(typeof changed === 'string' ? changed : { ...document, ...changed }));
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  opened.push(() => new Promise((resolve) => web.close(() => resolve())));
  await start(settings(`http://127.0.0.1:${(web.address() as AddressInfo).port}`));
  expect(await signInAtCompany(new Browser(), 'ana')).toBe('identityUnreachable');
});

test('with passwords off nothing opens by one, and none can be set', async () => {
  const provider = await startProvider();
  const { running } = await start({ ...settings(provider.issuer), PASSWORD_SIGN_IN: 'false' });
  const ana = await addPerson(running, 'Ana');
  const ben = await addPerson(running, 'Ben');
  const workspaceId = await addWorkspace(running, ana);
  const { database } = running;
  await database.prisma.membership.create({ data: { workspaceId, userId: ben.actor.userId, role: 'viewer' } });
  const expiresAt = new Date(Date.now() + 3_600_000);
  const [reset, toNew, toBen] = [newSecretToken(), newSecretToken(), newSecretToken()];
  await createPasswordReset(database, { userId: ben.actor.userId, tokenHash: reset.tokenHash, expiresAt, createdBy: 'system' });
  const invitation = { workspaceId, role: 'editor', expiresAt, invitedBy: 'system' } as const;
  await createInvitation(database, { ...invitation, email: 'new@example.org', tokenHash: toNew.tokenHash });
  await createInvitation(database, { ...invitation, email: ben.email, tokenHash: toBen.tokenHash });

  expect(await new Browser().signIn('password', { email: ana.email, password })).toBe('passwordsOff');
  const browser = new Browser();
  const post = async (handler: Parameters<Browser['call']>[0], body: unknown, cookie?: string, params = {}) => {
    const response = await browser.call(handler, { method: 'POST', body, params, headers: cookie ? { Cookie: cookie } : {} });
    return (await problemOf(response)).reason;
  };
  const next = 'a brand new password';
  expect(await post(acceptInvitation.POST, { token: toNew.token, name: 'New', password: next })).toBe('passwordsOff');
  expect(await post(acceptInvitation.POST, { token: toBen.token, password })).toBe('passwordsOff');
  expect(await post(passwordReset.POST, { token: reset.token, password: next })).toBe('passwordsOff');
  const ids = { workspaceId, userId: ben.actor.userId };
  const asAna = (handler: Parameters<Browser['call']>[0], body: unknown, params = {}) => {
    const caller = new Browser();
    caller.keepFrom(new Response(null, { headers: { 'Set-Cookie': `${ana.cookie}; Path=/` } }));
    return caller.call(handler, { method: 'POST', body, params });
  };
  expect((await problemOf(await asAna(accountPassword.POST, { current: password, next }))).reason).toBe('passwordsOff');
  expect((await problemOf(await asAna(resetLink.POST, {}, ids))).reason).toBe('passwordsOff');
  await expect(makeResetLinkAsOperator(running, ben.email)).rejects.toMatchObject({ messageKey: 'passwordsOff' });
  expect(await database.prisma.user.count()).toBe(2);

  provider.accounts.set('ana', { email: ana.email, email_verified: true });
  expect(await signInAtCompany(new Browser(), 'ana')).toBeNull();
});

test('with passwords off the set-up code and the company’s sign-in make the first account, once', async () => {
  const provider = await startProvider();
  const { running } = await start({ ...settings(provider.issuer), PASSWORD_SIGN_IN: 'false' });
  const { prisma } = running.database;
  const code = (await ensureSetupCode(running.database)) ?? '';
  const claims = (name: string) => ({ email: `${name}@example.org`, email_verified: true, name });
  provider.accounts.set('olga', claims('olga'));
  provider.accounts.set('eve', claims('eve'));
  const form = { code, name: 'Eve', email: 'eve@example.org', password };
  expect((await problemOf(await new Browser().call(setup.POST, { method: 'POST', body: form }))).reason).toBe('passwordsOff');
  expect(await signInAtCompany(new Browser(), 'eve')).toBe('identitySetup');
  const wrong = await new Browser().call(setupCompany.POST, { method: 'POST', body: { code: 'wrong' } });
  expect((await problemOf(wrong)).reason).toBe('setupCodeWrong');

  const enterCode = async () => {
    const browser = new Browser();
    const answer = browser.keepFrom(await browser.call(setupCompany.POST, { method: 'POST', body: { code } }));
    expect(answer.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(answer.headers.get('Set-Cookie')).not.toContain(code);
    return browser;
  };
  const [first, second] = [await enterCode(), await enterCode()];
  expect(await signInAtCompany(first, 'olga')).toBeNull();
  const owners = await prisma.membership.findMany({ where: { role: 'owner' }, select: { user: { select: { email: true } } } });
  expect(owners).toEqual([{ user: { email: 'olga@example.org' } }]);
  expect(await signInAtCompany(second, 'eve')).toBe('identityUnknown');
  expect(await prisma.user.count()).toBe(1);
});
