import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as joinLink from '@/app/api/join-links/[joinLinkId]/route';
import * as duplicateRoute from '@/app/api/maps/[mapId]/duplicate/route';
import * as exportRoute from '@/app/api/maps/[mapId]/export/route';
import * as fileRoute from '@/app/api/maps/[mapId]/files/[fileId]/route';
import * as filesRoute from '@/app/api/maps/[mapId]/files/route';
import * as joinLinks from '@/app/api/maps/[mapId]/join-links/route';
import * as mapsRoute from '@/app/api/maps/route';
import type { SharedJoinLink } from '@/lib/auth/joinLinks';
import { listUsedBlobs } from '@/lib/data/blobReferences';
import { sweepBlobs } from '@/lib/data/blobs';
import { purgeMarked } from '@/lib/data/purge';
import { addAttachments, removeAttachments } from '@/lib/document/operations/attachments';
import { deleteCards } from '@/lib/document/operations/cards';
import { restoreRecord } from '@/lib/document/operations/records';
import { createExporter } from '@/lib/export/exporter';
import { sweepMapFiles } from '@/lib/files/sweepMapFiles';
import { toMapFile } from '@/lib/interchange/mapFile';
import { createPictureMaker } from '@/lib/pictures/pictureMaker';
import { noteAllBaselineFiles } from '@/lib/versions/future/baselineFiles';
import { ApiClient } from '@/tests/builders/apiClient';
import { Browser } from '@/tests/builders/browser';
import { callRoute, problemOf } from '@/tests/builders/callRoute';
import { listDatabaseKinds } from '@/tests/builders/database';
import { addMap, addPerson, addWorkspace, type Person } from '@/tests/builders/people';
import { quarters } from '@/tests/builders/pictures';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';

const day = 24 * 3_600_000;

