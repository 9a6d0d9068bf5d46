import { describe, expect, test } from 'vitest';
import { Browser } from '../../../builders/browser';
import { origin } from '../../../builders/callRoute';
import { passProvider, signInAtCompany } from '../../../builders/companyBrowser';
import { listDatabaseKinds } from '../../../builders/database';
import { client } from '../../../builders/oidcProvider';
import { addPerson } from '../../../builders/people';
import { confirmed, redirectUri, useCompany } from './setUp';

describe.each(await listDatabaseKinds())('signing in at the company’s provider (%s)', (kind) => {
  const company = useCompany(kind);
  const { prisma, whoIs, membershipOf, invite } = company;

  test('links an account by its confirmed address, and begins a session like any other', async () => {
    const { provider, server } = company;
    const ana = await addPerson(server.running, 'Ana');
    provider.accounts.set('sub-ana', confirmed(ana.email.toUpperCase()));
    const browser = new Browser();
    expect(await signInAtCompany(browser, 'sub-ana')).toBeNull();
    expect(await whoIs(browser)).toMatchObject({ kind: 'user', userId: ana.actor.userId, email: ana.email });
    expect(browser.attributesOf('next-auth.session-token')).toMatch(/HttpOnly/);
    expect(browser.cookieNames.filter((name) => /state|nonce|pkce/.test(name))).toEqual([]);
    const identities = await prisma().userIdentity.findMany({ where: { userId: ana.actor.userId } });
    expect(identities).toEqual([expect.objectContaining({ issuer: provider.issuer, subject: 'sub-ana' })]);
    expect(JSON.stringify(server.logged)).not.toMatch(/@example\.org|sub-ana/);
  });

  test('asks by state, nonce and PKCE, with the redirect URI of the address in use', async () => {
    const { provider } = company;
    const begin = await new Browser().beginCompanySignIn('/maps/x');
    expect(begin.origin).toBe(provider.issuer);
    const asked = Object.fromEntries(begin.searchParams);
    expect(asked).toMatchObject({
      client_id: client.id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThan(20);
  });

  test('goes on to where the person wanted to go, and to no other site', async () => {
    const { provider, server } = company;
    const bert = await addPerson(server.running, 'Bert');
    provider.accounts.set('sub-bert', confirmed(bert.email));
    const go = async (wish: string) => {
      const browser = new Browser();
      return (await browser.comeBack(await passProvider(await browser.beginCompanySignIn(wish), 'sub-bert'))).href;
    };
    expect(await go('/maps/abc')).toBe(`${origin}/maps/abc`);
    expect(await go('https://evil.example/')).not.toMatch(/evil/);
  });

  test('reads an address from the userinfo endpoint when the token holds none', async () => {
    const { provider, server } = company;
    const cora = await addPerson(server.running, 'Cora');
    provider.claimsInIdToken = false;
    provider.accounts.set('sub-cora', confirmed(cora.email, { realm_access: { roles: ['cx-team'] } }));
    const browser = new Browser();
    expect(await signInAtCompany(browser, 'sub-cora')).toBeNull();
    expect(await whoIs(browser)).toMatchObject({ userId: cora.actor.userId });
    expect(await membershipOf(cora.actor.userId)).toMatchObject({ role: 'editor' });
  });

  test('the session ends after OIDC_SESSION_HOURS, however much it is used', async () => {
    const { provider, server } = company;
    const paul = await addPerson(server.running, 'Paul');
    provider.accounts.set('sub-paul', confirmed(paul.email));
    const browser = new Browser();
    expect(await signInAtCompany(browser, 'sub-paul')).toBeNull();
    const actor = await whoIs(browser);
    const where = { id: actor?.sessionId ?? '' };
    const begun = await prisma().session.findUniqueOrThrow({ where });
    expect(begun.endsAt).not.toBeNull();
    expect(begun.expiresAt).toEqual(begun.endsAt);
    await prisma().session.update({ where, data: { lastSeenAt: new Date(Date.now() - 10 * 60_000) } });
    expect(await whoIs(browser)).not.toBeNull();
    expect((await prisma().session.findUniqueOrThrow({ where })).expiresAt).toEqual(begun.endsAt);
  });

  describe('invitations', () => {
    test('to the address are accepted by it', async () => {
      const { provider, server, workspaceId } = company;
      const invitation = await invite('max@example.org', 'viewer');
      provider.accounts.set('sub-max', confirmed('Max@Example.org', { name: 'Max\u0000 Muster' }));
      const browser = new Browser();
      expect(await signInAtCompany(browser, 'sub-max')).toBeNull();
      const actor = await whoIs(browser);
      expect(actor).toMatchObject({ name: 'Max Muster', email: 'max@example.org' });
      const userId = actor?.kind === 'user' ? actor.userId : '';
      expect(await membershipOf(userId)).toMatchObject({ role: 'viewer' });
      expect((await prisma().invitation.findUniqueOrThrow({ where: { id: invitation.id } })).acceptedAt).not.toBeNull();
      expect((await prisma().user.findUniqueOrThrow({ where: { id: userId } })).passwordHash).toBeNull();
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'access.changed', workspaceId, userId }));
    });

    test('that are over open nothing', async () => {
      const { provider } = company;
      await invite('late@example.org', 'viewer', new Date(Date.now() - 1));
      provider.accounts.set('sub-late', confirmed('late@example.org'));
      expect(await signInAtCompany(new Browser(), 'sub-late')).toBe('identityUnknown');
    });
  });
});
