import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { intoBackupFile } from '@/lib/backup/backupFile';
import { Backups } from '@/lib/backup/backups';
import { restoreBackup, withCheckedBackup } from '@/lib/backup/restore';
import { storeBlob } from '@/lib/data/blobs';
import { loadDocument } from '@/lib/data/documentLog';
import { schemaVersion } from '@/lib/document/schema';
import type { Runtime } from '@/lib/runtime';
import { startControl } from '@/lib/server/control';
import { askForBackup } from '@/lib/server/controlBackup';
import { closeCodes } from '@/lib/sync/closeCodes';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { addMap, signInPerson } from '@/tests/builders/people';
import { addScene, type RoomServer, startRoomServer } from '@/tests/builders/roomServer';
import { patternBytes } from '@/tests/builders/storedMap';
import { SyncClient } from '@/tests/builders/syncClient';
import { testSecret } from '@/tests/builders/testRuntime';
import { Editor } from '../sync/acknowledgedEditor';
import { until } from '../sync/setUp';

const kinds = await listDatabaseKinds();
const people = 20;

describe.each(kinds)('a backup while twenty people edit (%s)', { timeout: 300_000 }, (kind) => {
  let folder: string;
  let server: RoomServer;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-backup-'));
    // Compacted all the time, so that what is being read is taken away again and again.
    server = await startRoomServer({ kind, limits: { compactUpdates: 15 } });
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The running server, asked through its control socket. */
  async function backUp(file: string): Promise<void> {
    const backups = new Backups({ database: server.database.db, secret: testSecret, log: server.running.log });
    const control = await startControl({ ...server.running, backups } as Runtime, server.database.dataDir);
    try {
      await intoBackupFile(file, {}, (sink) => askForBackup(server.database.dataDir, sink, () => undefined));
    } finally {
      await control.close();
      await backups.stop();
    }
  }

  async function restore(file: string): Promise<TestDatabase> {
    // Into the other kind of database where there is one.
    const target = await openTestDatabase(kinds.find((other) => other !== kind) ?? kind);
    ends.push(() => target.drop());
    await target.db.close();
    const env = { DATABASE_URL: target.url, NEXTAUTH_SECRET: undefined };
    const options = { env, dataDir: target.dataDir, backupFolder: folder, replace: false };
    await withCheckedBackup(file, {}, (archive) => restoreBackup(archive, options));
    await target.reopen();
    return target;
  }

  const editsOf = async (target: TestDatabase, mapId: string): Promise<Y.Map<unknown>> => {
    const stored = await loadDocument(target.db, mapId);
    const doc = new Y.Doc();
    if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    return doc.getMap('edits');
  };

  test('holds every edit that was acknowledged before it began, and tabs with later ones cannot undo it', async () => {
    const scene = await addScene(server);
    const mapIds = [scene.mapId, (await addMap(server.running, scene.workspaceId)).id];
    await storeBlob(server.database.db, patternBytes(600_000), 'image/png');
    const editors = Array.from({ length: people }, (_, index) => {
      const editor = new Editor(`p${index}`, server.port, mapIds[index % 2] ?? '', scene.owner.cookie);
      editor.provider.connect();
      ends.push(() => editor.provider.destroy());
      return editor;
    });
    const typing = setInterval(() => {
      for (const editor of editors) editor.edit();
    }, 25);
    ends.push(() => clearInterval(typing));
    await until(() => expect(Math.min(...editors.map(({ acknowledged }) => acknowledged.size))).toBeGreaterThan(5));

    const before = editors.map(({ acknowledged }) => [...acknowledged]);
    const file = path.join(folder, 'live.tar');
    await backUp(file);
    const atEnd = editors.map(({ acknowledged }) => acknowledged.size);
    // Nobody was held up for good.
    await until(() => {
      for (const [index, { acknowledged }] of editors.entries()) expect(acknowledged.size).toBeGreaterThan(atEnd[index] ?? 0);
    });
    clearInterval(typing);

    await withCheckedBackup(file, {}, async ({ manifest }) => expect(manifest.broken).toEqual([]));
    const target = await restore(file);
    for (const [index, mapId] of mapIds.entries()) {
      const edits = await editsOf(target, mapId);
      const lost = before.flatMap((keys, person) => (person % 2 === index ? keys.filter((key) => !edits.has(key)) : []));
      expect(lost).toEqual([]);
    }
    expect(before.flat().length).toBeGreaterThan(people * 5);

    // The same tab, with edits that the backup lacks, saved ones and unsaved ones, meets the restored installation.
    const [tab] = editors;
    if (!tab) throw new Error('nobody edits');
    tab.provider.disconnect();
    tab.edit();
    const restored = await startRoomServer({ database: target });
    ends.push(() => restored.stop());
    const { userId, name, email } = scene.owner.actor;
    const again = await signInPerson(restored.running, { userId, name, email });
    const [mapId = ''] = mapIds;
    const stored = (await loadDocument(target.db, mapId)) ?? { seq: 0, epoch: 0 };
    const old = new SyncClient(restored.port, { mapId, cookie: again.cookie, doc: tab.doc });
    ends.push(() => old.destroy());
    await until(() => expect(old.closes).toContain(closeCodes.reload));
    expect(old.provider.synced).toBe(false);
    expect((await loadDocument(target.db, mapId))?.seq).toBe(stored.seq);
    // What it had is still its own.
    expect(tab.doc.getMap('edits').has(`p0:${tab.edits - 1}`)).toBe(true);

    const params = { epoch: String(stored.epoch), schema: String(schemaVersion) };
    const reloaded = new SyncClient(restored.port, { mapId, cookie: again.cookie, params });
    ends.push(() => reloaded.destroy());
    await until(() => expect(reloaded.provider.synced).toBe(true));
    expect(before[0]?.every((key) => reloaded.doc.getMap('edits').has(key))).toBe(true);
  });

  test('leaves nothing behind when whoever asked goes away, and the next one works', async () => {
    const file = path.join(folder, 'broken.tar');
    const backups = new Backups({ database: server.database.db, secret: testSecret, log: server.running.log });
    const control = await startControl({ ...server.running, backups } as Runtime, server.database.dataDir);
    ends.push(() => control.close());
    const broken = intoBackupFile(file, {}, (sink) =>
      askForBackup(
        server.database.dataDir,
        async () => {
          await sink(Buffer.alloc(1));
          throw new Error('the disk is full');
        },
        () => undefined,
      ),
    );
    await expect(broken).rejects.toThrow('the disk is full');
    await until(() => expect(backups.status().isRunning).toBe(false));
    await backUp(file);
    await withCheckedBackup(file, {}, async ({ header }) => expect(header.database).toBe(kind));
  });
});
