import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readMap } from '@/lib/document/readMap';
import { listDatabaseKinds } from '../../builders/database';
import { addScene, type RoomServer, startRoomServer } from '../../builders/roomServer';
import { claims, SyncClient } from '../../builders/syncClient';

const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000, interval: 5 });

describe.each(await listDatabaseKinds())('editing together on the %s database', (kind) => {
  let server: RoomServer;
  const clients: SyncClient[] = [];
  const open = (mapId: string, cookie: string, params: Record<string, string> = claims): SyncClient => {
    const client = new SyncClient(server.port, { mapId, cookie, params });
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    server = await startRoomServer({ kind });
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
  });
  afterAll(() => server.stop());

  test('two clients see each other’s edits', async () => {
    const { mapId, owner, join } = await addScene(server);
    const editor = await join('editor');
    const a = open(mapId, owner.cookie);
    const b = open(mapId, editor.cookie);
    await until(() => expect([a.title, b.title]).toEqual(['A bill that is too high', 'A bill that is too high']));
    a.write(' (a)');
    b.write(' (b)');
    await until(() => {
      expect(a.title).toContain('(b)');
      expect(b.title).toBe(a.title);
    });
    expect(readMap(b.doc).issues).toEqual([]);
  });
});
