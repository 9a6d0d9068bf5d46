import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates } from '@/lib/data/documents';
import { readMap } from '@/lib/document/readMap';
import { addScene } from '@/tests/builders/roomServer';
import { claims } from '@/tests/builders/syncClient';
import { confirming, until, useRooms } from './setUp';

describe('changes from elsewhere', () => {
  const rooms = useRooms({ limits: { documentBytes: 100_000 } });

  test('C10: what another process wrote is taken in with the next commit', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const [a, b] = await Promise.all([1, 2].map(() => rooms.opened({ mapId, cookie: owner.cookie, params: confirming })));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(a?.doc ?? new Y.Doc()));
    const before = Y.encodeStateVector(other);
    other.getText('test').insert(0, 'from elsewhere');
    const bytes = Y.encodeStateAsUpdate(other, before);
    await appendUpdates(rooms.server.database.db, [{ mapId, updates: [{ bytes, actorId: 'system' }] }]);
    a?.write(' x');
    await until(() => {
      expect(a?.doc.getText('test').toString()).toBe('from elsewhere');
      expect(b?.doc.getText('test').toString()).toBe('from elsewhere');
    });
    // Numbers go on without a gap.
    const { seq } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(seq).toBe(3);
  });

  test('C11: a change from elsewhere reaches people and the log; one that throws changes nothing', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    const { liveMaps } = rooms.server.rooms;
    const { seq } = await liveMaps.write(mapId, 'system', (doc) => {
      doc.getMap('meta').set('asOf', '2027-01-01');
    });
    expect(seq).toBe(2);
    await until(() => expect(readMap(client.doc).map.meta.asOf).toBe('2027-01-01'));
    const failing = liveMaps.write(mapId, 'system', (doc) => {
      doc.getMap('meta').set('asOf', '2028-01-01');
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect((await liveMaps.read(mapId)).map.meta.asOf).toBe('2027-01-01');
    await expect(liveMaps.read('noSuchMap')).rejects.toMatchObject({ code: 'notFound' });
    await expect(liveMaps.write('noSuchMap', 'system', () => undefined)).rejects.toMatchObject({ code: 'notFound' });
    expect(liveMaps.connectionCount(mapId)).toBe(1);
    // A map that nobody has open is written and read the same way.
    client.provider.disconnect();
    await rooms.emptied();
    await liveMaps.write(mapId, 'system', (doc) => {
      doc.getMap('meta').set('asOf', '2029-01-01');
    });
    await rooms.emptied();
    expect((await liveMaps.read(mapId)).map.meta.asOf).toBe('2029-01-01');
    expect(rooms.server.rooms.count().rooms).toBe(0);
  });

  test('C11: many changes from elsewhere write under one client id, also after one that threw', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    const before = client.doc.store.clients.size;
    const { liveMaps } = rooms.server.rooms;
    for (let number = 0; number < 20; number++) {
      const change = liveMaps.write(mapId, 'system', (doc) => {
        doc.getText('test').insert(0, `${number} `);
        if (number % 5 === 3) throw new Error('changed my mind');
      });
      await change.catch(() => undefined);
    }
    const wanted = [19, 17, 16, 15, 14, 12, 11, 10, 9, 7, 6, 5, 4, 2, 1, 0].map((number) => `${number} `).join('');
    await until(() => expect(client.doc.getText('test').toString()).toBe(wanted));
    expect(client.doc.store.clients.size).toBe(before + 1);
  });

  test('C10: what is in the log belongs to the map, also when that is larger than it may become', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const [a, b] = await Promise.all([1, 2].map(() => rooms.opened({ mapId, cookie: owner.cookie, params: claims })));
    const other = new Y.Doc();
    other.getText('test').insert(0, 'x'.repeat(120_000));
    const bytes = Y.encodeStateAsUpdate(other);
    await appendUpdates(rooms.server.database.db, [{ mapId, updates: [{ bytes, actorId: 'system' }] }]);
    a?.write(' x');
    await until(() => expect(b?.doc.getText('test').length).toBe(120_000));
  });
});
