import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { toSessionToken } from '@/lib/auth/sessionToken';
import { schemaVersion } from '@/lib/document/schema';
import { closeCodes } from '@/lib/sync/closeCodes';
import { addPerson } from '@/tests/builders/people';
import { addScene } from '@/tests/builders/roomServer';
import { testSecret } from '@/tests/builders/testRuntime';
import { until, useRooms } from './setUp';

describe('coming in', () => {
  const rooms = useRooms({ limits: { connectionsPerAddress: 8 } });

  test('A1, A5: without a session a stock client is closed with 4401 and stays away', async () => {
    const { mapId } = await addScene(rooms.server);
    const client = rooms.open({ mapId });
    await until(() => expect(client.closes).toEqual([closeCodes.unauthenticated]));
    expect(client.provider.shouldConnect).toBe(false);
    const forged = rooms.open({ mapId, cookie: 'next-auth.session-token=nonsense' });
    await until(() => expect(forged.closes).toEqual([closeCodes.unauthenticated]));
  });

  test('A1: an unknown map, a malformed id and a map of others all look the same', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const stranger = await addPerson(rooms.server.running, 'Stella');
    const others = rooms.open({ mapId, cookie: stranger.cookie });
    const unknown = rooms.open({ mapId: 'noSuchMap', cookie: owner.cookie });
    await until(() => expect([others.closes, unknown.closes]).toEqual([[closeCodes.notFound], [closeCodes.notFound]]));
    expect(others.doc.store.clients.size).toBe(0);
  });

  test('A2: a page of another site is closed with 4403, and so is a request without an Origin', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    for (const Origin of ['https://evil.example', 'null', `https://127.0.0.1:${rooms.server.port}`, 'http://127.0.0.1', null]) {
      const client = rooms.open({ mapId, cookie: owner.cookie, headers: { Origin } });
      await until(() => expect(client.closes).toEqual([closeCodes.forbidden]));
    }
  });

  test('A2: a program with a bearer token needs no Origin, but may not bring a cookie with it', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const Authorization = `Bearer ${await toSessionToken(owner.actor.sessionId, testSecret)}`;
    const program = await rooms.opened({ mapId, headers: { Origin: null, Authorization } });
    expect(program.title).not.toBe('');
    const both = rooms.open({ mapId, cookie: owner.cookie, headers: { Origin: null, Authorization } });
    await until(() => expect(both.closes).toEqual([closeCodes.forbidden]));
  });

  test('A3: another epoch or schema version is closed with 4409 before anything merges', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const schema = String(schemaVersion);
    const wrong = [
      { epoch: '2', schema },
      { epoch: '1', schema: '0' },
      { epoch: '1', schema: String(schemaVersion + 1) },
      { epoch: '1' },
      { schema },
      { epoch: 'one', schema },
      { epoch: '-1', schema },
    ];
    for (const params of wrong) {
      const doc = new Y.Doc();
      doc.getMap('meta').set('asOf', '1999-01-01');
      const client = rooms.open({ mapId, cookie: owner.cookie, params: params as Record<string, string>, doc });
      await until(() => expect(client.closes).toEqual([closeCodes.reload]));
      expect(client.title).toBe('');
    }
    const { map } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(map.meta.asOf).toBe('2026-11-22');
  });

  test('A3: a client that claims no document may begin from an empty one only', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const empty = await rooms.opened({ mapId, cookie: owner.cookie, params: {} });
    expect(empty.title).not.toBe('');
    const doc = new Y.Doc();
    doc.getMap('meta').set('asOf', '1999-01-01');
    const full = rooms.open({ mapId, cookie: owner.cookie, params: {}, doc });
    await until(() => expect(full.closes).toEqual([closeCodes.reload]));
    const { map } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(map.meta.asOf).toBe('2026-11-22');
  });

  test('A4: an address gets no more than its connections, and a place when one becomes free', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const clients = await Promise.all(Array.from({ length: 8 }, () => rooms.opened({ mapId, cookie: owner.cookie })));
    const ninth = rooms.open({ mapId, cookie: owner.cookie });
    await until(() => expect(ninth.closes).toEqual([closeCodes.tooMany]));
    clients[0]?.destroy();
    await until(() => expect(rooms.server.rooms.count().connections).toBe(7));
    await rooms.opened({ mapId, cookie: owner.cookie });
  });

  test('A4: far beyond its limit an address is refused without a word', async () => {
    const { mapId } = await addScene(rooms.server);
    const { port } = rooms.server;
    const sockets: Socket[] = [];
    // Peers that never answer a close frame keep their places until they are gone.
    const firstLine = async (): Promise<string> => {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
      socket.write(`GET /sync/${mapId} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n\r\n`);
      const [chunk] = await once(socket, 'data');
      return String(chunk).split('\r\n')[0] ?? '';
    };
    for (let index = 0; index < 16; index++) expect(await firstLine()).toBe('HTTP/1.1 101 Switching Protocols');
    expect(await firstLine()).toBe('HTTP/1.1 429 Too Many Requests');
    for (const socket of sockets) socket.destroy();
    await until(async () => expect(await firstLine()).toBe('HTTP/1.1 101 Switching Protocols'));
    for (const socket of sockets) socket.destroy();
  });
});
