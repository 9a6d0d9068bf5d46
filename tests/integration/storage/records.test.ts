import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendActivity, listActivity, sweepActivity } from '@/lib/data/activity';
import { findBlob, readBlob, storeBlob, sweepBlobs } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import { loadDocument } from '@/lib/data/documentLog';
import { appendUpdates } from '@/lib/data/documents';
import { createMap, deleteMap, findMap, findMapEvenDeleted, listMaps, restoreMap, updateProjection } from '@/lib/data/maps';
import { appendOutbox, findNewestOutboxId, isOutboxKept, listOutboxSince, sweepOutbox } from '@/lib/data/outbox';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { patternBytes, storeMap, storeWorkspace } from '@/tests/builders/storedMap';

const day = 86_400_000;

describe.each(await listDatabaseKinds())('storage (%s)', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.drop());

  describe('maps', () => {
    it('are created together with their content', async () => {
      const map = await storeMap(test.db, { state: patternBytes(5000), kind: 'future', title: 'Störung melden' });
      expect(map).toMatchObject({ kind: 'future', title: 'Störung melden', stageCount: 1, stepCount: 2, seq: 1, epoch: 1 });
      expect(await findMap(test.db, map.id)).toEqual(map);
      const stored = await loadDocument(test.db, map.id);
      expect(Buffer.compare(stored?.updates[0] ?? new Uint8Array(), patternBytes(5000))).toBe(0);
    });

    it('are neither there nor their content when the transaction around them fails', async () => {
      const workspaceId = await storeWorkspace(test.db);
      const creating = test.db.prisma.$transaction(async (tx) => {
        const state = new Uint8Array([1]);
        const counts = { stageCount: 0, stepCount: 0, momentCount: 0 };
        await createMap(tx, {
          id: 'half',
          workspaceId,
          createdBy: 'user:a',
          kind: 'current',
          title: '',
          persona: '',
          counts,
          schemaVersion: 1,
          state,
        });
        throw new Error('changed my mind');
      });
      await expect(creating).rejects.toThrow('changed my mind');
      expect(await findMapEvenDeleted(test.db, 'half')).toBeNull();
      expect(await test.db.prisma.documentUpdate.count({ where: { mapId: 'half' } })).toBe(0);
    });

    it('are listed by last change, within their workspace only', async () => {
      const workspaceId = await storeWorkspace(test.db);
      const [first, second] = [await storeMap(test.db, { workspaceId }), await storeMap(test.db, { workspaceId })];
      await storeMap(test.db);
      await appendUpdates(test.db, [{ mapId: first.id, updates: [{ bytes: new Uint8Array([2]), actorId: 'user:a' }] }]);
      expect((await listMaps(test.db, workspaceId)).map((map) => map.id)).toEqual([first.id, second.id]);
      // Registering a client changes nothing that a person would see.
      await appendUpdates(test.db, [
        { mapId: second.id, updates: [], clients: [{ clientId: 1, actorId: 'user:a', sessionId: null }] },
      ]);
      expect((await listMaps(test.db, workspaceId)).map((map) => map.id)).toEqual([first.id, second.id]);
    });

    it('take a new projection and say whether it differed', async () => {
      const map = await storeMap(test.db);
      const projection = { title: 'New', persona: 'Ben', stageCount: 3, stepCount: 9, momentCount: 2 };
      expect(await updateProjection(test.db, map.id, projection)).toBe(map.workspaceId);
      expect(await updateProjection(test.db, map.id, projection)).toBeNull();
      expect(await updateProjection(test.db, map.id, { ...projection, momentCount: 1 })).toBe(map.workspaceId);
      expect(await updateProjection(test.db, map.id, { kind: 'future' })).toBe(map.workspaceId);
      expect(await updateProjection(test.db, 'nowhere', projection)).toBeNull();
      const found = await findMap(test.db, map.id);
      expect(found).toMatchObject({ ...projection, momentCount: 1, kind: 'future', updatedAt: map.updatedAt });
    });

    it('go to the bin and come back whole', async () => {
      const map = await storeMap(test.db);
      expect(await deleteMap(test.db, map.id)).toBe(true);
      expect(await deleteMap(test.db, map.id)).toBe(false);
      expect(await findMap(test.db, map.id)).toBeNull();
      expect(await listMaps(test.db, map.workspaceId)).toEqual([]);
      expect((await listMaps(test.db, map.workspaceId, { deleted: true })).map((row) => row.id)).toEqual([map.id]);
      expect(await updateProjection(test.db, map.id, { title: 'ghost' })).toBeNull();
      expect(await restoreMap(test.db, map.id)).toBe(true);
      expect(await restoreMap(test.db, map.id)).toBe(false);
      expect(await findMap(test.db, map.id)).toEqual(map);
      expect((await loadDocument(test.db, map.id))?.updates.length).toBe(1);
    });
  });

  describe('files', () => {
    it.each([0, 1, 262_144, 262_145, 1_300_000])('of %i bytes come back as they were, chunk by chunk', async (size) => {
      const bytes = patternBytes(size, size + 1);
      const blob = await storeBlob(test.db, bytes, 'image/png');
      expect(blob).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), size, mediaType: 'image/png' });
      expect(await findBlob(test.db, blob.hash)).toEqual(blob);
      const chunks: Uint8Array[] = [];
      for await (const chunk of readBlob(test.db, blob)) chunks.push(chunk);
      expect(chunks.length).toBe(Math.ceil(size / 262_144));
      expect(Buffer.compare(joinBytes(chunks), bytes)).toBe(0);
    });

    it('are stored once, also when several store the same at the same time', async () => {
      const bytes = patternBytes(600_000, 5);
      const blobs = await Promise.all([1, 2, 3].map(() => storeBlob(test.db, bytes, 'image/png')));
      const [{ hash } = { hash: '' }] = blobs;
      expect(new Set(blobs.map((blob) => blob.hash)).size).toBe(1);
      expect(await test.db.prisma.blobChunk.count({ where: { hash } })).toBe(3);
    });

    it('are not there before they are whole', async () => {
      await test.db.prisma.blob.create({ data: { hash: 'unfinished', size: 10, mediaType: 'image/png' } });
      expect(await findBlob(test.db, 'unfinished')).toBeNull();
    });

    it('are swept when nothing refers to them and a day has passed', async () => {
      const [used, unused, again] = [1, 2, 3].map((seed) => patternBytes(3_000_000, 100 + seed));
      if (!used || !unused || !again) throw new Error('three files were wanted');
      const kept = await storeBlob(test.db, used, 'image/png');
      const gone = await storeBlob(test.db, unused, 'image/png');
      expect(await sweepBlobs(test.db, new Set([kept.hash]))).toBe(0);
      expect(await sweepBlobs(test.db, new Set([kept.hash]), new Date(Date.now() + 2 * day))).toBeGreaterThan(0);
      expect(await findBlob(test.db, kept.hash)).not.toBeNull();
      expect(await findBlob(test.db, gone.hash)).toBeNull();
      expect(await test.db.prisma.blobChunk.count({ where: { hash: gone.hash } })).toBe(0);
      expect(await storeBlob(test.db, unused, 'image/png')).toEqual(gone);
      expect(await findBlob(test.db, gone.hash)).toEqual(gone);
    });

    it('that are stored while a sweep takes them away are whole in the end', async () => {
      const bytes = patternBytes(2_500_000, 77);
      const old = new Date(Date.now() - 2 * day);
      for (let round = 0; round < 5; round++) {
        const { hash } = await storeBlob(test.db, bytes, 'image/png');
        await test.db.prisma.blob.update({ where: { hash }, data: { createdAt: old } });
        const [, blob] = await Promise.all([sweepBlobs(test.db, new Set()), storeBlob(test.db, bytes, 'image/png')]);
        const chunks: Uint8Array[] = [];
        for await (const chunk of readBlob(test.db, blob)) chunks.push(chunk);
        expect(Buffer.compare(joinBytes(chunks), bytes)).toBe(0);
        expect(await findBlob(test.db, hash)).not.toBeNull();
      }
    });
  });

  describe('activity', () => {
    const change = (field: string, before: string | null, after: string | null) => ({
      seq: 2,
      actorId: 'user:a',
      record: 'step',
      recordId: 's1',
      field,
      before,
      after,
    });

    it('is listed newest first, page by page, with its values', async () => {
      const map = await storeMap(test.db);
      await appendActivity(test.db, [
        { mapId: map.id, changes: [change('title', null, 'Ärger „ganz“ oben'), change('duration', '5', null)] },
      ]);
      await appendActivity(test.db, [
        { mapId: map.id, changes: [{ ...change('pos', null, null), after: { stageId: 'p1', order: 'a0' }, recordId: 's2' }] },
      ]);
      const [newest, ...rest] = await listActivity(test.db, map.id);
      expect(newest).toMatchObject({ field: 'pos', before: null, after: { stageId: 'p1', order: 'a0' } });
      expect(rest.map((row) => [row.field, row.before, row.after])).toEqual([
        ['duration', '5', null],
        ['title', null, 'Ärger „ganz“ oben'],
      ]);
      expect(await listActivity(test.db, map.id, newest ? { before: newest.id, limit: 1 } : {})).toHaveLength(1);
      expect(await listActivity(test.db, map.id, { recordId: 's2' })).toHaveLength(1);
      expect(await listActivity(test.db, map.id, { since: new Date(Date.now() + day) })).toEqual([]);
    });

    it('is removed when its time is over', async () => {
      const map = await storeMap(test.db);
      await appendActivity(test.db, [
        { mapId: map.id, changes: Array.from({ length: 1200 }, (_, index) => change(`f${index}`, null, 'x')) },
      ]);
      expect(await sweepActivity(test.db, 30)).toBe(0);
      expect(await sweepActivity(test.db, 30, new Date(Date.now() + 31 * day))).toBeGreaterThanOrEqual(1200);
      expect(await listActivity(test.db, map.id)).toEqual([]);
    });
  });

  describe('the outbox', () => {
    it('lists what came after an id and knows whether that is everything', async () => {
      const { db } = test;
      expect(await isOutboxKept(db, '0')).toBe(true);
      const first = await appendOutbox(db, { kind: 'maps.changed', workspaceId: 'w' });
      const second = await db.prisma.$transaction((tx) =>
        appendOutbox(tx, { kind: 'access.changed', mapId: 'm', payload: { role: 'viewer' } }),
      );
      await expect(
        db.prisma.$transaction(async (tx) => {
          await appendOutbox(tx, { kind: 'never.happened' });
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      expect(await listOutboxSince(db, first)).toEqual([
        expect.objectContaining({
          id: second,
          kind: 'access.changed',
          mapId: 'm',
          workspaceId: null,
          payload: { role: 'viewer' },
        }),
      ]);
      expect(await findNewestOutboxId(db)).toBe(second);
      expect(await isOutboxKept(db, first)).toBe(true);

      expect(await sweepOutbox(db)).toBe(0);
      expect(await sweepOutbox(db, new Date(Date.now() + 61 * 60_000))).toBe(2);
      expect(await findNewestOutboxId(db)).toBeNull();
      expect(await isOutboxKept(db, first)).toBe(false);
    });
  });
});
