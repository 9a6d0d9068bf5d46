import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/map/id';
import { Browser } from '../../../builders/browser';
import { signInAtCompany } from '../../../builders/companyBrowser';
import { listDatabaseKinds } from '../../../builders/database';
import { addPerson } from '../../../builders/people';
import { confirmed, useCompany } from './setUp';

describe.each(await listDatabaseKinds())('signing in at the company’s provider (%s)', (kind) => {
  const company = useCompany(kind);
  const { prisma, whoIs, expectNobody } = company;

  describe('links nobody', () => {
    test.each([
      ['an address that is not confirmed', { email_verified: false }],
      ['an address of which the provider says nothing', { email_verified: undefined }],
      ['an address that is “confirmed” by another word', { email_verified: 'yes' }],
      ['an address that is confirmed by a number', { email_verified: 1 }],
    ])('by %s', async (_name, claims) => {
      const { provider, server } = company;
      const person = await addPerson(server.running, 'Dora');
      const sub = newId();
      provider.accounts.set(sub, { ...confirmed(person.email), ...claims });
      const browser = new Browser();
      expect(await signInAtCompany(browser, sub)).toBe('identityEmail');
      await expectNobody(browser);
      expect(await prisma().userIdentity.count({ where: { subject: sub } })).toBe(0);
    });

    test('by a look-alike: a letter that becomes an ASCII one when made small', async () => {
      const { provider, server } = company;
      const karl = await addPerson(server.running, 'Karl');
      provider.accounts.set('sub-kelvin', confirmed(karl.email.replace('k', '\u212a')));
      expect(await signInAtCompany(new Browser(), 'sub-kelvin')).toBe('identityEmail');
    });

    test('by a plus-address of somebody else', async () => {
      const { provider, server } = company;
      const emma = await addPerson(server.running, 'Emma');
      provider.accounts.set('sub-plus', confirmed(emma.email.replace('@', '+x@')));
      expect(await signInAtCompany(new Browser(), 'sub-plus')).toBe('identityUnknown');
    });

    test.each(['a@evil.example', 'a@sub.example.org', 'a@example.org.evil.example', '"a@example.org"@evil.example'])(
      'of another domain: %s',
      async (email) => {
        const { provider } = company;
        const sub = newId();
        provider.accounts.set(sub, confirmed(email, { realm_access: { roles: ['admins'] } }));
        const browser = new Browser();
        expect(['identityDomain', 'identityEmail']).toContain(await signInAtCompany(browser, sub));
        await expectNobody(browser);
      },
    );

    test('who is unknown and neither invited nor given a role, and leaves no account behind', async () => {
      const { provider } = company;
      provider.accounts.set('sub-nobody', confirmed('nobody@example.org', { realm_access: { roles: ['others'] } }));
      const browser = new Browser();
      expect(await signInAtCompany(browser, 'sub-nobody')).toBe('identityUnknown');
      await expectNobody(browser);
      expect(await prisma().user.count({ where: { email: 'nobody@example.org' } })).toBe(0);
      const failed = await prisma().auditEntry.findFirst({ where: { action: 'signIn.failed' }, orderBy: { id: 'desc' } });
      expect(failed?.detail).toEqual({ by: 'identity', reason: 'identityUnknown' });
    });

    test('who cancels at the provider', async () => {
      const browser = new Browser();
      expect(await signInAtCompany(browser, null)).toBe('identityCancelled');
      await expectNobody(browser);
    });

    test('whose account is disabled, linked before or not', async () => {
      const { provider, server } = company;
      for (const linkedBefore of [true, false]) {
        const person = await addPerson(server.running, 'Fritz');
        const sub = newId();
        provider.accounts.set(sub, confirmed(person.email));
        if (linkedBefore) expect(await signInAtCompany(new Browser(), sub)).toBeNull();
        await prisma().user.update({ where: { id: person.actor.userId }, data: { disabledAt: new Date() } });
        const browser = new Browser();
        expect(await signInAtCompany(browser, sub)).toBe('identityDisabled');
        await expectNobody(browser);
      }
    });
  });

  describe('once linked, the subject decides', () => {
    test('another subject with the same address does not get the account', async () => {
      const { provider, server } = company;
      const gina = await addPerson(server.running, 'Gina');
      provider.accounts.set('sub-gina', confirmed(gina.email));
      provider.accounts.set('sub-heir', confirmed(gina.email));
      expect(await signInAtCompany(new Browser(), 'sub-gina')).toBeNull();
      const heir = new Browser();
      expect(await signInAtCompany(heir, 'sub-heir')).toBe('identityTaken');
      await expectNobody(heir);
    });

    test('the same subject with another address stays who it was, and does not get that address’s account', async () => {
      const { provider, server } = company;
      const hugo = await addPerson(server.running, 'Hugo');
      const ida = await addPerson(server.running, 'Ida');
      provider.accounts.set('sub-hugo', confirmed(hugo.email));
      expect(await signInAtCompany(new Browser(), 'sub-hugo')).toBeNull();
      for (const claims of [confirmed(ida.email), { ...confirmed(ida.email), email_verified: false }, { name: 'No address' }]) {
        provider.accounts.set('sub-hugo', claims);
        const browser = new Browser();
        expect(await signInAtCompany(browser, 'sub-hugo')).toBeNull();
        expect(await whoIs(browser)).toMatchObject({ userId: hugo.actor.userId, email: hugo.email });
      }
      expect(await prisma().userIdentity.count({ where: { userId: ida.actor.userId } })).toBe(0);
    });

    test('but an address of a domain that may not come in keeps it out', async () => {
      const { provider, server } = company;
      const jan = await addPerson(server.running, 'Jan');
      provider.accounts.set('sub-jan', confirmed(jan.email));
      expect(await signInAtCompany(new Browser(), 'sub-jan')).toBeNull();
      provider.accounts.set('sub-jan', confirmed('jan@private.example'));
      expect(await signInAtCompany(new Browser(), 'sub-jan')).toBe('identityDomain');
    });
  });
});
