import { describe, expect, test } from 'vitest';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { findResetByToken, makeResetLink, makeResetLinkAsOperator, resetPassword } from '@/lib/auth/passwords';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { linkAccount } from '@/lib/data/identityAccount';
import { newId } from '@/lib/map/id';
import { Browser } from '../../../builders/browser';
import { origin } from '../../../builders/callRoute';
import { passProvider, signInAtCompany } from '../../../builders/companyBrowser';
import { listDatabaseKinds } from '../../../builders/database';
import { addMember, addPerson, password, signInPerson } from '../../../builders/people';
import { confirmed, useCompany } from './setUp';

describe.each(await listDatabaseKinds())('signing in at the company’s provider (%s)', (kind) => {
  const company = useCompany(kind);
  const { prisma, whoIs, invite } = company;

  describe('the first link', () => {
    test('ends what was set before it: password, reset link, other sessions', async () => {
      const { provider, server } = company;
      const kim = await addPerson(server.running, 'Kim');
      const expiresAt = new Date(Date.now() + 3_600_000);
      const reset = { id: newId(), tokenHash: newId(40), userId: kim.actor.userId, createdBy: 'system', expiresAt };
      await prisma().passwordReset.create({ data: reset });
      provider.accounts.set('sub-kim', confirmed(kim.email));
      const browser = new Browser();
      expect(await signInAtCompany(browser, 'sub-kim')).toBeNull();
      expect(await whoIs(browser)).toMatchObject({ userId: kim.actor.userId });
      expect(await findActorOfHeaders(server.running, new Headers({ host: 'localhost:3000', cookie: kim.cookie }))).toBeNull();
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: kim.actor.sessionId }));
      expect(await new Browser().signIn('password', { email: kim.email, password })).toBe('signInWrong');
      expect((await prisma().passwordReset.findUniqueOrThrow({ where: { id: reset.id } })).usedAt).not.toBeNull();
    });

    test('keeps the password when this browser is signed in as the account already', async () => {
      const { provider, server } = company;
      const lea = await addPerson(server.running, 'Lea');
      const phone = await signInPerson(server.running, lea.actor);
      provider.accounts.set('sub-lea', confirmed(lea.email));
      const browser = new Browser();
      expect(await browser.signIn('password', { email: lea.email, password })).toBeNull();
      expect(await signInAtCompany(browser, 'sub-lea')).toBeNull();
      expect(await new Browser().signIn('password', { email: lea.email, password })).toBeNull();
      expect(
        await findActorOfHeaders(server.running, new Headers({ host: 'localhost:3000', cookie: phone.cookie })),
      ).not.toBeNull();
    });

    test('leaves the owner no second way in: neither a new link for a password nor one made before', async () => {
      const { provider, server, olga, workspaceId } = company;
      const nele = await addPerson(server.running, 'Nele');
      await addMember(server.running, workspaceId, nele, 'editor');
      const { workspace } = await requireWorkspaceAccess(
        olga.actor,
        workspaceId,
        'member.resetPassword',
        server.running.database,
      );
      const request = { headers: new Headers({ host: new URL(origin).host }), locale: 'en' as const };
      const link = () => makeResetLink(server.running, olga.actor, workspace, nele.actor.userId, request);
      const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? '';
      const before = tokenOf(await link());
      provider.accounts.set('sub-nele', confirmed(nele.email));
      const browser = new Browser();
      expect(await browser.signIn('password', { email: nele.email, password })).toBeNull();
      expect(await signInAtCompany(browser, 'sub-nele')).toBeNull();
      await expect(link()).rejects.toMatchObject({ code: 'forbidden', messageKey: 'resetLinked' });
      expect(await findResetByToken(server.running, before)).toBeNull();
      const spent = resetPassword(server.running, { token: before, password: 'a brand new password' }, '127.0.0.1');
      await expect(spent).rejects.toMatchObject({ messageKey: 'resetOver' });
      const operators = tokenOf(await makeResetLinkAsOperator(server.running, nele.email));
      expect(await findResetByToken(server.running, operators)).toMatchObject({ email: nele.email });
      // Without the provider its links open nothing, so the owner helps again.
      const running = { ...server.running, env: { ...server.running.env, OIDC_ISSUER: undefined } };
      await expect(makeResetLink(running, olga.actor, workspace, nele.actor.userId, request)).resolves.toMatchObject({
        mailed: false,
      });
    });

    test('by another browser between looking for the identity and locking the account counts for this one, too', async () => {
      const { provider, server } = company;
      const toni = await addPerson(server.running, 'Toni');
      const identity = { issuer: provider.issuer, subject: 'sub-toni' };
      const options = { signedInUserId: null, firstOwner: null, mayJoin: false };
      // The browser that was quicker by a hair: this one has found no link yet, and waits for the account's row.
      const link = () =>
        prisma().$transaction((tx) => linkAccount(tx, identity, { email: toni.email, name: 'Toni', locale: 'en' }, options));
      expect(await link()).toMatchObject({ userId: toni.actor.userId, endedSessionIds: [toni.actor.sessionId] });
      await signInPerson(server.running, toni.actor);
      // What the quicker one has begun meanwhile stays.
      expect(await link()).toEqual({ userId: toni.actor.userId, isNew: false, joined: [], endedSessionIds: [] });
      await prisma().user.update({ where: { id: toni.actor.userId }, data: { disabledAt: new Date() } });
      await expect(link()).rejects.toMatchObject({ messageKey: 'identityDisabled' });
    });

    test('of two browsers at once makes one account and signs both in', async () => {
      const { provider } = company;
      await invite('twins@example.org');
      provider.accounts.set('sub-twins', confirmed('twins@example.org'));
      const browsers = [new Browser(), new Browser(), new Browser()];
      const backs = await Promise.all(
        browsers.map(async (browser) => passProvider(await browser.beginCompanySignIn(), 'sub-twins')),
      );
      const ends = await Promise.all(browsers.map((browser, index) => browser.comeBack(backs[index] ?? new URL(origin))));
      expect(ends.map((url) => url.searchParams.get('error'))).toEqual([null, null, null]);
      expect(new Set(await Promise.all(browsers.map(async (browser) => (await whoIs(browser))?.name))).size).toBe(1);
      expect(await prisma().user.count({ where: { email: 'twins@example.org' } })).toBe(1);
    });
  });
});
