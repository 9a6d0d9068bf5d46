import { describe, expect, test } from 'vitest';
import { listActivity } from '@/lib/data/activity';
import { findMap } from '@/lib/data/maps';
import { readMap } from '@/lib/document/readMap';
import type { LiveEvent } from '@/lib/events/event';
import { addScene } from '@/tests/builders/roomServer';
import { until, useRooms } from './setUp';

describe('what follows from edits', () => {
  const rooms = useRooms();

  test('G1: the list of maps follows, and those who show it are told', async () => {
    const { mapId, owner, workspaceId } = await addScene(rooms.server);
    const { database, events } = rooms.server.running;
    const told: LiveEvent[] = [];
    const end = events.subscribe(
      (event) => event.workspaceId === workspaceId,
      (event) => told.push(event),
    );
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    client.write(' by far');
    await until(async () => expect((await findMap(database, mapId))?.title).toBe('A bill that is too high by far'));
    await until(() => expect(told.at(-1)).toMatchObject({ kind: 'maps.changed', workspaceId, payload: { mapId } }));
    end();
  });

  test('G2: the activity list says who changed which field from what to what', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const editor = await join('editor');
    const a = await rooms.opened({ mapId, cookie: owner.cookie });
    const b = await rooms.opened({ mapId, cookie: editor.cookie });
    for (const letter of ' by far') {
      a.write(letter);
      b.doc.getMap('meta').set('asOf', `2026-12-0${1 + (letter.charCodeAt(0) % 9)}`);
    }
    const { database } = rooms.server.running;
    await until(async () => {
      const rows = (await listActivity(database, mapId)).reverse();
      const title = rows.filter(({ field }) => field === 'title');
      const asOf = rows.filter(({ field }) => field === 'asOf');
      expect(new Set(title.map(({ actorId }) => actorId))).toEqual(new Set([`user:${owner.actor.userId}`]));
      expect(new Set(asOf.map(({ actorId }) => actorId))).toEqual(new Set([`user:${editor.actor.userId}`]));
      expect([title[0]?.before, title.at(-1)?.after]).toEqual(['A bill that is too high', 'A bill that is too high by far']);
      expect([asOf[0]?.before, asOf.at(-1)?.after]).toEqual(['2026-11-22', readMap(b.doc).map.meta.asOf]);
      // A window, not a line for each key.
      expect(title.length).toBeLessThan(7);
      expect(rows.at(-1)?.seq).toBe((await findMap(database, mapId))?.seq);
    });
  });

  test('G3: who wrote under which client id is stored with the edit', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    client.write('!');
    client.write('?');
    const { prisma } = rooms.server.running.database;
    await until(async () => {
      const rows = await prisma.documentClient.findMany({ where: { mapId } });
      expect(rows).toMatchObject([
        {
          clientId: BigInt(client.doc.clientID),
          actorId: `user:${owner.actor.userId}`,
          sessionId: owner.actor.sessionId,
        },
      ]);
    });
  });
});
