import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as account from '@/app/api/account/data/route';
import { GET as currentRoute } from '@/app/api/maps/[mapId]/future/current/route';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { restoreBackup, withCheckedBackup } from '@/lib/backup/restore';
import { listUsedBlobs } from '@/lib/data/blobReferences';
import { sweepBlobs } from '@/lib/data/blobs';
import { findFutureState } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import { purgeMarked } from '@/lib/data/purge';
import { binWorkspace } from '@/lib/data/workspaceBin';
import { createExporter } from '@/lib/export/exporter';
import { Prisma } from '@/lib/generated/prisma/client';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { moveMapTo } from '@/lib/maps/moveMap';
import { bringMapBack, removeMap } from '@/lib/maps/removeMap';
import { describeOrigin, type Origin } from '@/lib/versions/future/describeFuture';
import { readBase, readChanges } from '@/lib/versions/future/readStates';
import { storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { openTestDatabase, testFolder } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime, testSecret } from '../../builders/testRuntime';

const day = 24 * 3_600_000;

// On every way that a map, its workspace or the whole installation can go.
describe('a future state keeps what it starts from, or says what of it is missing', () => {
  let server: TestRuntime;
  let olga: Person;
  let ben: Person;
  let workspaceId: string;
  let elsewhere: string;
  let map: MapRow;
  let future: MapRow;
  let program: ApiClient;
  let bens: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime();
    olga = await addPerson(server.running, 'Olga');
    ben = await addPerson(server.running, 'Ben');
    program = await ApiClient.of(server.running, olga);
    bens = await ApiClient.of(server.running, ben);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    elsewhere = await addWorkspace(server.running, olga, 'Elsewhere');
    await addMember(server.running, workspaceId, ben, 'editor');
    map = await addMap(server.running, workspaceId);
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'As it is' }, status: 201 });
    const call = { body: { unsigned: true }, status: 201 };
    const { id } = await program.json<{ id: string }>('POST', `/maps/${map.id}/versions/1/future-states`, call);
    future = { ...map, id };
  });

  const originOf = (by = program) => by.json<Origin>('GET', `/maps/${future.id}/baseline`);
  const baseOf = async (by = program) => (await by.json<{ map: JourneyMap }>('GET', `/maps/${future.id}/baseline/document`)).map;
  const here = { source: { place: 'here' }, version: { isThere: true }, hasContent: true, fromFile: false };
  const away = {
    source: { place: 'away', mapId: null, title: 'A bill that is too high' },
    version: { number: 1, name: 'As it is', isThere: false },
    ...{ isBaseline: false, hasContent: true, fromFile: false },
  };

  test('when the future state moves to another workspace, and back', async () => {
    const base = await baseOf();
    await moveMapTo(server.running, olga.actor, future, elsewhere);
    expect(await originOf()).toMatchObject(here);
    expect((await bens.call('GET', `/maps/${future.id}/baseline`)).status).toBe(404);
    await addMember(server.running, elsewhere, ben, 'editor');
    // Somebody who belongs there and to the other one sees both, somebody who does not is told what is missing.
    expect(await originOf(bens)).toMatchObject(here);
    await server.running.database.prisma.membership.deleteMany({ where: { workspaceId, userId: ben.actor.userId } });
    expect(await originOf(bens)).toMatchObject(away);
    expect(await baseOf(bens)).toEqual(base);
    await moveMapTo(server.running, olga.actor, { ...future, workspaceId: elsewhere }, workspaceId);
    expect(await originOf()).toMatchObject(here);
  });

  test('when it is in another workspace, without being told of evidence that only the current state’s has', async () => {
    const { database } = server.running;
    const [early, late] = [await storeSource(database, workspaceId, 'Early'), await storeSource(database, workspaceId, 'Late')];
    const own = await storeSource(database, elsewhere, 'Own');
    const edit = (...operations: object[]) =>
      program.json<{ results: { id: string }[] }>('POST', `/maps/${map.id}/operations`, { body: { operations } });
    const link = async (sourceId: string) => {
      const { results } = await edit({ op: 'linkEvidence', target: { type: 'step', id: 'step1' }, sourceId });
      return `added links ${results[0]?.id}`;
    };
    const changes = async () => {
      const path = `/maps/${future.id}/baseline/changes`;
      const { items } = await program.json<{ items: { key: string; state: string }[] }>('GET', path);
      return items.map(({ key, state }) => [key, state]);
    };
    const takeOver = (keys: string[]) =>
      program.json<{ taken: string[] }>('POST', `/maps/${future.id}/baseline/changes/take-over`, { body: { keys } });
    const taken = await link(early);
    expect((await takeOver([taken])).taken).toEqual([taken]);
    await moveMapTo(server.running, olga.actor, future, elsewhere);
    const foreign = await link(late);
    // What was taken over stands there, whatever becomes of it here.
    expect(await changes()).toEqual([[taken, 'taken']]);
    expect((await takeOver([foreign])).taken).toEqual([]);
    const shown = await callRoute(currentRoute, { params: { mapId: future.id }, cookie: olga.cookie });
    const { map: current } = (await shown.json()) as { map: JourneyMap };
    expect(current.links.map(({ sourceId }) => sourceId)).toEqual([early]);
    await moveMapTo(server.running, olga.actor, map, elsewhere);
    const known = await link(own);
    expect(await changes()).toEqual(expect.arrayContaining([[known, 'open']]));
    expect(await changes()).toHaveLength(2);
  });

  test('when the current state moves to another workspace', async () => {
    await moveMapTo(server.running, olga.actor, map, elsewhere);
    expect(await originOf()).toMatchObject(here);
    expect(await originOf(bens)).toMatchObject(away);
    expect((await bens.call('GET', `/maps/${future.id}/baseline/changes`)).status).toBe(404);
    expect(await baseOf(bens)).toEqual(await baseOf());
    const compared = await bens.call('GET', `/maps/${future.id}/compare?from=baseline&to=live`);
    expect(compared.status).toBe(200);
  });

  test('when the workspace of the current state is deleted, comes back, and is removed for good', async () => {
    await moveMapTo(server.running, olga.actor, map, elsewhere);
    const { database } = server.running;
    const base = await baseOf();
    await binWorkspace(database, { id: elsewhere, actorId: `user:${olga.actor.userId}` });
    expect(await originOf()).toMatchObject(away);
    await database.prisma.workspace.update({ where: { id: elsewhere }, data: { deletedAt: null } });
    expect(await originOf()).toMatchObject(here);
    await database.prisma.workspace.update({ where: { id: elsewhere }, data: { deletedAt: new Date(0), purgedAt: new Date() } });
    await purgeMarked(database);
    expect(await database.prisma.journeyMap.count({ where: { id: map.id } })).toBe(0);
    await sweepBlobs(database, await listUsedBlobs(database), new Date(Date.now() + 2 * day));
    expect(await originOf()).toMatchObject(away);
    expect(await baseOf()).toEqual(base);
  });

  test('when the future state itself lies in the bin for a while', async () => {
    await removeMap(server.running, olga.actor, future);
    const { items } = await program.json<{ items: unknown[] }>('GET', `/maps/${map.id}/future-states`);
    expect(items).toEqual([]);
    await bringMapBack(server.running, olga.actor, future);
    expect(await originOf()).toMatchObject(here);
    expect(await baseOf()).toMatchObject({ steps: expect.arrayContaining([expect.objectContaining({ id: 'step1' })]) });
  });

  test('when what was on the version cannot be read: the map goes out and is copied without it, and that is said', async () => {
    const { running } = server;
    const { prisma, pool } = running.database;
    const { exporter } = running;
    running.exporter = createExporter();
    const { contentBlob } = await prisma.futureState.findUniqueOrThrow({ where: { mapId: future.id } });
    await prisma.futureState.update({ where: { mapId: future.id }, data: { fileIds: Prisma.DbNull } });
    const write = (bytes: Buffer) => pool.query('update blob_chunk set bytes = $1 where hash = $2', [bytes, contentBlob]);
    const { rows } = await pool.query<{ bytes: Buffer }>('select bytes from blob_chunk where hash = $1', [contentBlob]);
    await write(Buffer.from('broken'));
    try {
      const exported = await program.call('GET', `/maps/${future.id}/export?format=json`);
      expect(JSON.parse(decodeURIComponent(exported.headers.get('X-Export-Warnings') ?? ''))).toEqual([
        { code: 'baselineNotIncluded', what: 'content' },
      ]);
      const file = JSON.parse(await exported.text());
      expect(file.baseline).toMatchObject({ source: { id: map.id }, version: { number: 1, name: 'As it is' } });
      expect([file.map.steps.length, file.baseline.content]).toEqual([3, undefined]);

      const archive = await callRoute(account.GET, { cookie: olga.cookie, headers: { 'Accept-Language': 'en' } });
      const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
      const name = Object.keys(files).find((one) => one.includes(future.id)) ?? '';
      expect(JSON.parse(strFromU8(files[name] ?? new Uint8Array())).map).toEqual(file.map);
      expect(strFromU8(files['MISSING.txt'] ?? new Uint8Array())).toContain(name);

      const copy = await program.json<{ id: string }>('POST', `/maps/${future.id}/duplicate`, { body: {}, status: 201 });
      expect(await program.json<Origin>('GET', `/maps/${copy.id}/baseline`)).toMatchObject({ version: { number: 1 } });
      expect((await program.json<{ map: JourneyMap }>('GET', `/maps/${copy.id}/document`)).map.steps).toHaveLength(3);
      expect(server.logged.join('\n')).toContain('the baseline of a future state could not be read');
    } finally {
      await running.exporter.close();
      running.exporter = exporter;
      // Others have the same content.
      await write(rows[0]?.bytes ?? Buffer.alloc(0));
    }
  });

  test('when a backup is restored, also one from after the current state was removed', async () => {
    const folder = await mkdtemp(path.join(testFolder, 'wegmarke-future-'));
    const { database: db, exporter } = server.running;
    const restored = async () => {
      const file = path.join(folder, `${Date.now()}.tar`);
      await writeBackupFile(db, file, { secret: testSecret });
      const target = await openTestDatabase();
      await target.db.close();
      const env = { DATABASE_URL: target.url, NEXTAUTH_SECRET: undefined };
      const options = { env, dataDir: target.dataDir, backupFolder: folder, replace: false };
      await withCheckedBackup(file, {}, (archive) => restoreBackup(archive, options));
      return { target, database: await target.reopen() };
    };
    try {
      const base = await baseOf();
      const whole = await restored();
      const row = await findFutureState(whole.database, future.id);
      expect(row).toEqual(await findFutureState(db, future.id));
      if (!row) return;
      expect(await describeOrigin(whole.database, olga.actor, row, workspaceId)).toMatchObject(here);
      expect(await readBase({ database: whole.database, exporter }, row)).toEqual(base);
      await whole.target.drop();

      await db.prisma.journeyMap.update({ where: { id: map.id }, data: { deletedAt: new Date(0), purgedAt: new Date() } });
      await purgeMarked(db);
      const later = await restored();
      expect(await describeOrigin(later.database, olga.actor, row, workspaceId)).toMatchObject(away);
      expect(await readBase({ database: later.database, exporter }, row)).toEqual(base);
      await later.target.drop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('names nothing of a version that another map has under its id', async () => {
    const other = await addMap(server.running, elsewhere);
    await program.json('POST', `/maps/${other.id}/versions`, { body: { name: 'Kanarienvogel' }, status: 201 });
    const { id: versionId } = await server.running.database.prisma.mapVersion.findFirstOrThrow({ where: { mapId: other.id } });
    await server.running.database.prisma.futureState.update({ where: { mapId: future.id }, data: { versionId } });
    expect(await originOf()).toMatchObject({ source: { place: 'here' }, version: { name: 'As it is', isThere: false } });
    await server.running.database.prisma.futureState.update({ where: { mapId: future.id }, data: { linked: false } });
    expect(await originOf()).toMatchObject(away);
    await expect(readChanges(server.running, olga.actor, future)).rejects.toMatchObject({ code: 'notFound' });
  });
});
