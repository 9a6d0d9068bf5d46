import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import { addScene } from '@/tests/builders/roomServer';
import { claims, type SyncClient } from '@/tests/builders/syncClient';
import { until, useRooms } from './setUp';

/** How many clients come in, each at another moment of the writing. More by `WEGMARKE_ROUNDS=500`. */
const moments = Number(process.env.WEGMARKE_ROUNDS ?? 40);

const titleTo = (text: string) => (doc: Y.Doc) => void setText(doc, { reference: { type: 'meta', field: 'title' }, text });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('changes from elsewhere in the product', () => {
  const rooms = useRooms({ limits: { connectionsPerAddress: 10_000 } });

  test(`C11: reach clients that are in the middle of coming in, at any of ${moments} moments, with the last of them`, async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { liveMaps } = rooms.server.rooms;
    const clients: SyncClient[] = [];
    let written = 0;
    const writes: Promise<unknown>[] = [];
    const write = (): void => {
      written += 1;
      writes.push(liveMaps.write(mapId, 'system', titleTo(`change ${written}`)));
    };
    for (let moment = 0; moment < moments; moment++) {
      clients.push(rooms.open({ mapId, cookie: owner.cookie, params: moment % 2 ? {} : claims }));
      // So many turns of the event loop later: while the upgrade is judged, the map is read, or the first questions cross.
      for (let turns = 0; turns < moment % 20; turns++) await turn();
      write();
      if (moment % 3 === 0) write();
    }
    await Promise.all(writes);
    const { map } = await liveMaps.read(mapId);
    expect(map.meta.title).toBe(`change ${written}`);
    for (const client of clients) {
      await until(() => expect(readMap(client.doc).map).toEqual(map));
      expect(client.closes).toEqual([]);
    }
  });

  test('C11: a map whose room comes and goes between changes and clients loses none of either', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { liveMaps } = rooms.server.rooms;
    for (let round = 0; round < 10; round++) {
      // The room is left for less or more time than it stays in memory.
      await new Promise((resolve) => setTimeout(resolve, round * 6));
      const writing = liveMaps.write(mapId, 'system', titleTo(`round ${round}`));
      const client = rooms.open({ mapId, cookie: owner.cookie });
      await until(() => expect(client.title).toBe(`round ${round}`));
      await writing;
      await liveMaps.write(mapId, 'system', titleTo(`round ${round}, seen`));
      await until(() => expect(client.title).toBe(`round ${round}, seen`));
      client.destroy();
    }
  });
});
