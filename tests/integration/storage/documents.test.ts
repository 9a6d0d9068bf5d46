import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compactDocument, sweepDocuments } from '@/lib/data/documentCompaction';
import { listUpdatesSince, loadDocument } from '@/lib/data/documentLog';
import { type AppendResult, appendUpdates } from '@/lib/data/documents';
import { deleteMap } from '@/lib/data/maps';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { patternBytes, storeMap } from '@/tests/builders/storedMap';

const actorId = 'user:a';
const update = (...bytes: number[]) => ({ bytes: new Uint8Array(bytes), actorId });
const numbers = (updates: Uint8Array[] | undefined) => (updates ?? []).map((bytes) => [...bytes]);

describe.each(await listDatabaseKinds())('the document log (%s)', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.drop());

  it('numbers the updates of each map without a gap and returns them in order', async () => {
    const { db } = test;
    const [first, second] = [await storeMap(db), await storeMap(db)];
    const results = await appendUpdates(db, [
      { mapId: first.id, updates: [update(2), update(3, 3)] },
      { mapId: second.id, updates: [update(9)] },
    ]);
    expect(results).toEqual([
      { mapId: first.id, firstSeq: 2, lastSeq: 3 },
      { mapId: second.id, firstSeq: 2, lastSeq: 2 },
    ]);
    const stored = await loadDocument(db, first.id);
    expect(stored).toMatchObject({
      epoch: 1,
      schemaVersion: 1,
      seq: 3,
      snapshot: null,
      snapshotSeq: 0,
      workspaceId: first.workspaceId,
    });
    expect(numbers(stored?.updates)).toEqual([[1], [2], [3, 3]]);
    expect((await listUpdatesSince(db, first.id, 2)).map(({ seq, bytes }) => [seq, [...bytes]])).toEqual([[3, [3, 3]]]);
    expect(await listUpdatesSince(db, first.id, 3)).toEqual([]);
  });

  it('reports an unknown and a deleted map and stores the others', async () => {
    const { db } = test;
    const [kept, gone] = [await storeMap(db), await storeMap(db)];
    await deleteMap(db, gone.id);
    const clients = [{ clientId: 1, actorId, sessionId: null }];
    const results = await appendUpdates(db, [
      { mapId: gone.id, updates: [update(2)], clients },
      { mapId: 'nowhere', updates: [update(2)], clients },
      { mapId: kept.id, updates: [update(2)], clients },
    ]);
    expect(results).toEqual([
      { mapId: gone.id, missing: true },
      { mapId: 'nowhere', missing: true },
      { mapId: kept.id, firstSeq: 2, lastSeq: 2 },
    ]);
    expect(await loadDocument(db, gone.id)).toBeNull();
    expect(await loadDocument(db, 'nowhere')).toBeNull();
    expect(await db.prisma.documentUpdate.count({ where: { mapId: gone.id } })).toBe(1);
    expect(await db.prisma.documentClient.count({ where: { mapId: gone.id } })).toBe(0);
  });

  it('remembers once who wrote under which client id, also without an update', async () => {
    const { db } = test;
    const map = await storeMap(db);
    const largest = { clientId: 2 ** 32 - 1, actorId: 'guest:g', sessionId: 's' };
    expect(await appendUpdates(db, [{ mapId: map.id, updates: [], clients: [largest] }])).toEqual([
      { mapId: map.id, firstSeq: 2, lastSeq: 1 },
    ]);
    await appendUpdates(db, [
      { mapId: map.id, updates: [update(2)], clients: [largest, { clientId: 5, actorId, sessionId: null }] },
    ]);
    const rows = await db.prisma.documentClient.findMany({ where: { mapId: map.id }, orderBy: { clientId: 'asc' } });
    expect(rows.map((row) => [row.clientId, row.actorId, row.sessionId])).toEqual([
      [5n, actorId, null],
      [BigInt(largest.clientId), 'guest:g', 's'],
    ]);
  });

  it('refuses a batch that names a map twice, and takes an empty one', async () => {
    const entry = { mapId: (await storeMap(test.db)).id, updates: [update(2)] };
    await expect(appendUpdates(test.db, [entry, entry])).rejects.toThrow('twice');
    expect(await appendUpdates(test.db, [])).toEqual([]);
  });

  it('returns every byte as it was given: all values, empty, 1 MB, several in one batch', async () => {
    const { db } = test;
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    const map = await storeMap(db, { state: every });
    // A view into a larger array must not bring its neighbours along.
    const view = patternBytes(3000, 7).subarray(1000, 2000);
    const given = [every, new Uint8Array(), patternBytes(1024 * 1024), view, new Uint8Array([0, 0, 0])];
    await appendUpdates(db, [{ mapId: map.id, updates: given.map((bytes) => ({ bytes, actorId })) }]);
    const stored = await loadDocument(db, map.id);
    expect(stored?.updates.length).toBe(6);
    for (const [index, bytes] of [every, ...given].entries()) {
      expect(Buffer.compare(stored?.updates[index] ?? new Uint8Array([9]), bytes)).toBe(0);
    }
  });

  it('reads a long log page by page', async () => {
    const { db } = test;
    const map = await storeMap(db);
    const updates = Array.from({ length: 2500 }, (_, index) => update(index & 255, index >> 8));
    await appendUpdates(db, [{ mapId: map.id, updates }]);
    await appendUpdates(db, [
      { mapId: map.id, updates: Array.from({ length: 5 }, () => ({ bytes: patternBytes(600_000), actorId })) },
    ]);
    const since = await listUpdatesSince(db, map.id, 1);
    expect(since.map((entry) => entry.seq)).toEqual(Array.from({ length: 2505 }, (_, index) => index + 2));
    expect(since.slice(0, 2500).map((entry) => [...entry.bytes])).toEqual(updates.map((entry) => [...entry.bytes]));
  });

  it('stays gapless when many append at once', async () => {
    const { db } = test;
    const maps = await Promise.all([storeMap(db), storeMap(db), storeMap(db)]);
    const calls = Array.from({ length: 60 }, (_, call) =>
      appendUpdates(
        db,
        // in differing order, so that locks taken in the order given would meet crosswise
        (call % 2 ? maps : maps.toReversed()).map((map) => ({ mapId: map.id, updates: [update(call), update(call)] })),
      ),
    );
    const results = (await Promise.all(calls)).flat();
    for (const map of maps) {
      const spans = results.filter((result): result is Exclude<AppendResult, { missing: true }> => result.mapId === map.id);
      expect(spans.map((span) => span.firstSeq).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 60 }, (_, index) => 2 + 2 * index),
      );
      const stored = await loadDocument(db, map.id);
      expect(stored?.seq).toBe(121);
      for (const span of spans) expect(stored?.updates[span.firstSeq - 1]).toEqual(stored?.updates[span.lastSeq - 1]);
    }
  });

  it('compacts: the snapshot takes the place of what it holds', async () => {
    const { db } = test;
    const map = await storeMap(db);
    await appendUpdates(db, [{ mapId: map.id, updates: [update(2), update(3), update(4)] }]);
    const state = patternBytes(700_000);
    expect(await compactDocument(db, map.id, 3, state)).toBe(true);
    const stored = await loadDocument(db, map.id);
    expect(stored).toMatchObject({ seq: 4, snapshotSeq: 3 });
    expect(Buffer.compare(stored?.snapshot ?? new Uint8Array(), state)).toBe(0);
    expect(numbers(stored?.updates)).toEqual([[4]]);
    expect(await db.prisma.documentUpdate.count({ where: { mapId: map.id } })).toBe(1);
    const chunks = await db.prisma.documentSnapshot.findMany({ where: { mapId: map.id }, orderBy: { chunk: 'asc' } });
    expect(chunks.map((chunk) => chunk.bytes.length)).toEqual([262_144, 262_144, 175_712]);

    // Who was further behind gets the snapshot in place of what is gone; who was not, does not.
    const behind = await listUpdatesSince(db, map.id, 1);
    expect(behind.map((entry) => entry.seq)).toEqual([3, 4]);
    expect(behind[0]?.bytes.length).toBe(state.length);
    expect((await listUpdatesSince(db, map.id, 3)).map((entry) => entry.seq)).toEqual([4]);

    expect(await compactDocument(db, map.id, 4, new Uint8Array([8]))).toBe(true);
    expect(await loadDocument(db, map.id)).toMatchObject({ seq: 4, snapshotSeq: 4, updates: [] });
    expect(await db.prisma.documentSnapshot.count({ where: { mapId: map.id } })).toBe(1);
    expect(await appendUpdates(db, [{ mapId: map.id, updates: [update(5)] }])).toEqual([
      { mapId: map.id, firstSeq: 5, lastSeq: 5 },
    ]);
  });

  it('refuses a snapshot that is older than the one there is, lies ahead of the log, or has no map', async () => {
    const { db } = test;
    const map = await storeMap(db);
    await appendUpdates(db, [{ mapId: map.id, updates: [update(2)] }]);
    expect(await compactDocument(db, map.id, 2, new Uint8Array([7]))).toBe(true);
    expect(await compactDocument(db, map.id, 2, new Uint8Array([6]))).toBe(false);
    expect(await compactDocument(db, map.id, 1, new Uint8Array([6]))).toBe(false);
    expect(await compactDocument(db, map.id, 3, new Uint8Array([6]))).toBe(false);
    expect(await compactDocument(db, 'nowhere', 1, new Uint8Array([6]))).toBe(false);
    expect(await loadDocument(db, map.id)).toMatchObject({ snapshotSeq: 2, snapshot: Buffer.from([7]) });
    expect(await db.prisma.documentSnapshot.count({ where: { mapId: map.id } })).toBe(1);
  });

  it('leaves alone what another process has written and is about to name', async () => {
    const { db } = test;
    const map = await storeMap(db);
    await appendUpdates(db, [{ mapId: map.id, updates: [update(2), update(3)] }]);
    // What the other process does when the first one has written its snapshot and has not named it yet.
    const query = async (text: string, values: unknown[]) => {
      if (text.includes('update journey_map')) expect(await compactDocument(db, map.id, 2, new Uint8Array([6]))).toBe(true);
      return db.pool.query(text, values);
    };
    const first = { ...db, pool: { query } as unknown as typeof db.pool };
    expect(await compactDocument(first, map.id, 3, new Uint8Array([7]))).toBe(true);
    expect(await loadDocument(db, map.id)).toMatchObject({ seq: 3, snapshotSeq: 3, snapshot: Buffer.from([7]), updates: [] });
    expect(await db.prisma.documentSnapshot.count({ where: { mapId: map.id } })).toBe(1);
  });

  it('shows readers one whole state at every moment while it is compacted and appended to', async () => {
    const { db } = test;
    const map = await storeMap(db, { state: new Uint8Array([1, 0, 0, 0]) });
    // Each update is its own number; a snapshot is the list of all numbers that it holds: so a reader can tell whether anything is amiss.
    const encode = (...values: number[]) => new Uint8Array(Uint32Array.from(values).buffer);
    const decode = (bytes: Uint8Array) => [...new Uint32Array(new Uint8Array(bytes).buffer)];
    const upTo = (seq: number) => Array.from({ length: seq }, (_, index) => index + 1);
    let writing = true;
    async function append(): Promise<void> {
      for (let seq = 2; seq <= 400; seq++)
        await appendUpdates(db, [{ mapId: map.id, updates: [{ bytes: encode(seq), actorId }] }]);
      writing = false;
    }
    async function compact(): Promise<void> {
      while (writing) {
        const seq = (await loadDocument(db, map.id))?.seq ?? 0;
        await compactDocument(db, map.id, seq, encode(...upTo(seq)));
      }
    }
    let reads = 0;
    async function read(): Promise<void> {
      while (writing) {
        const stored = await loadDocument(db, map.id);
        const held = [...(stored?.snapshot ? decode(stored.snapshot) : []), ...(stored?.updates ?? []).flatMap(decode)];
        expect(held).toEqual(upTo(stored?.seq ?? -1));
        reads++;
      }
    }
    await Promise.all([append(), compact(), compact(), read(), read()]);
    expect(reads).toBeGreaterThan(10);
    expect((await loadDocument(db, map.id))?.seq).toBe(400);
  });

  it('sweeps what a crash in the middle of a compaction left behind, and nothing else', async () => {
    const { db } = test;
    const map = await storeMap(db);
    await appendUpdates(db, [{ mapId: map.id, updates: [update(2)] }]);
    await compactDocument(db, map.id, 1, new Uint8Array([1]));
    await db.prisma.documentSnapshot.create({ data: { id: 'broken', mapId: map.id, chunk: 0, bytes: new Uint8Array([1]) } });
    await db.prisma.documentUpdate.create({ data: { mapId: map.id, seq: 1, bytes: new Uint8Array([1]), actorId } });
    const before = await loadDocument(db, map.id);
    await sweepDocuments(db);
    expect(await db.prisma.documentSnapshot.count({ where: { id: 'broken' } })).toBe(1); // may still be being written
    expect(await db.prisma.documentUpdate.count({ where: { mapId: map.id } })).toBe(1);
    await sweepDocuments(db, new Date(Date.now() + 25 * 3_600_000));
    expect(await db.prisma.documentSnapshot.count({ where: { id: 'broken' } })).toBe(0);
    expect(await loadDocument(db, map.id)).toEqual(before);
  });

  it('says so when the log has a gap or the snapshot is not whole', async () => {
    const { db } = test;
    const [holed, cut] = [await storeMap(db), await storeMap(db)];
    await appendUpdates(db, [{ mapId: holed.id, updates: [update(2), update(3)] }]);
    await db.prisma.documentUpdate.deleteMany({ where: { mapId: holed.id, seq: 2 } });
    await compactDocument(db, cut.id, 1, patternBytes(300_000));
    await db.prisma.documentSnapshot.deleteMany({ where: { mapId: cut.id, chunk: 1 } });
    await expect(loadDocument(db, holed.id)).rejects.toThrow('not whole');
    await expect(loadDocument(db, cut.id)).rejects.toThrow('not whole');
  });
});
