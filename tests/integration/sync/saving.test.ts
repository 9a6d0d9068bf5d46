import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadDocument } from '@/lib/data/documentLog';
import { deleteMap } from '@/lib/data/maps';
import { readMap } from '@/lib/document/readMap';
import { closeCodes } from '@/lib/sync/closeCodes';
import { encodeUpdateFrame } from '@/lib/sync/protocol';
import { openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { addScene, startRoomServer } from '@/tests/builders/roomServer';
import { claims, SyncClient } from '@/tests/builders/syncClient';
import { confirming, until, useRooms } from './setUp';
import { TroubledStorage } from './troubledStorage';

describe('saving', () => {
  const storage = new TroubledStorage();
  const rooms = useRooms({ wrap: (real) => storage.around(real), limits: { retryMs: 10, retryMaxMs: 40, unsavedBytes: 20_000 } });

  afterEach(() => {
    storage.mend();
    storage.letGo();
  });

  /** The document as it is on disk, without asking the rooms. */
  const stored = async (mapId: string): Promise<string> => {
    const found = await loadDocument(rooms.server.database.db, mapId);
    const doc = new Y.Doc();
    if (found?.snapshot) Y.applyUpdate(doc, found.snapshot);
    for (const update of found?.updates ?? []) Y.applyUpdate(doc, update);
    return readMap(doc).map.meta.title;
  };

  test('C1: confirmation comes after the commit, counts frames in order, and only for those who asked', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const stock = await rooms.opened({ mapId, cookie: owner.cookie });
    // The answer to the server's first question is the first counted frame, though it brings nothing.
    await until(() => expect(client.confirmed).toBe(1));
    storage.hold();
    client.write('!');
    client.write('?');
    await until(() => expect(stock.title).toContain('!?'));
    expect(client.confirmed).toBe(1);
    expect(await stored(mapId)).not.toContain('!');
    storage.letGo();
    await until(() => expect(client.confirmed).toBe(3));
    expect(await stored(mapId)).toContain('!?');
    expect([...client.confirmations].sort((a, b) => a - b)).toEqual(client.confirmations);
    expect(stock.confirmations).toEqual([]);
  });

  test('C1: a frame that brings nothing new counts only when what it repeats is committed', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const first = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    await until(() => expect(first.confirmed).toBe(1));
    storage.hold();
    first.write(' once');
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(first.doc));
    // Answers with the very edit that the other connection has brought and that is not saved yet.
    const second = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming, doc: copy });
    await until(() => expect(second.provider.synced).toBe(true));
    await storage.reached();
    expect(second.confirmations).toEqual([]);
    storage.letGo();
    await until(() => expect([first.confirmed, second.confirmed]).toEqual([2, 1]));
  });

  test('C2: others see an edit before it is committed', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const [a, b] = await Promise.all([1, 2].map(() => rooms.opened({ mapId, cookie: owner.cookie, params: confirming })));
    await until(() => expect(a?.confirmed).toBe(1));
    storage.hold();
    a?.write(' early');
    await until(() => expect(b?.title).toContain('early'));
    expect(a?.confirmed).toBe(1);
    storage.letGo();
    await until(() => expect(a?.confirmed).toBe(2));
  });

  test('C3: edits of many rooms at once are few transactions', async () => {
    const scenes = await Promise.all(Array.from({ length: 6 }, () => addScene(rooms.server)));
    const clients = await Promise.all(
      scenes.map(({ mapId, owner }) => rooms.opened({ mapId, cookie: owner.cookie, params: confirming })),
    );
    for (const client of clients) await until(() => expect(client.confirmed).toBe(1));
    storage.hold();
    clients[0]?.write('1');
    await storage.reached();
    for (const client of clients) for (const letter of 'abc') client.write(letter);
    await until(async () => {
      for (const [index, { mapId }] of scenes.entries()) {
        expect((await rooms.server.rooms.liveMaps.read(mapId)).map.meta.title).toBe(clients[index]?.title);
      }
    });
    const before = storage.batches.length;
    storage.letGo();
    for (const client of clients) await until(() => expect(client.confirmed).toBeGreaterThanOrEqual(4));
    const after = storage.batches.slice(before);
    // The first edit was on its way alone; everything that came meanwhile is one transaction.
    expect(after.map((batch) => batch.map(({ updates }) => updates))).toEqual([[1], [3, 3, 3, 3, 3, 3]]);
  });

  test('C4: a failed save is told, retried for ever, and loses nothing', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const a = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const stock = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(a.confirmed).toBe(1));
    storage.fail();
    a.write(' kept');
    await until(() => expect(a.saveFailures).toEqual([true]));
    a.write(' and going on');
    await until(() => expect(stock.title).toContain('kept and going on'));
    const late = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    await until(() => expect(late.saveFailures).toEqual([true]));
    await until(() => expect(storage.failures).toBeGreaterThan(5));
    expect(a.confirmed).toBe(1);
    expect(stock.saveFailures).toEqual([]);
    // Everybody leaves; the room stays until it is saved.
    for (const client of [a, stock, late]) client.provider.disconnect();
    await until(() => expect(rooms.server.rooms.count().connections).toBe(0));
    const failures = storage.failures;
    await until(() => expect(storage.failures).toBeGreaterThan(failures + 3));
    expect(rooms.server.rooms.count().rooms).toBe(1);
    storage.mend();
    await rooms.emptied();
    expect(await stored(mapId)).toContain('kept and going on');
  });

  test('C4: those who stayed are told when saving works again', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    storage.fail();
    client.write(' x');
    await until(() => expect(client.saveFailures).toEqual([true]));
    storage.mend();
    await until(() => expect(client.saveFailures).toEqual([true, false]));
    await until(() => expect(client.confirmed).toBe(2));
  });

  test('C5: a map that cannot be saved keeps no other map from being saved', async () => {
    const bad = await addScene(rooms.server);
    const good = await addScene(rooms.server);
    const poisoned = await rooms.opened({ mapId: bad.mapId, cookie: bad.owner.cookie, params: confirming });
    const healthy = await rooms.opened({ mapId: good.mapId, cookie: good.owner.cookie, params: confirming });
    await until(() => expect([poisoned.confirmed, healthy.confirmed]).toEqual([1, 1]));
    storage.fail(bad.mapId);
    for (let edit = 1; edit <= 20; edit++) {
      poisoned.write('p');
      healthy.write('h');
      await until(() => expect(healthy.confirmed).toBe(edit + 1));
    }
    expect(poisoned.confirmed).toBe(1);
    expect(rooms.server.rooms.status().unsaved.failingMaps).toBe(1);
    storage.mend();
    await until(() => expect(poisoned.confirmed).toBe(21));
    expect(rooms.server.rooms.status().unsaved.failingMaps).toBe(0);
    expect(await stored(bad.mapId)).toContain('p'.repeat(20));
  });

  test('C6: when too much is unsaved, sockets are not read further, and go on afterwards', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const a = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const b = await rooms.opened({ mapId, cookie: owner.cookie });
    storage.fail();
    const text = a.doc.getText('test');
    text.insert(0, 'x'.repeat(30_000));
    await until(() => expect(b.doc.getText('test').length).toBe(30_000));
    text.insert(0, 'later ');
    await until(() => expect(storage.failures).toBeGreaterThan(3));
    expect(b.doc.getText('test').length).toBe(30_000);
    // Who comes now is served and held likewise.
    const late = await rooms.opened({ mapId, cookie: owner.cookie });
    late.doc.getText('test').insert(0, 'late ');
    storage.mend();
    await until(() => {
      expect(b.doc.getText('test').length).toBe(30_011);
      expect(late.doc.getText('test').length).toBe(30_011);
      expect(a.confirmed).toBe(3);
    });
  });

  test('C7, C8: people who leave and come back while the room leaves find everything', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const writer = rooms.open({ mapId, cookie: owner.cookie });
    let written = '';
    for (let round = 0; round < 25; round++) {
      await until(() => expect(writer.provider.synced).toBe(true));
      writer.write(`${round} `);
      written += `${round} `;
      const reader = await rooms.opened({ mapId, cookie: owner.cookie });
      writer.provider.disconnect();
      reader.destroy();
      // A few milliseconds around the eviction (20 ms), another moment each time.
      const moment = performance.now() + round;
      while (performance.now() < moment) await new Promise((resolve) => setImmediate(resolve));
      if (round % 3 === 0) await rooms.emptied();
      const next = await rooms.opened({ mapId, cookie: owner.cookie });
      expect(next.title.endsWith(written)).toBe(true);
      next.destroy();
      writer.provider.connect();
    }
    writer.provider.disconnect();
    await rooms.emptied();
    expect((await stored(mapId)).endsWith(written)).toBe(true);
  });

  test('C9: an update that waits for an earlier one is saved, and appears when that one arrives', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (const word of ['one ', 'two ', 'three']) source.getText('test').insert(source.getText('test').length, word);
    const send = async (index: number): Promise<void> => {
      const { socket } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
      socket.send(encodeUpdateFrame(updates[index] ?? new Uint8Array()));
      await until(async () => {
        const found = await loadDocument(rooms.server.database.db, mapId);
        expect(found?.updates.some((update) => Buffer.compare(update, updates[index] ?? new Uint8Array()) === 0)).toBe(true);
      });
      socket.close();
      await rooms.emptied();
    };
    await send(1);
    await send(2);
    const reader = await rooms.opened({ mapId, cookie: owner.cookie });
    expect(reader.doc.getText('test').toString()).toBe('');
    const { socket } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    socket.send(encodeUpdateFrame(updates[0] ?? new Uint8Array()));
    await until(() => expect(reader.doc.getText('test').toString()).toBe('one two three'));
    socket.close();
    reader.provider.disconnect();
    await rooms.emptied();
    const again = await rooms.opened({ mapId, cookie: owner.cookie });
    expect(again.doc.getText('test').toString()).toBe('one two three');
  });

  test('C12: a map that is deleted is closed with 4404, and nothing is confirmed after that', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    await until(() => expect(client.confirmed).toBe(1));
    await deleteMap(rooms.server.database.db, mapId);
    client.write(' too late');
    await until(() => expect(client.closes).toEqual([closeCodes.notFound]));
    expect(client.confirmed).toBe(1);
    await rooms.emptied();
  });
});

