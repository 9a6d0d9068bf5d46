import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as data from '@/app/api/account/data/route';
import * as account from '@/app/api/account/route';
import * as guestRoute from '@/app/api/guest/route';
import { isProvedByPassword } from '@/lib/account/deleteAccount';
import { findActorOfSession } from '@/lib/auth/findActor';
import { appendActivity } from '@/lib/data/activity';
import { findActorNames } from '@/lib/data/actorNames';
import { appendAudit, listAudit } from '@/lib/data/audit';
import { insertFutureState } from '@/lib/data/futureStates';
import { forgetEndedGuests } from '@/lib/data/guests';
import { createInvitation } from '@/lib/data/invitations';
import { createPasswordReset } from '@/lib/data/passwordResets';
import { binWorkspace } from '@/lib/data/workspaceBin';
import { newId } from '@/lib/map/id';
import { addMap as makeMap } from '@/lib/maps/addMap';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { smallMap } from '../../builders/map';
import { addMap, addMember, addPerson, addWorkspace, cookieOf, type Person, password, signInPerson } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const day = 86_400_000;

describe.each(await listDatabaseKinds())('a person’s own data (%s)', (kind) => {
  let server: TestRuntime;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
  });
  afterAll(() => server.stop());

  const remove = (person: Person, body: unknown = { password }) =>
    callRoute(account.DELETE, { method: 'DELETE', cookie: person.cookie, body });
  const take = (person: Person, language = 'en') =>
    callRoute(data.GET, { cookie: person.cookie, headers: { 'Accept-Language': language } });
  const invitation = (workspaceId: string, email: string, invitedBy: string) =>
    createInvitation(server.running.database, {
      ...{ workspaceId, email, role: 'editor', tokenHash: newId(), invitedBy },
      expiresAt: new Date(Date.now() + day),
    });
  const change = { record: 'card', recordId: 'c', field: 'text', before: 'their words', after: 'my words' };

  /** Every value of every table that is text, to look for what must not be anywhere. */
  async function allText(): Promise<string> {
    const { pool } = server.running.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I', table_name) as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
      parts.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return parts.join('\n');
  }

  test('is handed out as one archive that can be opened, with everything of theirs and nothing of others', async () => {
    const { running } = server;
    const { database } = running;
    const [ana, olga] = [await addPerson(running, 'Ana'), await addPerson(running, 'Olga')];
    const actorId = `user:${ana.actor.userId}`;
    const [mine, theirs] = [await addWorkspace(running, ana, 'Mine'), await addWorkspace(running, olga, 'Theirs')];
    const made = await makeMap(running, ana.actor, mine, smallMap(), 'blank');
    await addMap(running, mine);
    await addMember(running, theirs, ana, 'editor');
    const lost = await makeMap(running, ana.actor, theirs, smallMap(), 'blank');
    await database.prisma.membership.deleteMany({ where: { workspaceId: theirs, userId: ana.actor.userId } });
    // Theirs is a future state, and says so there as well; so is the other one, of which somebody else made that.
    const derived = {
      ...{ sourceMapId: 'gone', versionId: 'gone', versionNumber: 3, versionName: 'Agreed', versionAt: new Date() },
      ...{ title: 'A bill', signed: true, contentHash: null, schemaVersion: 2, contentBlob: null, fileIds: [] },
      ...{ linked: true, fromFile: false },
    };
    await insertFutureState(database, { ...derived, mapId: made.id, createdBy: actorId });
    await insertFutureState(database, { ...derived, mapId: lost.id, createdBy: `user:${olga.actor.userId}` });
    await invitation(mine, 'somebody.else@example.org', actorId);
    for (const mapId of [made.id, lost.id])
      await appendActivity(database, [{ mapId: mapId, changes: [{ ...change, seq: 1, actorId }] }]);
    await appendActivity(database, [{ mapId: made.id, changes: [{ ...change, seq: 2, actorId: `user:${olga.actor.userId}` }] }]);

    const decision = { mapId: made.id, fingerprint: '0', key: 'changed steps step1' };
    await database.prisma.futureDecision.createMany({
      data: [
        { ...decision, decidedBy: actorId },
        { ...decision, key: 'of Olga', decidedBy: `user:${olga.actor.userId}` },
      ],
    });

    const response = await take(ana, 'de');
    expect(response.headers.get('Content-Type')).toBe('application/zip');
    expect(response.headers.get('Content-Disposition')).toMatch(/Wegmarke-Daten-\d{4}-\d{2}-\d{2}\.zip/);
    const entries = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
    const files = new Map(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
    const json = (name: string) => JSON.parse(files.get(name) ?? 'null');

    expect(files.get('LIESMICH.txt')).toContain('Daten von Ana');
    expect(json('profile.json')).toMatchObject({ name: 'Ana', email: ana.email });
    expect(json('memberships.json')).toMatchObject([{ role: 'owner', workspace: { name: 'Mine' } }]);
    expect(json('sessions.json')).toHaveLength(1);
    expect(json('invitations-sent.json')).toMatchObject([{ role: 'editor', workspaceId: mine }]);
    expect(json('future-states-made.json')).toMatchObject([{ mapId: made.id, versionNumber: 3, signed: true }]);
    expect(json('changes-left-out.json')).toEqual([
      { mapId: made.id, key: 'changed steps step1', decidedAt: expect.any(String) },
    ]);
    const said = json('audit-log.json') as { action: string }[];
    expect(said.map(({ action }) => action)).toEqual(['map.created', 'map.created', 'member.invited']);
    expect(json('activity.json')).toEqual([
      {
        at: expect.any(String),
        mapId: made.id,
        record: 'card',
        recordId: 'c',
        field: 'text',
        before: 'their words',
        after: 'my words',
      },
      { at: expect.any(String), mapId: lost.id, record: 'card', recordId: 'c', field: 'text' },
    ]);
    const maps = [...files.keys()].filter((name) => name.startsWith('maps/'));
    expect(maps).toEqual([expect.stringContaining(made.id)]);
    expect(json(maps[0] ?? '')).toMatchObject({ map: smallMap(), baseline: { version: { number: 3, name: 'Agreed' } } });
    // What was on its version never came here.
    expect(files.get('FEHLENDES.txt')).toContain(maps[0]);
    const whole = [...files.values()].join('\n');
    for (const secret of [olga.email, 'Olga', 'somebody.else', 'scrypt', ana.cookie]) expect(whole).not.toContain(secret);
  });

  test('comes whole, however much it is, and not too often', async () => {
    const { running } = server;
    const ana = await addPerson(running, 'Ana');
    const workspaceId = await addWorkspace(running, ana);
    const { id } = await addMap(running, workspaceId);
    const actorId = `user:${ana.actor.userId}`;
    const changes = Array.from({ length: 6_000 }, (_, seq) => ({ ...change, after: `${seq} ${'😀'.repeat(20)}`, seq, actorId }));
    await appendActivity(running.database, [{ mapId: id, changes: changes }]);
    const files = unzipSync(new Uint8Array(await (await take(ana)).arrayBuffer()));
    const told = JSON.parse(strFromU8(files['activity.json'] ?? new Uint8Array())) as { after: string }[];
    expect(told.map(({ after }) => after)).toEqual(changes.map(({ after }) => after));
    for (let more = 0; more < 4; more++) await (await take(ana)).body?.cancel();
    expect(await problemOf(await take(ana))).toMatchObject({ status: 429 });
  });

  test('goes with the account: no name and no address is left anywhere', async () => {
    const { running } = server;
    const { database, env } = running;
    const [zoe, olga] = [await addPerson(running, 'Zoë-Quirina'), await addPerson(running, 'Olga')];
    const phone = await signInPerson(running, zoe.actor);
    const actorId = `user:${zoe.actor.userId}`;
    const workspaceId = await addWorkspace(running, olga);
    await addMember(running, workspaceId, zoe, 'owner');
    const map = await makeMap(running, zoe.actor, workspaceId, smallMap(), 'blank');
    await appendActivity(database, [{ mapId: map.id, changes: [{ ...change, seq: 1, actorId }] }]);
    await appendAudit(database, { action: 'signIn.succeeded', actorId });
    await invitation(workspaceId, 'waiting@example.org', actorId);
    await invitation(workspaceId, zoe.email, `user:${olga.actor.userId}`);
    const expiresAt = new Date(Date.now() + day);
    await createPasswordReset(database, { userId: olga.actor.userId, tokenHash: newId(), expiresAt, createdBy: actorId });
    expect(await allText()).toContain('Quirina');

    expect(await problemOf(await remove(zoe, { password: 'not this one' }))).toMatchObject({ reason: 'passwordWrong' });
    expect(await problemOf(await remove(zoe, {}))).toMatchObject({ reason: 'passwordWrong' });
    expect(await findActorOfSession({ database, env }, zoe.actor.sessionId)).not.toBeNull();
    expect((await remove(zoe)).status).toBe(204);

    for (const { sessionId } of [zoe.actor, phone.actor]) {
      expect(await findActorOfSession({ database, env }, sessionId)).toBeNull();
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId }));
    }
    expect((await remove(zoe)).status).toBe(401);
    const left = await allText();
    for (const trace of ['Quirina', 'quirina', zoe.email, 'waiting@example.org']) expect(left).not.toContain(trace);
    expect(await database.prisma.passwordReset.count({ where: { createdBy: actorId } })).toBe(0);
    expect((await findActorNames(database, [actorId])).size).toBe(0);
    // What was done stays, under the id alone.
    expect(await database.prisma.activity.count({ where: { actorId } })).toBe(1);
    expect((await running.liveMaps.read(map.id)).map.steps.length).toBeGreaterThan(0);
    expect((await listAudit(database, { workspaceId: null }))[0]).toMatchObject({ action: 'account.deleted', actorId });
    expect((await listAudit(database, { workspaceId }))[0]).toMatchObject({ action: 'member.removed', actorId });
    expect(server.logged.join('\n')).not.toContain('Quirina');
  });

  test('stays while a workspace would have no owner; what lies in the bin goes along', async () => {
    const { running } = server;
    const { prisma } = running.database;
    const [olga, edda] = [await addPerson(running, 'Olga'), await addPerson(running, 'Edda')];
    const [live, binned] = [await addWorkspace(running, olga, 'Live'), await addWorkspace(running, olga, 'Binned')];
    await addMap(running, binned);
    await addMember(running, live, edda, 'editor');
    await binWorkspace(running.database, { id: binned, actorId: `user:${olga.actor.userId}` });
    expect(await problemOf(await remove(olga))).toMatchObject({ status: 409, reason: 'soleOwner' });
    expect(await prisma.workspace.count({ where: { id: binned } })).toBe(1);
    await prisma.membership.updateMany({ where: { workspaceId: live, userId: edda.actor.userId }, data: { role: 'owner' } });
    expect((await remove(olga)).status).toBe(204);
    expect(await prisma.workspace.count({ where: { id: binned } })).toBe(0);
    expect(await prisma.journeyMap.count({ where: { workspaceId: binned } })).toBe(0);
    expect(await prisma.membership.findMany({ where: { workspaceId: live } })).toMatchObject([{ userId: edda.actor.userId }]);
  });

  test('two owners who go at the same moment do not leave a workspace without one', async () => {
    const { running } = server;
    const people = [await addPerson(running, 'Olga'), await addPerson(running, 'Edda')] as const;
    const workspaceId = await addWorkspace(running, people[0]);
    await addMember(running, workspaceId, people[1], 'owner');
    const statuses = (await Promise.all(people.map((person) => remove(person)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 409]);
    expect(await running.database.prisma.membership.count({ where: { workspaceId, role: 'owner' } })).toBe(1);
  });

  test('without a password, a sign-in of the last minutes proves who it is', async () => {
    const { running } = server;
    const { prisma } = running.database;
    const nina = await addPerson(running, 'Nina');
    await prisma.user.update({ where: { id: nina.actor.userId }, data: { passwordHash: null } });
    const { sessionId } = nina.actor;
    await prisma.session.update({ where: { id: sessionId }, data: { createdAt: new Date(Date.now() - 11 * 60_000) } });
    expect(await problemOf(await remove(nina, {}))).toMatchObject({ status: 403, reason: 'signInAgain' });
    await prisma.session.update({ where: { id: sessionId }, data: { createdAt: new Date(Date.now() - 60_000) } });
    expect((await remove(nina, {})).status).toBe(204);
    expect(isProvedByPassword({ passwordHash: 'x' }, { PASSWORD_SIGN_IN: false })).toBe(false);
  });

  describe('of guests', () => {
    async function letIn(
      name: string,
      over: { createdAt?: Date; expiresAt?: Date } = {},
    ): Promise<{ id: string; cookie: string }> {
      const { running } = server;
      const { prisma } = running.database;
      const workspaceId = await addWorkspace(running, await addPerson(running, 'Host'));
      const { id: mapId } = await addMap(running, workspaceId);
      const link = await prisma.joinLink.create({ data: { id: newId(), mapId, role: 'editor', createdBy: 'user:x' } });
      const { createdAt = new Date(), expiresAt = new Date(Date.now() + day) } = over;
      const id = newId();
      const session = { id: newId(24), expiresAt, createdAt };
      await prisma.guest.create({
        data: { id, name, mapId, joinLinkId: link.id, departmentId: 'd', createdAt, sessions: { create: session } },
      });
      return { id, cookie: await cookieOf(running, session.id) };
    }
    const find = (id: string) => server.running.database.prisma.guest.findUnique({ where: { id } });

    test('is forgotten when they leave', async () => {
      const guest = await letIn('Gundula');
      const leave = () => callRoute(guestRoute.DELETE, { method: 'DELETE', cookie: guest.cookie });
      expect((await leave()).status).toBe(204);
      expect(await find(guest.id)).toMatchObject({ name: '', departmentId: null });
      expect(await allText()).not.toContain('Gundula');
      expect((await leave()).status).toBe(401);
      const olga = await addPerson(server.running, 'Olga');
      expect((await callRoute(guestRoute.DELETE, { method: 'DELETE', cookie: olga.cookie })).status).toBe(403);
      expect((await callRoute(data.GET, { cookie: (await letIn('Gerd')).cookie })).status).toBe(403);
    });

    test('is forgotten some days after they were last here, and not before', async () => {
      const ago = (days: number) => new Date(Date.now() - days * day);
      const gone = await letIn('Gone', { createdAt: ago(20), expiresAt: ago(8) });
      const recent = await letIn('Recent', { createdAt: ago(20), expiresAt: ago(6) });
      const here = await letIn('Here', { createdAt: ago(20) });
      const { prisma } = server.running.database;
      const mapId = (await find(gone.id))?.mapId ?? '';
      const [threadId, commentId, text] = [newId(), newId(), 'for both of them'];
      await prisma.commentThread.create({ data: { id: threadId, mapId, targetType: 'map', createdBy: 'user:x' } });
      await prisma.comment.create({ data: { id: commentId, threadId, number: 1, authorId: 'user:x', text } });
      const actorIds = [gone, recent].map(({ id }) => `guest:${id}`);
      await prisma.commentRead.createMany({ data: actorIds.map((actorId) => ({ threadId, actorId, seen: 1 })) });
      await prisma.commentMention.createMany({ data: actorIds.map((actorId) => ({ commentId, actorId })) });
      expect(await forgetEndedGuests(server.running.database, ago(7))).toBe(1);
      expect((await find(gone.id))?.name).toBe('');
      expect((await find(recent.id))?.name).toBe('Recent');
      expect((await find(here.id))?.name).toBe('Here');
      // What they had read and where they were addressed goes with the name.
      const left = [{ actorId: `guest:${recent.id}` }];
      expect(await prisma.commentRead.findMany({ where: { threadId }, select: { actorId: true } })).toEqual(left);
      expect(await prisma.commentMention.findMany({ where: { commentId }, select: { actorId: true } })).toEqual(left);
    });
  });
});
