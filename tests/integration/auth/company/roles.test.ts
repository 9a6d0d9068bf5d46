import { describe, expect, test } from 'vitest';
import { Browser } from '../../../builders/browser';
import { signInAtCompany } from '../../../builders/companyBrowser';
import { listDatabaseKinds } from '../../../builders/database';
import { addMember, addPerson } from '../../../builders/people';
import { confirmed, useCompany } from './setUp';

describe.each(await listDatabaseKinds())('signing in at the company’s provider (%s)', (kind) => {
  const company = useCompany(kind);
  const { prisma, whoIs, membershipOf } = company;

  describe('roles by claim', () => {
    const rolesTo = (...roles: string[]) => ({ realm_access: { roles } });

    test('are raised and lowered at each sign-in, with an audit entry and an event; what names no role changes nothing', async () => {
      const { provider, server, workspaceId } = company;
      const nora = await addPerson(server.running, 'Nora');
      await addMember(server.running, workspaceId, nora, 'viewer');
      const steps: [object, string][] = [
        [rolesTo('cx-team'), 'editor'],
        [rolesTo('readers', 'admins', 'others'), 'owner'],
        [rolesTo('readers'), 'viewer'],
        [{}, 'viewer'],
        [rolesTo('ADMINS'), 'viewer'],
      ];
      for (const [claims, role] of steps) {
        provider.accounts.set('sub-nora', confirmed(nora.email, claims));
        expect(await signInAtCompany(new Browser(), 'sub-nora')).toBeNull();
        expect(await membershipOf(nora.actor.userId)).toMatchObject({ role });
      }
      const changes = await prisma().auditEntry.findMany({
        where: { action: 'member.roleChanged', workspaceId, detail: { path: ['userId'], equals: nora.actor.userId } },
        orderBy: { id: 'asc' },
      });
      expect(changes.map(({ actorId, detail }) => [actorId, detail])).toEqual(
        [
          ['viewer', 'editor'],
          ['editor', 'owner'],
          ['owner', 'viewer'],
        ].map(([before, after]) => ['system', { userId: nora.actor.userId, before, after, by: 'identity' }]),
      );
      const told = server.told.filter(({ kind: what, userId }) => what === 'access.changed' && userId === nora.actor.userId);
      expect(told).toHaveLength(3);
    });

    test('never take the last owner away', async () => {
      const { provider, server, olga, workspaceId } = company;
      const { running } = server;
      expect(await prisma().membership.count({ where: { workspaceId, role: 'owner' } })).toBe(1);
      provider.accounts.set('sub-olga', confirmed(olga.email, rolesTo('readers')));
      expect(await signInAtCompany(new Browser(), 'sub-olga')).toBeNull();
      expect(await membershipOf(olga.actor.userId)).toMatchObject({ role: 'owner' });
      const kept = await prisma().auditEntry.count({ where: { action: 'identity.lastOwnerKept', workspaceId } });
      expect(kept).toBe(1);
      // With another owner beside her, she is lowered.
      const second = await addPerson(running, 'Second');
      await addMember(running, workspaceId, second, 'owner');
      expect(await signInAtCompany(new Browser(), 'sub-olga')).toBeNull();
      expect(await membershipOf(olga.actor.userId)).toMatchObject({ role: 'viewer' });
    });

    test('let newcomers in without an invitation', async () => {
      const { provider } = company;
      provider.accounts.set('sub-new', confirmed('new@example.org', rolesTo('cx-team')));
      const browser = new Browser();
      expect(await signInAtCompany(browser, 'sub-new')).toBeNull();
      const actor = await whoIs(browser);
      expect(await membershipOf(actor?.kind === 'user' ? actor.userId : '')).toMatchObject({ role: 'editor' });
    });
  });
});
