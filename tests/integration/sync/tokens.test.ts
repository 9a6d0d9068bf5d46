import { describe, expect, test } from 'vitest';
import type { TokenScope } from '@/lib/access/actor';
import { endAccessToken, makeAccessToken } from '@/lib/auth/accessTokens';
import { closeCodes } from '@/lib/sync/closeCodes';
import type { Person } from '@/tests/builders/people';
import { addScene } from '@/tests/builders/roomServer';
import { confirming, until, useRooms } from './setUp';

describe('a program in a live map', () => {
  // No look at the access of who is there: what ends here ends because it was told.
  const rooms = useRooms({ limits: { recheckMs: 600_000 } });
  const makeToken = (person: Person, scope: TokenScope) =>
    makeAccessToken(rooms.server.running, person.actor, { name: 'test', scope, expiresInDays: 1 });
  /** As a program comes: with a token, and without a browser's Origin and cookie. */
  const headersOf = (token: string) => ({ Origin: null, Authorization: `Bearer ${token}` });

  test('writes with a token that may write, and with one that may only read changes nothing, though its person may', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const reading = await makeToken(owner, 'read');
    const writing = await makeToken(owner, 'write');
    const reader = await rooms.opened({ mapId, headers: headersOf(reading.token), params: confirming });
    const writer = await rooms.opened({ mapId, headers: headersOf(writing.token), params: confirming });
    reader.write(' vandalised');
    // Comes behind the edit on the same socket: who sees it knows that the edit has been judged.
    reader.provider.awareness.setLocalStateField('cursor', { x: 1, y: 2 });
    await until(() =>
      expect(writer.provider.awareness.getStates().get(reader.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 2 } }),
    );
    writer.write(' written');
    await until(() => expect(reader.title).toContain('written'));
    await until(() => expect(writer.confirmed).toBeGreaterThan(0));
    const { map } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(map.meta.title).toBe('A bill that is too high written');
    expect([reader.closes, reader.confirmations]).toEqual([[], []]);
  });

  test('is closed at once when its token is revoked, and others of the same person are not', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const leaving = await makeToken(owner, 'write');
    const staying = await makeToken(owner, 'write');
    const gone = await rooms.opened({ mapId, headers: headersOf(leaving.token) });
    const stays = await rooms.opened({ mapId, headers: headersOf(staying.token) });
    const browser = await rooms.opened({ mapId, cookie: owner.cookie });
    await endAccessToken(rooms.server.running, owner.actor, leaving.id);
    await until(() => expect(gone.closes).toEqual([closeCodes.unauthenticated]));
    browser.write('!');
    await until(() => expect(stays.title).toContain('!'));
    expect([stays.closes, browser.closes]).toEqual([[], []]);
  });

  test('does not get in with a token that is none, nor by the cookie that it sends beside it', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { token, id } = await makeToken(owner, 'read');
    await endAccessToken(rooms.server.running, owner.actor, id);
    for (const wrong of [token, `wgm_${'x'.repeat(43)}`]) {
      const client = rooms.open({ mapId, cookie: owner.cookie, headers: { Authorization: `Bearer ${wrong}` } });
      await until(() => expect(client.closes).toEqual([closeCodes.unauthenticated]));
      expect(client.title).toBe('');
    }
  });
});
