import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { listAudit } from '@/lib/data/audit';
import { listUsedBlobs } from '@/lib/data/blobReferences';
import { sweepBlobs } from '@/lib/data/blobs';
import { addMapFile, noteUsedFiles, removeUnusedFiles } from '@/lib/data/mapFiles';
import { findMap, type MapRow } from '@/lib/data/maps';
import { insertRestore, markUndone } from '@/lib/data/restores';
import { findSameContent, findVersion } from '@/lib/data/versions';
import { serverOrigin } from '@/lib/document/createDocument';
import { setVotes } from '@/lib/document/operations/votes';
import { readMap } from '@/lib/document/readMap';
import { schemaVersion } from '@/lib/document/schema';
import { setText } from '@/lib/document/textReference';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { deleteVersion } from '@/lib/versions/deleteVersion';
import { listVersions } from '@/lib/versions/listVersions';
import { readVersionDocument, readVersionMap, requireVersion } from '@/lib/versions/readVersion';
import { saveVersion } from '@/lib/versions/saveVersion';
import { thinAllVersions, thinMap, VersionKeeper } from '@/lib/versions/versionKeeper';
import { mapWithCardParts } from '../../builders/map';
import { addMap, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('versions of a map', () => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime();
    olga = await addPerson(server.running, 'Olga');
    workspaceId = await addWorkspace(server.running, olga);
  });
  afterAll(() => server.stop());

  const actorId = (): string => `user:${olga.actor.userId}`;
  const rename = (map: MapRow, title: string) =>
    server.running.liveMaps.write(map.id, actorId(), (doc) => {
      setText(doc, { reference: { type: 'meta', field: 'title' }, text: title }, serverOrigin);
    });
  const save = (map: MapRow, name = '') => saveVersion(server.running, map, { kind: 'manual', actorId: actorId(), name });
  const numbers = async (map: MapRow) =>
    (await listVersions(server.running.database, map.id, { limit: 200 })).items.map(({ number }) => number);
  const countBlobs = async (): Promise<number> => server.running.database.prisma.blob.count();

  test('is kept by hand, listed without its content, and read as it was', async () => {
    const map = await addMap(server.running, workspaceId);
    await rename(map, 'Before');
    const live = await server.running.liveMaps.read(map.id);
    const saved = await save(map, 'Agreed');
    expect(saved).toMatchObject({
      number: 1,
      kind: 'manual',
      name: 'Agreed',
      createdBy: actorId(),
      seq: live.seq,
      title: 'Before',
    });
    expect(server.told).toContainEqual(
      expect.objectContaining({ kind: 'versions.changed', mapId: map.id, payload: { number: 1 } }),
    );
    await rename(map, 'After');

    const { items, next } = await listVersions(server.running.database, map.id, { limit: 50 });
    expect(next).toBeNull();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ number: 1, by: { id: actorId(), name: 'Olga' }, stepCount: 3, title: 'Before' });
    const version = await requireVersion(server.running.database, map.id, 1);
    const shown = await readVersionMap(server.running, version);
    expect(shown.meta.title).toBe('Before');
    expect(toCanonicalJson(shown)).toBe(toCanonicalJson(live.map));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await readVersionDocument(server.running.database, version));
    expect(toCanonicalJson(readMap(doc).map)).toBe(toCanonicalJson(live.map));
  });

  test('counts without a gap, whoever saves at once, and never gives a number twice', async () => {
    const map = await addMap(server.running, workspaceId);
    await Promise.all(Array.from({ length: 8 }, () => save(map)));
    expect(await numbers(map)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    await deleteVersion(server.running, olga.actor, map, await requireVersion(server.running.database, map.id, 8));
    await save(map);
    expect(await numbers(map)).toEqual([9, 7, 6, 5, 4, 3, 2, 1]);
    // As after a backup that read the map's row before its last versions.
    await server.running.database.prisma.journeyMap.update({ where: { id: map.id }, data: { versionCount: 3 } });
    expect((await save(map)).number).toBe(10);
  });

  test('stores the same content once', async () => {
    const map = await addMap(server.running, workspaceId);
    await rename(map, 'Once');
    const before = await countBlobs();
    await save(map);
    expect(await countBlobs()).toBe(before + 2);
    await rename(map, 'Twice');
    await rename(map, 'Once');
    await save(map);
    expect(await countBlobs()).toBe(before + 2);
    await rename(map, 'Twice');
    await save(map);
    expect(await countBlobs()).toBe(before + 4);
  });

  test('is stored in the form of its day, though an earlier release stored the same content', async () => {
    const map = await addMap(server.running, workspaceId);
    await rename(map, 'Older form');
    await save(map);
    const { prisma } = server.running.database;
    const { id } = await requireVersion(server.running.database, map.id, 1);
    const { contentHash } = await prisma.mapVersion.update({ where: { id }, data: { schemaVersion: 0 } });
    const find = (form: number) => findSameContent(server.running.database, { mapId: map.id, contentHash, schemaVersion: form });
    expect(await find(0)).not.toBeNull();
    expect(await find(schemaVersion)).toBeNull();
  });

  test('is deleted with a trace, and its bytes go when nothing needs them any more', async () => {
    const map = await addMap(server.running, workspaceId);
    await rename(map, 'Kept twice');
    const [first, second] = [await save(map), await save(map)];
    const { contentBlob } = await requireVersion(server.running.database, map.id, 1);
    const sweep = async () => {
      const db = server.running.database;
      return sweepBlobs(db, await listUsedBlobs(db), new Date(Date.now() + 2 * day));
    };
    expect(await deleteVersion(server.running, olga.actor, map, first)).toBe(true);
    expect(await deleteVersion(server.running, olga.actor, map, first)).toBe(false);
    await sweep();
    expect((await readVersionMap(server.running, await requireVersion(server.running.database, map.id, 2))).meta.title).toBe(
      'Kept twice',
    );
    await deleteVersion(server.running, olga.actor, map, second);
    await sweep();
    expect(await server.running.database.prisma.blob.count({ where: { hash: contentBlob } })).toBe(0);
    const entries = await listAudit(server.running.database, { workspaceId, actions: ['version.deleted'], limit: 2 });
    expect(entries.map(({ mapId, detail }) => [mapId, detail])).toEqual([
      [map.id, expect.objectContaining({ number: 2, kind: 'manual', createdBy: actorId() })],
      [map.id, expect.objectContaining({ number: 1 })],
    ]);
  });

  test('is made by itself when the map was quiet after a change, once, and not of what nobody changed', async () => {
    const map = await addMap(server.running, workspaceId);
    const untouched = await addMap(server.running, workspaceId);
    const keeper = new VersionKeeper(server.running);
    const lookIn = (ms: number) => keeper.look(new Date(Date.now() + ms));
    await rename(map, 'Quiet');
    await lookIn(4 * minute);
    expect(await numbers(map)).toEqual([]);
    await lookIn(6 * minute);
    expect(await findVersion(server.running.database, map.id, 1)).toMatchObject({
      kind: 'automatic',
      createdBy: 'system',
      title: 'Quiet',
    });
    await lookIn(12 * minute);
    expect(await numbers(map)).toEqual([1]);
    // Changed and changed back: the same content is no new version.
    await rename(map, 'Loud');
    await rename(map, 'Quiet');
    await lookIn(6 * minute);
    expect(await numbers(map)).toEqual([1]);
    await rename(map, 'Loud');
    await lookIn(6 * minute);
    expect(await numbers(map)).toEqual([2, 1]);
    expect(await numbers(untouched)).toEqual([]);
  });

  test('is made of a map that is never quiet, too', async () => {
    const map = await addMap(server.running, workspaceId);
    await rename(map, 'Busy');
    const in2Hours = new Date(Date.now() + 120 * minute);
    await server.running.database.prisma.journeyMap.update({ where: { id: map.id }, data: { updatedAt: in2Hours } });
    const keeper = new VersionKeeper(server.running);
    await keeper.look(new Date(in2Hours.getTime() - 62 * minute));
    expect(await numbers(map)).toEqual([]);
    await keeper.look(in2Hours);
    expect(await numbers(map)).toEqual([1]);
  });

  test('is thinned with age unless somebody gave it a name or made it', async () => {
    const map = await addMap(server.running, workspaceId);
    const { prisma } = server.running.database;
    for (const name of ['', '', 'Named', '', '']) {
      await saveVersion(server.running, map, { kind: 'automatic', actorId: 'system', name });
    }
    await save(map);
    const noon = Date.UTC(2026, 0, 14, 12);
    for (const number of [1, 2, 3, 4, 6]) {
      const createdAt = new Date(noon + number * minute);
      await prisma.mapVersion.update({ where: { mapId_number: { mapId: map.id, number } }, data: { createdAt } });
    }
    server.told.length = 0;
    expect(await thinAllVersions(server.running, { now: new Date(noon + 3 * day) })).toBe(2);
    expect(await numbers(map)).toEqual([6, 5, 4, 3]);
    expect(server.told.map(({ kind, mapId }) => [kind, mapId])).toEqual([['versions.changed', map.id]]);
  });

  test('is not thinned while a restore of the last day, which is not undone, goes by it', async () => {
    const map = await addMap(server.running, workspaceId);
    const { database } = server.running;
    const keep = () => saveVersion(server.running, map, { kind: 'automatic', actorId: 'system' });
    const [old, before] = [await keep(), await keep()];
    await keep();
    await database.prisma.mapVersion.updateMany({
      where: { mapId: map.id },
      data: { createdAt: new Date(Date.UTC(2026, 0, 14, 12)) },
    });
    const restoredAt = new Date(Date.UTC(2026, 0, 17, 12));
    const restore = { beforeId: before.id, mapId: map.id, versionId: old.id, parts: null, restoredBy: actorId(), undoneAt: null };
    expect(await insertRestore(database, { ...restore, restoredAt })).toBe(true);
    expect(await thinMap(database, map.id, new Date(restoredAt.getTime() + day - minute))).toBe(0);
    await markUndone(database, before.id, actorId());
    expect(await thinMap(database, map.id, new Date(restoredAt.getTime() + day - minute))).toBe(2);
    expect(await numbers(map)).toEqual([3]);
  });

  test('shows no votes, though the map has some', async () => {
    const map = await addMap(server.running, workspaceId);
    await server.running.liveMaps.write(map.id, 'system', (doc) => {
      setVotes(doc, { votes: new Map([['card1', 2]]) }, serverOrigin);
    });
    await save(map);
    const { cards } = await readVersionMap(server.running, await requireVersion(server.running.database, map.id, 1));
    expect(cards.filter(({ votes }) => votes !== undefined)).toEqual([]);
    expect((await server.running.liveMaps.read(map.id)).map.cards.find(({ id }) => id === 'card1')?.votes).toBe(2);
  });

  test('keeps the files that it shows, for as long as it is there', async () => {
    const map = await addMap(server.running, workspaceId, mapWithCardParts());
    const db = server.running.database;
    const [fileId = ''] = (await server.running.liveMaps.read(map.id)).map.attachments.map((attachment) => attachment.fileId);
    const version = await save(map);
    const { contentBlob: hash } = await requireVersion(db, map.id, 1);
    const file = { mapId: map.id, hash, smallHash: null, name: 'a.png', mediaType: 'image/png', size: 1, width: 1, height: 1 };
    await addMapFile(db, { ...file, id: fileId, createdBy: actorId() });
    await addMapFile(db, { ...file, id: 'unneeded', createdBy: actorId() });
    await noteUsedFiles(db, map.id, []);
    const future = new Date(Date.now() + minute);
    expect(await removeUnusedFiles(db, map.id, future)).toBe(1);
    await deleteVersion(server.running, olga.actor, map, version);
    expect(await removeUnusedFiles(db, map.id, future)).toBe(1);
  });

  test('is none of a map that is gone', async () => {
    const map = await addMap(server.running, workspaceId);
    await server.running.database.prisma.journeyMap.update({ where: { id: map.id }, data: { deletedAt: new Date() } });
    await expect(save(map)).rejects.toMatchObject({ code: 'notFound' });
    expect(await findMap(server.running.database, map.id)).toBeNull();
  });
});
