import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { loadDocument } from '@/lib/data/documentLog';
import { documentMigrations, migrateDocument } from '@/lib/document/migrations';
import { schemaVersion } from '@/lib/document/schema';
import { closeCodes } from '@/lib/sync/closeCodes';
import { addScene } from '@/tests/builders/roomServer';
import { until, useRooms } from './setUp';

// A release after this one.
const next = schemaVersion + 1;
let runs = 0;
const migrations = [
  ...documentMigrations,
  {
    to: next,
    migrate: (doc: Y.Doc) => {
      runs += 1;
      doc.getMap('meta').set('asOf', '2030-01-01');
    },
  },
];

describe('documents of another form', () => {
  const rooms = useRooms({ schema: { version: next, migrate: (doc, from) => migrateDocument(doc, from, migrations, next) } });

  test('B5: an older document is brought to this release’s form and saved before anybody sees it', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const clients = await Promise.all(
      [1, 2, 3].map(() => rooms.opened({ mapId, cookie: owner.cookie, params: { epoch: '1', schema: String(next) } })),
    );
    expect(clients.map((client) => client.doc.getMap('meta').get('asOf'))).toEqual(['2030-01-01', '2030-01-01', '2030-01-01']);
    const { db } = rooms.server.database;
    expect(await loadDocument(db, mapId)).toMatchObject({ schemaVersion: next, seq: 2 });
    const old = rooms.open({ mapId, cookie: owner.cookie, params: { epoch: '1', schema: String(schemaVersion) } });
    await until(() => expect(old.closes).toEqual([closeCodes.reload]));
    for (const client of clients) client.provider.disconnect();
    await rooms.emptied();
    await rooms.opened({ mapId, cookie: owner.cookie, params: { epoch: '1', schema: String(next) } });
    expect(runs).toBe(1);
  });

  test('B5: reading an older document from elsewhere migrates it, too', async () => {
    const { mapId } = await addScene(rooms.server);
    const { map, seq } = await rooms.server.rooms.liveMaps.read(mapId);
    expect([map.meta.asOf, seq]).toEqual(['2030-01-01', 2]);
  });

  test('B5: a newer document is answered with 4409 and left as it is', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { db } = rooms.server.database;
    await db.prisma.journeyMap.update({ where: { id: mapId }, data: { schemaVersion: next + 1 } });
    const client = rooms.open({ mapId, cookie: owner.cookie, params: { epoch: '1', schema: String(next + 1) } });
    await until(() => expect(client.closes).toEqual([closeCodes.reload]));
    expect(await loadDocument(db, mapId)).toMatchObject({ schemaVersion: next + 1, seq: 1 });
  });
});
