import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { listActivity } from '@/lib/data/activity';
import { loadDocument } from '@/lib/data/documentLog';
import { findMap } from '@/lib/data/maps';
import { addScene } from '@/tests/builders/roomServer';
import { confirming, until, useRooms } from './setUp';

/** More steps than lie between the end of a room's last work and its leaving memory. */
const moments = 60;

describe('a room that leaves', () => {
  /** Holds the last work of a room that leaves, and gives what lets it go on. */
  let onLastWork: ((goOn: () => void) => void) | null = null;
  const rooms = useRooms({
    // Only leaving compacts so few updates, and it does so at its very end.
    limits: { evictAfterMs: 1, upkeepMs: 60_000, compactUpdatesAtEviction: 1 },
    wrap: (storage) => ({
      ...storage,
      async compact(...args) {
        await storage.compact(...args);
        const tell = onLastWork;
        onLastWork = null;
        if (tell) await new Promise<void>((resolve) => tell(resolve));
      },
    }),
  });

  test(`C7, C8: whoever comes at any of ${moments} moments around it is let in by the room or by the next, never by one that has gone`, async () => {
    const { mapId } = await addScene(rooms.server);
    const { liveMaps } = rooms.server.rooms;
    const write = (key: string) => liveMaps.write(mapId, 'system', (doc) => doc.getMap('test').set(key, true));
    for (let moment = 0; moment < moments; moment++) {
      await write(`before ${moment}`);
      const goOn = await new Promise<() => void>((resolve) => {
        onLastWork = resolve;
      });
      goOn();
      for (let step = 0; step < moment; step++) await null;
      await write(`around ${moment}`);
      const stored = await loadDocument(rooms.server.database.db, mapId);
      const doc = new Y.Doc();
      if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
      for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
      expect(doc.getMap('test').has(`around ${moment}`), `moment ${moment}`).toBe(true);
      await rooms.emptied();
    }
  });

  test('G1, G2: what somebody changes who comes and goes during a room’s last work is listed, too', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { liveMaps } = rooms.server.rooms;
    const { database } = rooms.server.running;
    await liveMaps.write(mapId, 'system', (doc) => doc.getMap('test').set('before', true));
    const goOn = await new Promise<() => void>((resolve) => {
      onLastWork = resolve;
    });
    const client = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const { confirmed } = client;
    client.write(' by far');
    await until(() => expect(client.confirmed).toBeGreaterThan(confirmed));
    client.provider.disconnect();
    await until(() => expect(liveMaps.connectionCount(mapId)).toBe(0));
    goOn();
    await rooms.emptied();
    expect((await findMap(database, mapId))?.title).toBe('A bill that is too high by far');
    expect((await listActivity(database, mapId)).map(({ field }) => field)).toContain('title');
  });
});