describe('stopping', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  test('G4: a stopping server closes everybody with 1012 and saves first', async () => {
    const storage = new TroubledStorage();
    const server = await startRoomServer({ database, wrap: (real) => storage.around(real), limits: { retryMs: 5 } });
    const { mapId, owner } = await addScene(server);
    const client = new SyncClient(server.port, { mapId, cookie: owner.cookie, params: confirming });
    await until(() => expect(client.confirmed).toBe(1));
    storage.fail();
    client.write(' unsaved');
    await until(() => expect(client.saveFailures).toEqual([true]));
    const stopped = server.rooms.stop(10_000);
    await until(() => expect(client.closes).toContain(closeCodes.restart));
    storage.mend();
    expect(await stopped).toBe(0);
    client.destroy();
    const found = await loadDocument(database.db, mapId);
    expect(found?.seq).toBe(2);
    // Nothing is begun any more that nobody would save.
    await expect(server.rooms.liveMaps.write(mapId, 'system', () => undefined)).rejects.toThrow('stopping');
    await server.stop();
  });
});

describe('a connection that is not read', () => {
  const storage = new TroubledStorage();
  const rooms = useRooms({
    wrap: (real) => storage.around(real),
    limits: { retryMs: 10, retryMaxMs: 40, unsavedBytes: 1_000, queuedFrames: 2, keepAliveMs: 40 },
  });

  test('C6, F4: hears something while it waits for saving to work again, so that a stock client stays', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie, params: claims });
    storage.fail();
    for (let edit = 0; edit < 20; edit++) client.doc.getText('test').insert(0, 'x'.repeat(500));
    await until(() => expect(storage.failures).toBeGreaterThan(10));
    const heard = client.provider.wsLastMessageReceived;
    await until(() => expect(client.provider.wsLastMessageReceived).toBeGreaterThan(heard + 150));
    expect(client.closes).toEqual([]);
    storage.mend();
    const other = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(other.doc.getText('test').length).toBe(10_000));
  });
});
