import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { encodeUpdateFrame } from '@/lib/sync/protocol';
import type { SyncStorage } from '@/lib/sync/storage';
import { largeMap } from '@/tests/builders/map';
import { addScene } from '@/tests/builders/roomServer';
import type { SyncClient } from '@/tests/builders/syncClient';
import { claims } from '@/tests/builders/syncClient';
import { confirming, until, useRooms } from './setUp';

/** A door in front of reading a document, to hold it shut for a while. */
function gate() {
  let open: () => void = () => undefined;
  let waits = Promise.resolve();
  return {
    shut() {
      waits = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    wrap: (storage: SyncStorage): SyncStorage => ({
      ...storage,
      async load(mapId) {
        await waits;
        return storage.load(mapId);
      },
    }),
  };
}

const stateOf = (doc: Y.Doc): string => JSON.stringify(readMap(doc).map);

describe('editing together', () => {
  const rooms = useRooms({ limits: { compactUpdates: 40 } });

  test('B3: two people see each other’s edits', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const a = await rooms.opened({ mapId, cookie: owner.cookie });
    const b = await rooms.opened({ mapId, cookie: (await join('editor')).cookie });
    a.write(' (a)');
    b.write(' (b)');
    await until(() => {
      expect(a.title).toContain('(b)');
      expect(b.title).toContain('(a)');
      expect(b.title).toBe(a.title);
    });
  });

  test('B3: five people converge though they go offline, come back and leave in between', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const clients = await Promise.all(Array.from({ length: 5 }, () => rooms.opened({ mapId, cookie: owner.cookie })));
    for (let round = 0; round < 30; round++) {
      for (const [index, client] of clients.entries()) {
        client.write(String.fromCharCode(97 + index));
        if ((round + index) % 7 === 0) client.provider.disconnect();
        if ((round + index) % 7 === 2) client.provider.connect();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const client of clients) client.provider.connect();
    await until(() => {
      for (const client of clients) {
        expect(client.provider.synced).toBe(true);
        expect(client.title).toBe(clients[0]?.title);
      }
      for (const letter of 'abcde')
        expect((clients[0]?.title.match(new RegExp(letter, 'g')) ?? []).length).toBeGreaterThanOrEqual(30);
    });
    // What is stored is what they see.
    const { map, issues } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(map.meta.title).toBe(clients[0]?.title);
    expect(issues).toEqual([]);
  });

  test('B4: compaction of the log is invisible to those who are in, come later or come back', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const writer = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const away = await rooms.opened({ mapId, cookie: owner.cookie });
    away.provider.disconnect();
    away.write(' [away]');
    for (let edit = 1; edit <= 120; edit++) {
      writer.write('.');
      await until(() => expect(writer.confirmed).toBe(edit + 1));
    }
    const { prisma } = rooms.server.running.database;
    await until(async () => {
      expect(await prisma.documentSnapshot.count({ where: { mapId } })).toBeGreaterThan(0);
      expect(await prisma.documentUpdate.count({ where: { mapId } })).toBeLessThan(80);
    });
    away.provider.connect();
    const late = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => {
      expect(writer.title).toContain('[away]');
      expect([stateOf(away.doc), stateOf(late.doc)]).toEqual([stateOf(writer.doc), stateOf(writer.doc)]);
    });
    for (const client of [writer, away, late]) client.provider.disconnect();
    await rooms.emptied();
    const again = await rooms.opened({ mapId, cookie: owner.cookie });
    expect(stateOf(again.doc)).toBe(stateOf(writer.doc));
  });
});

describe('load before sync', () => {
  const door = gate();
  const rooms = useRooms({ wrap: door.wrap, limits: { queuedFrames: 8 } });

  test('B1: the first sync means that everything is there', async () => {
    const { mapId, owner } = await addScene(rooms.server, largeMap({ steps: 20, lanes: 6 }));
    door.shut();
    const client: SyncClient = rooms.open({ mapId, cookie: owner.cookie });
    let seenAtSync = 0;
    client.provider.on('sync', () => {
      seenAtSync = readMap(client.doc).map.cards.length;
    });
    await until(() => expect(client.provider.wsconnected).toBe(true));
    expect(client.provider.synced).toBe(false);
    door.open();
    await until(() => expect(client.provider.synced).toBe(true));
    expect(seenAtSync).toBe(600);
  });

  test('B2: what is sent meanwhile is taken in afterwards, in order, however much it is', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const source = new Y.Doc();
    const frames: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => frames.push(encodeUpdateFrame(update)));
    const text = source.getText('test');
    for (let index = 0; index < 200; index++) text.insert(text.length, `${index},`);
    door.shut();
    const { socket } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    for (const frame of frames) socket.send(frame);
    await until(() => expect(socket.bufferedAmount).toBe(0));
    door.open();
    const reader = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(reader.doc.getText('test').toString()).toBe(text.toString()));
  });
});
