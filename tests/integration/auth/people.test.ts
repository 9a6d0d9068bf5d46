import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as invitationRoute from '@/app/api/invitations/[invitationId]/route';
import * as acceptRoute from '@/app/api/invitations/accept/route';
import * as reset from '@/app/api/password-reset/route';
import * as invitations from '@/app/api/workspaces/[workspaceId]/invitations/route';
import * as resetLink from '@/app/api/workspaces/[workspaceId]/members/[userId]/reset-link/route';
import * as member from '@/app/api/workspaces/[workspaceId]/members/[userId]/route';
import * as members from '@/app/api/workspaces/[workspaceId]/members/route';
import * as workspaceRoute from '@/app/api/workspaces/[workspaceId]/route';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { findInvitationByToken } from '@/lib/auth/invitations';
import { countAttempt } from '@/lib/auth/limits';
import { findResetByToken } from '@/lib/auth/passwords';
import { listAudit } from '@/lib/data/audit';
import { Browser } from '../../builders/browser';
import { callRoute, problemOf } from '../../builders/callRoute';
import { addMember, addPerson, addWorkspace, type Person, password } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe('people of a workspace', () => {
  let server: TestRuntime;
  let owner: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime();
    owner = await addPerson(server.running, 'Olga');
    workspaceId = await addWorkspace(server.running, owner);
  });
  afterAll(() => server.stop());

  const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
  const whoIs = (cookie: string) => findActorOfHeaders(server.running, new Headers({ host: 'localhost:3000', cookie }));
  const invite = (email: string, role = 'editor', person = owner) =>
    callRoute(invitations.POST, { method: 'POST', params: { workspaceId }, cookie: person.cookie, body: { email, role } });
  const invited = async (email: string, role?: string) =>
    (await (await invite(email, role)).json()) as { id: string; url: string };
  const accept = (body: object, cookie?: string) =>
    callRoute(acceptRoute.POST, { method: 'POST', body, ...(cookie ? { cookie } : {}) });
  const roleOf = async (email: string) => {
    const row = await server.running.database.prisma.membership.findFirst({ where: { workspaceId, user: { email } } });
    return row?.role ?? null;
  };

  describe('invitations', () => {
    test('make an account with a membership, once', async () => {
      const { url } = await invited('New.Person@Example.org');
      expect(url).toMatch(/^http:\/\/192\.168\.1\.20:3000\/invitation\/[\w-]{43}$/);
      const token = tokenOf(url);
      expect(await findInvitationByToken(server.running, token)).toMatchObject({
        email: 'new.person@example.org',
        role: 'editor',
        hasAccount: false,
      });
      expect(await problemOf(await accept({ token, name: 'Nina', password: 'short' }))).toMatchObject({
        reason: 'passwordTooShort',
      });
      expect(await problemOf(await accept({ token, password }))).toMatchObject({ errors: [{ path: 'name' }] });
      const answers = await Promise.all([1, 2, 3].map(() => accept({ token, name: 'Nina', password })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
      expect(await new Browser().signIn('password', { email: 'new.person@example.org', password })).toBeNull();
      expect(await roleOf('new.person@example.org')).toBe('editor');
      expect(await findInvitationByToken(server.running, token)).toBeNull();
      expect(await problemOf(await accept({ token, name: 'Nina', password }))).toMatchObject({
        status: 404,
        reason: 'invitationOver',
      });
      const stored = await server.running.database.prisma.invitation.findMany();
      expect(JSON.stringify(stored)).not.toContain(token);
    });

    test('let an account in only by its own password or session', async () => {
      const known = await addPerson(server.running, 'Kira');
      const eve = await addPerson(server.running, 'Eve');
      const token = tokenOf((await invited(known.email, 'viewer')).url);
      expect(await findInvitationByToken(server.running, token)).toMatchObject({ hasAccount: true });
      expect(await problemOf(await accept({ token, name: 'Eve', password: 'a new password' }))).toMatchObject({
        status: 401,
        reason: 'signInWrong',
      });
      expect(await problemOf(await accept({ token }, eve.cookie))).toMatchObject({ status: 403, reason: 'invitedByOther' });
      expect(await roleOf(known.email)).toBeNull();
      expect((await accept({ token }, known.cookie)).status).toBe(200);
      expect(await roleOf(known.email)).toBe('viewer');
      expect(await problemOf(await invite(known.email))).toMatchObject({ status: 409, reason: 'alreadyMember' });
      const second = await addPerson(server.running, 'Lea');
      expect((await accept({ token: tokenOf((await invited(second.email)).url), password })).status).toBe(200);
    });

    test('are listed and withdrawn, replaced by a newer one, and run out', async () => {
      const first = await invited('two@example.org');
      const second = await invited('two@example.org');
      expect(await findInvitationByToken(server.running, tokenOf(first.url))).toBeNull();
      const listed = await (await callRoute(invitations.GET, { params: { workspaceId }, cookie: owner.cookie })).json();
      expect(listed).toMatchObject({ invitations: [{ id: second.id, email: 'two@example.org' }] });
      expect(JSON.stringify(listed)).not.toContain(tokenOf(second.url));
      const params = { invitationId: second.id };
      expect((await callRoute(invitationRoute.DELETE, { method: 'DELETE', params, cookie: owner.cookie })).status).toBe(204);
      expect((await accept({ token: tokenOf(second.url), name: 'Two', password })).status).toBe(404);
      const third = await invited('two@example.org');
      await server.running.database.prisma.invitation.update({
        where: { id: third.id },
        data: { expiresAt: new Date(Date.now() - 1) },
      });
      expect((await accept({ token: tokenOf(third.url), name: 'Two', password })).status).toBe(404);
    });

    test('are for owners', async () => {
      const editor = await addPerson(server.running, 'Emil');
      await addMember(server.running, workspaceId, editor, 'editor');
      expect((await invite('x@example.org', 'viewer', editor)).status).toBe(403);
      expect((await callRoute(invitations.GET, { params: { workspaceId }, cookie: editor.cookie })).status).toBe(403);
      expect(await problemOf(await invite('no address'))).toMatchObject({ errors: [{ path: 'email' }] });
      expect(await problemOf(await invite('x@example.org', 'king'))).toMatchObject({ errors: [{ path: 'role' }] });
    });

    test('are no way to guess an account’s password: it counts as at the sign-in', async () => {
      const known = await addPerson(server.running, 'Karl');
      const token = tokenOf((await invited(known.email, 'viewer')).url);
      await countAttempt(
        server.running,
        Array.from({ length: 49 }, () => ({ limit: 'signIn.account' as const, who: known.email })),
      );
      const guess = () => accept({ token, password: 'a wrong password' }).then(problemOf);
      expect(await guess()).toMatchObject({ reason: 'signInWrong' });
      expect(await guess()).toMatchObject({ status: 429 });
    });
  });

  describe('members', () => {
    const change = (person: Person, userId: string, role: string) =>
      callRoute(member.PATCH, { method: 'PATCH', params: { workspaceId, userId }, cookie: person.cookie, body: { role } });
    const remove = (person: Person, userId: string) =>
      callRoute(member.DELETE, { method: 'DELETE', params: { workspaceId, userId }, cookie: person.cookie });

    test('are seen by every member', async () => {
      const viewer = await addPerson(server.running, 'Vera');
      await addMember(server.running, workspaceId, viewer, 'viewer');
      const answer = await (await callRoute(members.GET, { params: { workspaceId }, cookie: viewer.cookie })).json();
      expect(answer).toMatchObject({
        members: expect.arrayContaining([
          expect.objectContaining({ userId: owner.actor.userId, role: 'owner', email: owner.email }),
        ]),
      });
      expect(JSON.stringify(answer)).not.toContain('scrypt');
    });

    test('get other roles by owners, and whoever is concerned is told', async () => {
      const paul = await addPerson(server.running, 'Paul');
      await addMember(server.running, workspaceId, paul, 'viewer');
      expect((await change(paul, paul.actor.userId, 'owner')).status).toBe(403);
      expect((await change(owner, paul.actor.userId, 'editor')).status).toBe(204);
      expect(await roleOf(paul.email)).toBe('editor');
      expect(server.told).toContainEqual(
        expect.objectContaining({ kind: 'access.changed', workspaceId, userId: paul.actor.userId }),
      );
      expect((await listAudit(server.running.database, { workspaceId }))[0]).toMatchObject({
        action: 'member.roleChanged',
        actorId: `user:${owner.actor.userId}`,
        detail: { userId: paul.actor.userId, before: 'viewer', after: 'editor' },
      });
      expect((await change(owner, 'nobody', 'editor')).status).toBe(404);
    });

    test('leave by themselves; only owners remove others', async () => {
      const quin = await addPerson(server.running, 'Quin');
      await addMember(server.running, workspaceId, quin, 'editor');
      expect((await remove(quin, owner.actor.userId)).status).toBe(403);
      expect((await remove(quin, quin.actor.userId)).status).toBe(204);
      expect(await roleOf(quin.email)).toBeNull();
      expect((await callRoute(members.GET, { params: { workspaceId }, cookie: quin.cookie })).status).toBe(404);
    });

    test('keep an owner, even when two owners demote each other at the same moment', async () => {
      expect(await problemOf(await change(owner, owner.actor.userId, 'editor'))).toMatchObject({
        status: 409,
        reason: 'lastOwner',
      });
      expect(await problemOf(await remove(owner, owner.actor.userId))).toMatchObject({ status: 409, reason: 'lastOwner' });
      const second = await addPerson(server.running, 'Rita');
      await addMember(server.running, workspaceId, second, 'owner');
      const answers = await Promise.all([
        change(owner, owner.actor.userId, 'editor'),
        change(second, second.actor.userId, 'editor'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      const { prisma } = server.running.database;
      expect(await prisma.membership.count({ where: { workspaceId, role: 'owner' } })).toBe(1);
      await prisma.membership.update({
        where: { workspaceId_userId: { workspaceId, userId: owner.actor.userId } },
        data: { role: 'owner' },
      });
    });

    test('the workspace is renamed by owners', async () => {
      const rename = (name: string) =>
        callRoute(workspaceRoute.PATCH, { method: 'PATCH', params: { workspaceId }, cookie: owner.cookie, body: { name } });
      expect(await (await rename(' Service  team ')).json()).toEqual({ id: workspaceId, name: 'Service team' });
      expect((await rename('')).status).toBe(400);
    });
  });

  describe('links for a new password', () => {
    const link = (person: Person, userId: string) =>
      callRoute(resetLink.POST, { method: 'POST', params: { workspaceId, userId }, cookie: person.cookie });
    const spend = (token: string, next = 'a brand new password') =>
      callRoute(reset.POST, { method: 'POST', body: { token, password: next } });

    test('are made by an owner, work once, and sign the account out everywhere', async () => {
      const paul = await addPerson(server.running, 'Pia');
      await addMember(server.running, workspaceId, paul, 'editor');
      const first = (await (await link(owner, paul.actor.userId)).json()) as { url: string; mailed: boolean };
      const second = (await (await link(owner, paul.actor.userId)).json()) as { url: string; mailed: boolean };
      expect(second.mailed).toBe(false);
      expect((await spend(tokenOf(first.url))).status).toBe(404);
      const token = tokenOf(second.url);
      expect(await findResetByToken(server.running, token)).toEqual({ email: paul.email, name: 'Pia' });
      expect(await whoIs(paul.cookie)).not.toBeNull();
      expect(await problemOf(await spend(token, 'short'))).toMatchObject({ reason: 'passwordTooShort' });
      const answers = await Promise.all([spend(token), spend(token, 'another new password')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      expect(await whoIs(paul.cookie)).toBeNull();
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: paul.actor.sessionId }));
      expect(await new Browser().signIn('password', { email: paul.email, password })).toBe('signInWrong');
      const winner = answers[0]?.status === 200 ? 'a brand new password' : 'another new password';
      expect(await new Browser().signIn('password', { email: paul.email, password: winner })).toBeNull();
      expect(await problemOf(await spend(token))).toMatchObject({ status: 404, reason: 'resetOver' });
      expect(JSON.stringify(await server.running.database.prisma.passwordReset.findMany())).not.toContain(token);
    });

    test('are not made by others, nor for people of workspaces that one does not own', async () => {
      const viewer = await addPerson(server.running, 'Uwe');
      await addMember(server.running, workspaceId, viewer, 'viewer');
      expect((await link(viewer, owner.actor.userId)).status).toBe(403);
      await addWorkspace(server.running, viewer, 'Other');
      expect(await problemOf(await link(owner, viewer.actor.userId))).toMatchObject({ status: 403, reason: 'resetElsewhere' });
      const stranger = await addPerson(server.running, 'Till');
      expect(await problemOf(await link(owner, stranger.actor.userId))).toMatchObject({ status: 404, reason: 'memberNotFound' });
    });

    test('that are made up, malformed or over open nothing', async () => {
      for (const token of ['x', '']) expect((await spend(token)).status).toBe(400);
      expect((await spend('a'.repeat(43))).status).toBe(404);
      expect(await findResetByToken(server.running, "' or 1=1 --")).toBeNull();
    });
  });
});
