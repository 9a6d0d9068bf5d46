import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as purgeRoute from '@/app/api/maps/[mapId]/purge/route';
import * as restore from '@/app/api/maps/[mapId]/restore/route';
import * as mapRoute from '@/app/api/maps/[mapId]/route';
import * as bin from '@/app/api/workspaces/[workspaceId]/bin/route';
import { newJoinLinkId } from '@/lib/auth/joinToken';
import { appendActivity } from '@/lib/data/activity';
import { listAudit } from '@/lib/data/audit';
import { storeBlob } from '@/lib/data/blobs';
import { compactDocument } from '@/lib/data/documentCompaction';
import { appendUpdates } from '@/lib/data/documents';
import { createJoinLink } from '@/lib/data/joinLinks';
import { markMapForPurge } from '@/lib/data/mapBin';
import { deleteMap, findMap, restoreMap } from '@/lib/data/maps';
import { purgeMarked } from '@/lib/data/purge';
import { insertVersion } from '@/lib/data/versions';
import { newId } from '@/lib/map/id';
import { keepHouse } from '@/lib/server/housekeeping';
import { removeWorkspace } from '@/lib/workspaces/removeWorkspace';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { patternBytes } from '../../builders/storedMap';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const day = 86_400_000;

describe.each(await listDatabaseKinds())('the bin (%s)', (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    workspaceId = await addWorkspace(server.running, olga);
  });
  afterAll(() => server.stop());

  const call = (handler: Parameters<typeof callRoute>[0], method: string, params: Record<string, string>, person = olga) =>
    callRoute(handler, { method, params, cookie: person.cookie });
  const remove = (mapId: string) => call(mapRoute.DELETE, 'DELETE', { mapId });
  const house = (now: Date) => {
    const { database: db, env, events, exporter, log, metrics } = server.running;
    return keepHouse({ db, env, events, exporter, log, counters: metrics.jobs }, { now });
  };

  /** A map with something in every table that knows maps. */
  async function fullMap(): Promise<string> {
    const db = server.running.database;
    const { id } = await addMap(server.running, workspaceId);
    const bytes = patternBytes(700_000);
    await appendUpdates(db, [
      {
        mapId: id,
        updates: [1, 2, 3].map(() => ({ bytes, actorId: 'user:a' })),
        clients: [{ clientId: 7, actorId: 'user:a', sessionId: null }],
      },
    ]);
    await compactDocument(db, id, 3, bytes);
    await appendActivity(db, [
      {
        mapId: id,
        changes: Array.from({ length: 1_200 }, (_, seq) => ({
          seq,
          actorId: 'user:a',
          record: 'card',
          recordId: 'c',
          field: 'text',
          before: null,
          after: 'x',
        })),
      },
    ]);
    const { hash } = await storeBlob(db, patternBytes(10), 'application/json+br');
    await insertVersion(db, {
      ...{ id: newId(), mapId: id, kind: 'manual', name: '', note: '', createdBy: 'user:a', epoch: 1, seq: 3, schemaVersion: 2 },
      ...{ title: '', stageCount: 0, stepCount: 0, cardCount: 0, contentHash: hash, size: 10, fileIds: [] },
      ...{ contentBlob: hash, documentBlob: hash, evidenceBlob: null, evidenceWorkspaceId: null },
    });
    const link = await createJoinLink(db, {
      ...{ id: newJoinLinkId(), mapId: id, workspaceId, role: 'editor', label: '', expiresAt: null, createdBy: 'user:a' },
    });
    const sessions = { create: { id: `session${id}`, expiresAt: new Date(Date.now() + day) } };
    await db.prisma.guest.create({ data: { id: `guest${id}`, joinLinkId: link.id, mapId: id, name: 'Gerd', sessions } });
    return id;
  }

  async function rowsOf(mapId: string): Promise<number[]> {
    const { prisma } = server.running.database;
    const where = { mapId };
    return Promise.all([
      prisma.journeyMap.count({ where: { id: mapId } }),
      prisma.documentUpdate.count({ where }),
      prisma.documentSnapshot.count({ where }),
      prisma.documentClient.count({ where }),
      prisma.activity.count({ where }),
      prisma.mapVersion.count({ where }),
      prisma.joinLink.count({ where }),
      prisma.guest.count({ where }),
      prisma.session.count({ where: { id: `session${mapId}` } }),
    ]);
  }

  test('says who deleted what, and until when it can be restored', async () => {
    const mapId = (await addMap(server.running, workspaceId)).id;
    await remove(mapId);
    const { maps } = (await (await call(bin.GET, 'GET', { workspaceId })).json()) as { maps: Record<string, string>[] };
    const row = maps.find(({ id }) => id === mapId);
    expect(row).toMatchObject({ deletedBy: `user:${olga.actor.userId}`, deletedByName: 'Olga', kind: 'current' });
    expect(Date.parse(row?.endsAt ?? '') - Date.parse(row?.deletedAt ?? '')).toBe(30 * day);
    await call(restore.POST, 'POST', { mapId });
    expect(await findMap(server.running.database, mapId)).not.toBeNull();
  });

  test('is read by owners and editors; for good only owners delete', async () => {
    const editor = await addPerson(server.running, 'Edda');
    const viewer = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, editor, 'editor');
    await addMember(server.running, workspaceId, viewer, 'viewer');
    const mapId = (await addMap(server.running, workspaceId)).id;
    await remove(mapId);
    expect((await call(bin.GET, 'GET', { workspaceId }, editor)).status).toBe(200);
    expect((await call(bin.GET, 'GET', { workspaceId }, viewer)).status).toBe(403);
    expect((await call(purgeRoute.POST, 'POST', { mapId }, editor)).status).toBe(403);
    expect((await call(purgeRoute.POST, 'POST', { mapId })).status).toBe(204);
    expect((await call(purgeRoute.POST, 'POST', { mapId })).status).toBe(404);
    expect((await call(restore.POST, 'POST', { mapId })).status).toBe(404);
  });

  test('of a workspace that lies in the bin itself is closed, like all of it', async () => {
    const { database, events } = server.running;
    const other = await addWorkspace(server.running, olga, 'Other');
    const editor = await addPerson(server.running, 'Emil');
    await addMember(server.running, other, editor, 'editor');
    const { id: mapId } = await addMap(server.running, other);
    await remove(mapId);
    await removeWorkspace(
      { database, events },
      olga.actor,
      await database.prisma.workspace.findUniqueOrThrow({ where: { id: other } }),
      { name: 'Other' },
    );
    for (const person of [editor, olga]) {
      expect((await call(restore.POST, 'POST', { mapId }, person)).status).toBe(404);
      expect((await call(purgeRoute.POST, 'POST', { mapId }, person)).status).toBe(404);
    }
    expect((await database.prisma.journeyMap.findUniqueOrThrow({ where: { id: mapId } })).deletedAt).not.toBeNull();
  });

  test('a map that is not in it cannot be deleted for good', async () => {
    const mapId = (await addMap(server.running, workspaceId)).id;
    expect(await problemOf(await call(purgeRoute.POST, 'POST', { mapId }))).toMatchObject({ status: 409, reason: 'notInBin' });
    expect(await findMap(server.running.database, mapId)).not.toBeNull();
  });

  test('a removal that broke off goes on, and cannot be undone half-way', async () => {
    const db = server.running.database;
    const mapId = await fullMap();
    await deleteMap(db, mapId);
    await markMapForPurge(db, { id: mapId, workspaceId }, { actorId: 'system' });
    await db.prisma.documentUpdate.deleteMany({ where: { mapId } });
    expect(await restoreMap(db, mapId)).toBe(false);
    expect((await call(restore.POST, 'POST', { mapId })).status).toBe(404);
    const { maps } = (await (await call(bin.GET, 'GET', { workspaceId })).json()) as { maps: { id: string }[] };
    expect(maps.map(({ id }) => id)).not.toContain(mapId);
    expect(await purgeMarked(db)).toBe(1);
    expect(await rowsOf(mapId)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('a map that is restored in the moment before its end stays', async () => {
    const db = server.running.database;
    const { id } = await addMap(server.running, workspaceId);
    await deleteMap(db, id, { now: new Date(Date.now() - 40 * day) });
    await restoreMap(db, id);
    const before = new Date(Date.now() - 30 * day);
    expect(await markMapForPurge(db, { id, workspaceId }, { actorId: 'system', before })).toBe(false);
    expect(await findMap(db, id)).not.toBeNull();
  });

  // Last: time passes for the people's sessions, too.
  test('when its days are over, everything of a map is gone, and nothing of another', async () => {
    const [gone, kept] = [await fullMap(), await fullMap()];
    const before = await rowsOf(gone);
    expect(before.every((count) => count > 0)).toBe(true);
    await remove(gone);
    await house(new Date(Date.now() + 29 * day));
    expect((await rowsOf(gone))[0]).toBe(1);
    // Nothing of it goes before its days are over, whatever else is swept.
    expect(await restoreMap(server.running.database, gone)).toBe(true);
    await remove(gone);
    await house(new Date(Date.now() + 31 * day));
    expect(await rowsOf(gone)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    // Time passes for the other map, too: the guest's session and name have gone, nothing else.
    expect((await rowsOf(kept)).slice(0, 4)).toEqual(before.slice(0, 4));
    const [entry] = (await listAudit(server.running.database, { workspaceId })).filter((row) => row.mapId === gone);
    expect(entry).toMatchObject({ action: 'map.purged', actorId: 'system' });
  });
});
