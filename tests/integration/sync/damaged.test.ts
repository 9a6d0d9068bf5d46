import { describe, expect, test } from 'vitest';
import { closeCodes } from '@/lib/sync/closeCodes';
import { addScene } from '@/tests/builders/roomServer';
import { until, useRooms } from './setUp';

describe('a document that cannot be read', () => {
  const rooms = useRooms({ limits: { evictAfterMs: 20 } });

  test.each([
    ['bytes that are no update', Buffer.from([200, 200, 200, 200, 3, 255])],
    ['an update cut off', Buffer.from([1, 3, 200, 1, 0, 4, 1, 4])],
  ])('F8: %s in its log: whoever opens it is asked to try again, and every other map is served', async (_, bytes) => {
    const damaged = await addScene(rooms.server);
    const sound = await addScene(rooms.server);
    const beside = await rooms.opened({ mapId: sound.mapId, cookie: sound.owner.cookie });
    const { prisma } = rooms.server.running.database;
    const { seq } = await prisma.journeyMap.update({ where: { id: damaged.mapId }, data: { seq: { increment: 1 } } });
    await prisma.documentUpdate.create({ data: { mapId: damaged.mapId, seq, bytes, actorId: 'system' } });

    const client = rooms.open({ mapId: damaged.mapId, cookie: damaged.owner.cookie });
    await until(() => expect(client.closes.length).toBeGreaterThan(1));
    expect(new Set(client.closes)).toEqual(new Set([closeCodes.tryAgain]));
    expect(client.provider.shouldConnect).toBe(true);
    await expect(rooms.server.rooms.liveMaps.read(damaged.mapId)).rejects.toThrow();
    expect(rooms.server.logged.some((line) => line.includes('a map could not be read') && line.includes(damaged.mapId))).toBe(
      true,
    );
    expect(beside.closes).toEqual([]);
    beside.write('!');
    const another = await rooms.opened({ mapId: sound.mapId, cookie: sound.owner.cookie });
    await until(() => expect(another.title).toContain('!'));

    // Once it is mended, the same page finds everything by itself.
    await prisma.documentUpdate.delete({ where: { mapId_seq: { mapId: damaged.mapId, seq } } });
    await prisma.journeyMap.update({ where: { id: damaged.mapId }, data: { seq: seq - 1 } });
    await until(() => expect(client.provider.synced).toBe(true));
    expect(client.title).not.toBe('');
  });
});
