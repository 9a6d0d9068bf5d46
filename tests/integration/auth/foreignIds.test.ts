import { afterAll, beforeAll, expect, test } from 'vitest';
import * as invitationRoute from '@/app/api/invitations/[invitationId]/route';
import * as joinLinkRoute from '@/app/api/join-links/[joinLinkId]/route';
import * as activity from '@/app/api/maps/[mapId]/activity/route';
import * as authors from '@/app/api/maps/[mapId]/authors/route';
import * as contributions from '@/app/api/maps/[mapId]/contributions/route';
import * as duplicate from '@/app/api/maps/[mapId]/duplicate/route';
import * as joinLinks from '@/app/api/maps/[mapId]/join-links/route';
import * as move from '@/app/api/maps/[mapId]/move/route';
import * as purge from '@/app/api/maps/[mapId]/purge/route';
import * as restore from '@/app/api/maps/[mapId]/restore/route';
import * as mapRoute from '@/app/api/maps/[mapId]/route';
import * as mapTemplates from '@/app/api/maps/[mapId]/templates/route';
import * as viewLinks from '@/app/api/maps/[mapId]/view-links/route';
import * as maps from '@/app/api/maps/route';
import * as templateRoute from '@/app/api/templates/[templateId]/route';
import * as viewLinkRoute from '@/app/api/view-links/[viewLinkId]/route';
import * as audit from '@/app/api/workspaces/[workspaceId]/audit/route';
import * as bin from '@/app/api/workspaces/[workspaceId]/bin/route';
import * as handOver from '@/app/api/workspaces/[workspaceId]/hand-over/route';
import * as invitations from '@/app/api/workspaces/[workspaceId]/invitations/route';
import * as resetLink from '@/app/api/workspaces/[workspaceId]/members/[userId]/reset-link/route';
import * as member from '@/app/api/workspaces/[workspaceId]/members/[userId]/route';
import * as members from '@/app/api/workspaces/[workspaceId]/members/route';
import * as workspacePurge from '@/app/api/workspaces/[workspaceId]/purge/route';
import * as workspaceRestore from '@/app/api/workspaces/[workspaceId]/restore/route';
import * as workspaceRoute from '@/app/api/workspaces/[workspaceId]/route';
import { newJoinLinkId } from '@/lib/auth/joinToken';
import { findMapAccess, requireDeletedMapAccess, requireMapAccess } from '@/lib/auth/mapAccess';
import { newViewLinkId } from '@/lib/auth/viewToken';
import { findWorkspaceAccess, requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { createInvitation } from '@/lib/data/invitations';
import { createJoinLink } from '@/lib/data/joinLinks';
import { createViewLink } from '@/lib/data/viewLinks';
import { saveTemplate } from '@/lib/maps/saveTemplate';
import { callRoute, problemOf } from '../../builders/callRoute';
import { addMap, addPerson, addWorkspace, cookieOf, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let eve: Person;
let guestCookie: string;
/** What belongs to somebody else, by guessed or leaked ids. */
let theirs: {
  workspaceId: string;
  mapId: string;
  userId: string;
  joinLinkId: string;
  viewLinkId: string;
  invitationId: string;
  templateId: string;
};

beforeAll(async () => {
  server = await startTestRuntime();
  const { running } = server;
  const olga = await addPerson(running, 'Olga');
  eve = await addPerson(running, 'Eve');
  await addWorkspace(running, eve, 'Eve’s own');
  const workspaceId = await addWorkspace(running, olga);
  const { id: mapId } = await addMap(running, workspaceId);
  const second = await addMap(running, workspaceId);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const link = { workspaceId, role: 'editor', label: '', expiresAt: null, createdBy: 'user:x' } as const;
  const { id: joinLinkId } = await createJoinLink(running.database, { ...link, id: newJoinLinkId(), mapId });
  const shown = { label: '', embeddable: true, embedSites: '', passwordHash: null, expiresAt: null, createdBy: 'user:x' };
  const { id: viewLinkId } = await createViewLink(running.database, { ...shown, id: newViewLinkId(), mapId, workspaceId });
  const invitation = {
    workspaceId,
    email: 'a@example.org',
    role: 'owner',
    tokenHash: 'x',
    expiresAt,
    invitedBy: 'user:x',
  } as const;
  const { id: invitationId } = await createInvitation(running.database, invitation);
  const { id: templateId } = await saveTemplate(
    running,
    olga.actor,
    { id: mapId, workspaceId },
    { name: 'T', description: '', scope: 'everything' },
  );
  theirs = { workspaceId, mapId, userId: olga.actor.userId, joinLinkId, viewLinkId, invitationId, templateId };

  // A guest of another map of the same workspace.
  const { id: otherLink } = await createJoinLink(running.database, { ...link, id: newJoinLinkId(), mapId: second.id });
  const guest = { id: 'guest1', joinLinkId: otherLink, mapId: second.id, name: 'Gerd' };
  await running.database.prisma.guest.create({ data: { ...guest, sessions: { create: { id: 'guestsession1', expiresAt } } } });
  guestCookie = await cookieOf(running, 'guestsession1');
});
afterAll(() => server.stop());

type Handler = Parameters<typeof callRoute>[0];
const operations: [string, Handler, string, object | undefined][] = [
  ['POST /api/maps', maps.POST, 'POST', { source: { type: 'blank' } }],
  ['PATCH /api/maps/:id', mapRoute.PATCH, 'PATCH', { title: 'Mine' }],
  ['DELETE /api/maps/:id', mapRoute.DELETE, 'DELETE', undefined],
  ['GET /api/maps/:id/activity', activity.GET, 'GET', undefined],
  ['GET /api/maps/:id/authors', authors.GET, 'GET', undefined],
  ['GET /api/maps/:id/contributions', contributions.GET, 'GET', undefined],
  ['POST /api/maps/:id/duplicate', duplicate.POST, 'POST', undefined],
  ['POST /api/maps/:id/move', move.POST, 'POST', {}],
  ['POST /api/maps/:id/purge', purge.POST, 'POST', undefined],
  ['POST /api/maps/:id/restore', restore.POST, 'POST', undefined],
  ['POST /api/maps/:id/templates', mapTemplates.POST, 'POST', { name: 'Mine' }],
  ['PATCH /api/templates/:id', templateRoute.PATCH, 'PATCH', { name: 'Mine' }],
  ['DELETE /api/templates/:id', templateRoute.DELETE, 'DELETE', undefined],
  ['GET /api/maps/:id/join-links', joinLinks.GET, 'GET', undefined],
  ['POST /api/maps/:id/join-links', joinLinks.POST, 'POST', { role: 'editor' }],
  ['DELETE /api/join-links/:id', joinLinkRoute.DELETE, 'DELETE', undefined],
  ['GET /api/maps/:id/view-links', viewLinks.GET, 'GET', undefined],
  ['POST /api/maps/:id/view-links', viewLinks.POST, 'POST', {}],
  ['DELETE /api/view-links/:id', viewLinkRoute.DELETE, 'DELETE', undefined],
  ['PATCH /api/workspaces/:id', workspaceRoute.PATCH, 'PATCH', { name: 'Mine' }],
  ['DELETE /api/workspaces/:id', workspaceRoute.DELETE, 'DELETE', { name: 'Service' }],
  ['POST /api/workspaces/:id/restore', workspaceRestore.POST, 'POST', undefined],
  ['POST /api/workspaces/:id/purge', workspacePurge.POST, 'POST', { name: 'Service' }],
  ['POST /api/workspaces/:id/hand-over', handOver.POST, 'POST', { userId: 'somebody' }],
  ['GET /api/workspaces/:id/audit', audit.GET, 'GET', undefined],
  ['GET /api/workspaces/:id/bin', bin.GET, 'GET', undefined],
  ['GET /api/workspaces/:id/members', members.GET, 'GET', undefined],
  ['PATCH /api/workspaces/:id/members/:userId', member.PATCH, 'PATCH', { role: 'viewer' }],
  ['DELETE /api/workspaces/:id/members/:userId', member.DELETE, 'DELETE', undefined],
  ['POST /api/workspaces/:id/members/:userId/reset-link', resetLink.POST, 'POST', undefined],
  ['GET /api/workspaces/:id/invitations', invitations.GET, 'GET', undefined],
  ['POST /api/workspaces/:id/invitations', invitations.POST, 'POST', { email: 'eve@example.org', role: 'owner' }],
  ['DELETE /api/invitations/:id', invitationRoute.DELETE, 'DELETE', undefined],
];

async function snapshot(): Promise<string> {
  const { prisma } = server.running.database;
  const rows = await Promise.all([
    prisma.journeyMap.findMany({ orderBy: { id: 'asc' } }),
    prisma.membership.findMany({ orderBy: { userId: 'asc' } }),
    prisma.invitation.findMany({ orderBy: { id: 'asc' } }),
    prisma.joinLink.findMany({ orderBy: { id: 'asc' } }),
    prisma.viewLink.findMany({ orderBy: { id: 'asc' } }),
    prisma.passwordReset.findMany(),
    prisma.workspace.findMany({ orderBy: { id: 'asc' } }),
    prisma.mapTemplate.findMany({ orderBy: { id: 'asc' } }),
  ]);
  return JSON.stringify(rows);
}

const send = (handler: Handler, method: string, body: object | undefined, ids: Record<string, string>, cookie?: string) =>
  callRoute(handler, {
    method,
    params: ids,
    ...(cookie === undefined ? {} : { cookie }),
    ...(body ? { body: { workspaceId: ids.workspaceId, ...body } } : {}),
  });

test.each(operations)(
  '%s: what belongs to others is not there, looks the same as what never was, and stays as it is',
  async (_name, handler, method, body) => {
    const before = await snapshot();
    const made = {
      workspaceId: 'nosuch',
      mapId: 'nosuch',
      userId: 'nosuch',
      joinLinkId: 'nosuch',
      invitationId: 'nosuch',
      templateId: 'nosuch',
    };
    const foreign = await problemOf(await send(handler, method, body, theirs, eve.cookie));
    const absent = await problemOf(await send(handler, method, body, made, eve.cookie));
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(absent);
    expect((await problemOf(await send(handler, method, body, theirs))).status).toBe(401);
    expect([403, 404]).toContain((await problemOf(await send(handler, method, body, theirs, guestCookie))).status);
    expect(await snapshot()).toBe(before);
  },
);

test.each(operations)('%s: an id that no database can hold was never there', async (_name, handler, method, body) => {
  const broken = Object.fromEntries(Object.keys(theirs).map((name) => [name, `no\u0000such`]));
  expect((await problemOf(await send(handler, method, body, broken, eve.cookie))).status).toBe(404);
});

test('the access functions deny a missing actor and other people’s ids', async () => {
  const { database } = server.running;
  expect(await findMapAccess(database, eve.actor, 'no\u0000such')).toBeNull();
  expect(await findWorkspaceAccess(database, eve.actor, 'no\u0000such')).toBeNull();
  for (const actor of [null, eve.actor]) {
    expect(await findMapAccess(database, actor, theirs.mapId)).toBeNull();
    expect(await findWorkspaceAccess(database, actor, theirs.workspaceId)).toBeNull();
    await expect(requireMapAccess(actor, theirs.mapId, 'read')).rejects.toMatchObject({ code: 'notFound' });
    await expect(requireDeletedMapAccess(actor, theirs.mapId, 'read')).rejects.toMatchObject({ code: 'notFound' });
    await expect(requireWorkspaceAccess(actor, theirs.workspaceId, 'workspace.read')).rejects.toMatchObject({ code: 'notFound' });
  }
});

test('the audit log only grows', async () => {
  const { prisma } = server.running.database;
  expect(await prisma.auditEntry.count()).toBeGreaterThan(0);
  await expect(prisma.auditEntry.deleteMany()).rejects.toThrow(/append-only/);
  await expect(prisma.auditEntry.updateMany({ data: { action: 'x' } })).rejects.toThrow(/append-only/);
});