describe.each(await listDatabaseKinds())('files of maps (%s)', (kind) => {
  let server: TestRuntime;
  let owner: Person;
  let stranger: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    server.running.pictures = createPictureMaker();
    server.running.exporter = createExporter();
    owner = await addPerson(server.running, 'Olga');
    stranger = await addPerson(server.running, 'Sam');
    workspaceId = await addWorkspace(server.running, owner);
  });
  afterAll(async () => {
    await server.running.pictures.close();
    await server.running.exporter.close();
    await server.stop();
  });

  const upload = (mapId: string, cookie: string, bytes: Uint8Array, name = 'a.png') =>
    callRoute(filesRoute.POST, {
      method: 'POST',
      params: { mapId },
      cookie,
      file: new Uint8Array(bytes),
      headers: { 'X-File-Name': name },
    });
  const statusOf = async (mapId: string, fileId: string, cookie = owner.cookie) =>
    (await callRoute(fileRoute.GET, { params: { mapId, fileId }, cookie })).status;
  /** What housekeeping does about files, so much later; a whole round would end everybody's session by then. */
  const house = async (later: number) => {
    const { database: db, env, log } = server.running;
    const now = Date.now() + later;
    await purgeMarked(db);
    await sweepMapFiles(db, new Date(now - env.BIN_DAYS * day), { log });
    await sweepBlobs(db, await listUsedBlobs(db), new Date(now));
  };
  const blobs = () => server.running.database.prisma.blob.count();

  /** A map whose first card shows a picture. `width` makes it another one than others. */
  async function illustrated(width: number) {
    const { id: mapId } = await addMap(server.running, workspaceId);
    const response = await upload(mapId, owner.cookie, await quarters('png', { width, height: 10 }));
    const { file } = (await response.json()) as { file: Parameters<typeof addAttachments>[1]['files'][number] };
    const { map } = await server.running.liveMaps.read(mapId);
    const cardId = map.cards[0]?.id ?? '';
    let attachmentId = '';
    await server.running.liveMaps.write(mapId, 'user:a', (doc) => {
      [attachmentId = ''] = addAttachments(doc, { cardId, files: [file] }) ?? [];
    });
    return { mapId, fileId: file.fileId, attachmentId, cardId };
  }

  const isUnused = async (mapId: string, fileId: string): Promise<boolean> => {
    const row = await server.running.database.prisma.mapFile.findUnique({ where: { mapId_id: { mapId, id: fileId } } });
    return row?.unusedSince != null;
  };

  test('stay as long as a card shows them, and BIN_DAYS longer; then row and bytes go', async () => {
    const { mapId, fileId, attachmentId } = await illustrated(100);
    await vi.waitFor(async () => expect(await isUnused(mapId, fileId)).toBe(false), 5_000);
    const before = await blobs();
    await house(400 * day);
    expect(await statusOf(mapId, fileId)).toBe(200);

    await server.running.liveMaps.write(mapId, 'user:a', (doc) => void removeAttachments(doc, { ids: [attachmentId] }));
    await vi.waitFor(async () => expect(await isUnused(mapId, fileId)).toBe(true), 5_000);
    await house(29 * day);
    expect(await statusOf(mapId, fileId)).toBe(200);
    await house(31 * day);
    expect(await statusOf(mapId, fileId)).toBe(404);
    expect(await blobs()).toBeLessThan(before);
  });

  test('that were brought back in time stay, even when nobody had noted it', async () => {
    const { mapId, fileId, attachmentId } = await illustrated(102);
    await server.running.liveMaps.write(mapId, 'user:a', (doc) => void removeAttachments(doc, { ids: [attachmentId] }));
    await vi.waitFor(async () => expect(await isUnused(mapId, fileId)).toBe(true), 5_000);
    await server.running.liveMaps.write(mapId, 'user:a', (doc) => {
      restoreRecord(doc, { collection: 'attachments', id: attachmentId });
    });
    // As if the server had died between the edit and the note of it.
    await vi.waitFor(async () => expect(await isUnused(mapId, fileId)).toBe(false), 5_000);
    await server.running.database.prisma.mapFile.updateMany({ where: { mapId }, data: { unusedSince: new Date(0) } });
    await house(0);
    expect(await statusOf(mapId, fileId)).toBe(200);
    expect(await isUnused(mapId, fileId)).toBe(false);
  });

  test('of a deleted card stay as long as it can be brought back', async () => {
    const { mapId, fileId, cardId } = await illustrated(103);
    await server.running.liveMaps.write(mapId, 'user:a', (doc) => void deleteCards(doc, { ids: [cardId] }));
    // As an older release noted it.
    await server.running.database.prisma.mapFile.updateMany({ where: { mapId }, data: { unusedSince: new Date(0) } });
    await house(400 * day);
    expect(await statusOf(mapId, fileId)).toBe(200);
    await server.running.liveMaps.write(mapId, 'user:a', (doc) => {
      restoreRecord(doc, { collection: 'cards', id: cardId });
    });
    expect(await statusOf(mapId, fileId)).toBe(200);
  });

  test('of a map that cannot be read stay, and hold up no other map', async () => {
    const { database, log } = server.running;
    const withFile = async () => {
      const { id } = await addMap(server.running, workspaceId);
      const response = await upload(id, owner.cookie, Buffer.from(`never shown in ${id}`), 'a.txt');
      const { file } = (await response.json()) as { file: { fileId: string } };
      return { id, fileId: file.fileId };
    };
    const [first, broken, last] = [await withFile(), await withFile(), await withFile()];
    const move = (seq: object) => database.prisma.journeyMap.update({ where: { id: broken.id }, data: { seq } });
    await move({ increment: 5 });
    try {
      await expect(sweepMapFiles(database, new Date(Date.now() + day), { log })).rejects.toThrow('could not be swept: 1');
    } finally {
      await move({ decrement: 5 });
    }
    const told = server.logged.filter((line) => line.includes('could not be swept'));
    expect(told.map((line) => (JSON.parse(line) as { mapId: string }).mapId)).toEqual([broken.id]);
    const statuses = await Promise.all([first, broken, last].map(({ id, fileId }) => statusOf(id, fileId)));
    expect(statuses).toEqual([404, 200, 404]);
  });

  test('that are too many for a map keep a copy from being made', async () => {
    const { env, database } = server.running;
    const { mapId } = await illustrated(105);
    const max = env.MAX_FILES_PER_MAP;
    const before = await database.prisma.journeyMap.count();
    env.MAX_FILES_PER_MAP = 0;
    try {
      const call = { method: 'POST', params: { mapId }, cookie: owner.cookie, body: {} };
      expect(await problemOf(await callRoute(duplicateRoute.POST, call))).toMatchObject({
        status: 409,
        reason: 'tooManyMapFiles',
      });
    } finally {
      env.MAX_FILES_PER_MAP = max;
    }
    expect(await database.prisma.journeyMap.count()).toBe(before);
  });

  test('that cannot be copied leave a copy without them, which is told of', async () => {
    const { pool, prisma } = server.running.database;
    const { mapId } = await illustrated(107);
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
    const spy = vi
      .spyOn(pool, 'query')
      .mockImplementation(((...args: unknown[]) =>
        String(args[0]).startsWith('insert into map_file')
          ? Promise.reject(new Error('The disk is full.'))
          : query(...args)) as never);
    server.told.length = 0;
    try {
      const call = { method: 'POST', params: { mapId }, cookie: owner.cookie, body: {} };
      expect((await callRoute(duplicateRoute.POST, call)).status).toBe(500);
    } finally {
      spy.mockRestore();
    }
    const copy = await prisma.journeyMap.findFirst({ orderBy: { createdAt: 'desc' } });
    expect(copy?.id).not.toBe(mapId);
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'maps.changed', workspaceId, mapId: copy?.id }));
  });

  test('that were uploaded and never shown go, too', async () => {
    const { id: mapId } = await addMap(server.running, workspaceId);
    const response = await upload(mapId, owner.cookie, Buffer.from('never shown'), 'a.txt');
    const { file } = (await response.json()) as { file: { fileId: string } };
    await house(31 * day);
    expect(await statusOf(mapId, file.fileId)).toBe(404);
  });

  test('come along with a duplicate of the map, and stay there when the first is gone', async () => {
    const { mapId, fileId } = await illustrated(104);
    const copy = await callRoute(duplicateRoute.POST, { method: 'POST', params: { mapId }, cookie: owner.cookie, body: {} });
    const { id } = (await copy.json()) as { id: string };
    expect(await statusOf(id, fileId)).toBe(200);
    await server.running.database.prisma.journeyMap.update({
      where: { id: mapId },
      data: { deletedAt: new Date(0), purgedAt: new Date() },
    });
    await house(60 * day);
    expect(await statusOf(mapId, fileId)).toBe(404);
    expect(await statusOf(id, fileId)).toBe(200);
  });

  test('that only the baseline of a future state shows stay with that, are shown where it is compared, and come along with a copy and a file', async () => {
    const { mapId, fileId, cardId } = await illustrated(120);
    const program = await ApiClient.of(server.running, owner);
    await program.json('POST', `/maps/${mapId}/versions`, { body: { name: 'With a picture' }, status: 201 });
    const derive = { path: `/maps/${mapId}/versions/1/future-states`, call: { body: { unsigned: true }, status: 201 } };
    const { id: futureId } = await program.json<{ id: string }>('POST', derive.path, derive.call);
    const [attachment] = (await server.running.liveMaps.read(futureId)).map.attachments;
    await server.running.liveMaps.write(futureId, 'user:a', (doc) => {
      removeAttachments(doc, { ids: [attachment?.id ?? ''] });
    });
    await vi.waitFor(async () => expect(await isUnused(futureId, fileId)).toBe(true), 5_000);
    // The map that it came from is gone for good, and its version with it.
    await server.running.database.prisma.journeyMap.update({
      where: { id: mapId },
      data: { deletedAt: new Date(0), purgedAt: new Date() },
    });
    await house(400 * day);
    expect(await statusOf(mapId, fileId)).toBe(404);
    expect(await statusOf(futureId, fileId)).toBe(200);

    const compared = async (id: string) =>
      (await program.call('GET', `/maps/${id}/export?format=svg&compare=baseline..live`)).text();
    expect(await compared(futureId)).toMatch(/<image [^>]*href="data:image\/png;base64,[^"]+"/);
    const { differences } = await program.json<{ differences: { kind: string; collection: string }[] }>(
      'GET',
      `/maps/${futureId}/compare?from=baseline&to=live`,
    );
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'removed', collection: 'attachments' }));

    const text = await (await program.call('GET', `/maps/${futureId}/export?format=json`)).text();
    const file = new TextEncoder().encode(text);
    const query = `workspace=${workspaceId}&format=json`;
    const made = await program.json<{ id: string; report: unknown[] }>('POST', `/maps/import?${query}`, { file, status: 201 });
    expect(made.report).toEqual([]);
    const copy = await program.json<{ id: string }>('POST', `/maps/${futureId}/duplicate`, { body: {}, status: 201 });
    // As older releases noted it: until somebody has looked, nothing is swept.
    await server.running.database.pool.query('update future_state set file_ids = null where map_id = $1', [copy.id]);
    await house(800 * day);
    for (const id of [made.id, copy.id]) {
      expect(await statusOf(id, fileId)).toBe(200);
      expect(await compared(id)).toContain('<image ');
    }
    await noteAllBaselineFiles(server.running, { log: server.running.log });
    const noted = await server.running.database.prisma.futureState.findUniqueOrThrow({ where: { mapId: copy.id } });
    expect(noted.fileIds).toEqual([fileId]);
    await house(1_200 * day);
    expect(await statusOf(copy.id, fileId)).toBe(200);

    // Whoever may not see it gets neither it nor a reference to it, and is told.
    const theirs = await ApiClient.of(server.running, stranger);
    const to = await addWorkspace(server.running, stranger);
    const foreign = await theirs.json<{ id: string; report: { code: string }[] }>(
      'POST',
      `/maps/import?workspace=${to}&format=json`,
      { file, status: 201 },
    );
    expect(foreign.report.map(({ code }) => code)).toEqual(['json.baselineFilesMissing']);
    const base = await theirs.json<{ map: { attachments: unknown[]; cards: { id: string }[] } }>(
      'GET',
      `/maps/${foreign.id}/baseline/document`,
    );
    expect(base.map.attachments).toEqual([]);
    expect(base.map.cards.map(({ id }) => id)).toContain(cardId);
    expect(await statusOf(foreign.id, fileId, stranger.cookie)).toBe(404);
  });

  test('are found again by who imports the map’s JSON and may see them, and by nobody else', async () => {
    const { mapId, fileId } = await illustrated(106);
    const { map } = await server.running.liveMaps.read(mapId);
    const text = toMapFile(map, { programVersion: '1' });
    expect(text).toContain(fileId);
    const bring = async (person: Person, to: string) => {
      const source = { type: 'json', text, name: 'map.json' };
      const response = await callRoute(mapsRoute.POST, {
        method: 'POST',
        cookie: person.cookie,
        body: { workspaceId: to, source },
      });
      const { id } = (await response.json()) as { id: string };
      return { id, map: (await server.running.liveMaps.read(id)).map };
    };
    const own = await bring(owner, workspaceId);
    expect(own.map.attachments.map((attachment) => attachment.fileId)).toEqual([fileId]);
    expect(await statusOf(own.id, fileId)).toBe(200);

    const foreign = await bring(stranger, await addWorkspace(server.running, stranger));
    expect(foreign.map.attachments).toEqual([]);
    expect(foreign.map.meta.notes).toContain('One picture or file of a card is left out');
    expect(await statusOf(foreign.id, fileId, stranger.cookie)).toBe(404);
  });

  test('are in PDF, PNG and SVG; JSON names them and says that it does not hold them', async () => {
    const { mapId } = await illustrated(400);
    const get = (query: string) =>
      callRoute(exportRoute.GET, { path: `/api/maps/${mapId}/export?${query}`, params: { mapId }, cookie: owner.cookie });
    const svg = await (await get('format=svg')).text();
    expect(svg).toMatch(/<image [^>]*href="data:image\/png;base64,[^"]+"><title>a\.png<\/title>/);
    const pdf = Buffer.from(await (await get('format=pdf')).arrayBuffer()).toString('latin1');
    expect(pdf).toContain('/Subtype /Image');
    expect((await get('format=png&scale=1')).status).toBe(200);
    const json = await get('format=json');
    expect(JSON.parse(decodeURIComponent(json.headers.get('X-Export-Warnings') ?? ''))).toEqual([
      { code: 'filesNotIncluded', count: 1 },
    ]);
  });

  test('are open to guests who write, until their link is closed', async () => {
    const { id: mapId } = await addMap(server.running, workspaceId);
    const share = async (role: string): Promise<{ link: SharedJoinLink; guest: Browser }> => {
      const made = await callRoute(joinLinks.POST, { method: 'POST', params: { mapId }, cookie: owner.cookie, body: { role } });
      const link = (await made.json()) as SharedJoinLink;
      const guest = new Browser();
      await guest.signIn('guest', { token: new URL(link.url).pathname.replace('/join/', ''), name: 'Gerd' });
      return { link, guest };
    };
    const writer = await share('editor');
    const reader = await share('viewer');
    const bytes = await quarters('jpeg');
    const added = await upload(mapId, writer.guest.cookie, bytes, 'a.jpg');
    expect(added.status).toBe(201);
    const { file } = (await added.json()) as { file: { fileId: string } };
    expect((await problemOf(await upload(mapId, reader.guest.cookie, bytes, 'a.jpg'))).status).toBe(403);
    expect(await statusOf(mapId, file.fileId, reader.guest.cookie)).toBe(200);
    await callRoute(joinLink.DELETE, { method: 'DELETE', params: { joinLinkId: writer.link.id }, cookie: owner.cookie });
    expect((await upload(mapId, writer.guest.cookie, bytes, 'a.jpg')).status).toBe(401);
    expect(await statusOf(mapId, file.fileId, writer.guest.cookie)).toBe(401);
  });
});
