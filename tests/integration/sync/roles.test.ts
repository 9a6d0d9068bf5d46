import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { endSession } from '@/lib/auth/sessionEnd';
import { readMap } from '@/lib/document/readMap';
import { closeCodes } from '@/lib/sync/closeCodes';
import { encodeUpdateFrame } from '@/lib/sync/protocol';
import type { Person } from '@/tests/builders/people';
import { addScene } from '@/tests/builders/roomServer';
import { claims } from '@/tests/builders/syncClient';
import { confirming, until, useRooms } from './setUp';

describe('roles', () => {
  const rooms = useRooms({ limits: { recheckMs: 200 } });
  const membership = (workspaceId: string, person: Person) => ({
    workspaceId_userId: { workspaceId, userId: person.actor.userId },
  });

  test.each(['viewer', 'commenter'] as const)('D1: a %s’s edits change nothing and are not punished', async (role) => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const reader = await join(role, 'Rita');
    const doc = new Y.Doc();
    const client = await rooms.opened({ mapId, cookie: reader.cookie, params: confirming, doc });
    const editor = await rooms.opened({ mapId, cookie: owner.cookie });
    client.write(' vandalised');
    client.doc.getMap('meta').set('asOf', '1999-01-01');
    client.provider.awareness.setLocalStateField('cursor', { x: 1, y: 2 });
    editor.write(' edited');
    await until(() => {
      expect(client.title).toContain('edited');
      // Presence is theirs to show.
      expect(editor.provider.awareness.getStates().get(doc.clientID)).toMatchObject({ cursor: { x: 1, y: 2 } });
    });
    expect(client.closes).toEqual([]);
    expect(client.confirmations).toEqual([]);
    const { map } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(map.meta).toMatchObject({ title: 'A bill that is too high edited', asOf: '2026-11-22' });
    // What a reader brings along from offline is dropped likewise.
    client.provider.disconnect();
    client.provider.connect();
    await until(() => expect(client.provider.synced).toBe(true));
    editor.write('!');
    await until(() => expect(client.title).toContain('!'));
    expect(editor.title).not.toContain('vandalised');
  });

  test('D2: who loses access is closed at once, and what is sent after the revocation is not taken in', async () => {
    const { mapId, owner, workspaceId, join } = await addScene(rooms.server);
    const leaver = await join('editor');
    const { socket, closed } = await rooms.socket({ mapId, cookie: leaver.cookie, params: claims });
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const frame = (text: string): Uint8Array => {
      const doc = new Y.Doc();
      doc.getText(text).insert(0, text);
      return encodeUpdateFrame(Y.encodeStateAsUpdate(doc));
    };
    socket.send(frame('before'));
    await until(() => expect(watcher.doc.getText('before').toString()).toBe('before'));
    const { database, events } = rooms.server.running;
    await database.prisma.membership.delete({ where: membership(workspaceId, leaver) });
    await events.publish({ kind: 'access.changed', workspaceId, userId: leaver.actor.userId });
    socket.send(frame('after'));
    expect(await closed).toBe(closeCodes.forbidden);
    expect(watcher.closes).toEqual([]);
    const { state } = await rooms.server.rooms.liveMaps.read(mapId);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    expect([doc.getText('before').length, doc.getText('after').length]).toEqual([6, 0]);
  });

  test('D3: who gets another role comes back by itself with the new rights', async () => {
    const { mapId, owner, workspaceId, join } = await addScene(rooms.server);
    const person = await join('viewer');
    const client = await rooms.opened({ mapId, cookie: person.cookie, params: confirming });
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const { database, events } = rooms.server.running;
    const setRole = async (role: string): Promise<void> => {
      await database.prisma.membership.update({ where: membership(workspaceId, person), data: { role } });
      await events.publish({ kind: 'access.changed', workspaceId, userId: person.actor.userId });
    };
    await setRole('editor');
    await until(() => expect(client.closes).toEqual([closeCodes.roleChanged]));
    await until(() => expect(client.provider.synced).toBe(true));
    client.write(' now I may');
    await until(() => expect(watcher.title).toContain('now I may'));
    await setRole('viewer');
    await until(() => expect(client.closes).toEqual([closeCodes.roleChanged, closeCodes.roleChanged]));
    await until(() => expect(client.provider.synced).toBe(true));
    client.write(' and now not');
    watcher.write('!');
    await until(() => expect(client.title).toContain('!'));
    expect(watcher.title).not.toContain('not');
    expect(watcher.closes).toEqual([]);
  });

  test('D4: whose session ends is closed at once with 4401, in every map, and nobody else', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const person = await join('editor');
    const [a, b, other] = await Promise.all([person, person, owner].map(({ cookie }) => rooms.opened({ mapId, cookie })));
    await endSession(rooms.server.running, person.actor.sessionId, person.actor);
    await until(() => expect([a?.closes, b?.closes]).toEqual([[closeCodes.unauthenticated], [closeCodes.unauthenticated]]));
    expect(a?.provider.shouldConnect).toBe(false);
    expect(other?.closes).toEqual([]);
  });

  test('D5: access that ends without an event is noticed within the time between two looks', async () => {
    const { mapId, join } = await addScene(rooms.server);
    const person = await join('editor');
    const client = await rooms.opened({ mapId, cookie: person.cookie });
    const { prisma } = rooms.server.running.database;
    await prisma.session.update({ where: { id: person.actor.sessionId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    await until(() => expect(client.closes).toEqual([closeCodes.unauthenticated]));
  });
});

describe('a change of access at the wrong moment', () => {
  let afterJudgement: (() => Promise<void>) | null = null;
  const rooms = useRooms({
    limits: { retryMaxMs: 50 },
    wrapAuthorise: (authorise) => async (request, mapId) => {
      const judgement = await authorise(request, mapId);
      const happens = afterJudgement;
      afterJudgement = null;
      await happens?.();
      return judgement;
    },
  });

  test('D5: a change of access while somebody is just coming in does not pass them by', async () => {
    const { mapId, workspaceId, join } = await addScene(rooms.server);
    const person = await join('editor');
    const { database, events } = rooms.server.running;
    afterJudgement = async () => {
      await database.prisma.membership.deleteMany({ where: { workspaceId, userId: person.actor.userId } });
      await events.publish({ kind: 'access.changed', workspaceId, userId: person.actor.userId });
    };
    const client = rooms.open({ mapId, cookie: person.cookie });
    await until(() => expect(client.closes).toEqual([closeCodes.forbidden]));
    expect(readMap(client.doc).map.steps).toEqual([]);
  });

  test('D5: access that cannot be judged because the database fails is judged again soon', async () => {
    const { mapId, workspaceId, join } = await addScene(rooms.server);
    const person = await join('editor');
    const { database, events } = rooms.server.running;
    const client = await rooms.opened({ mapId, cookie: person.cookie });
    afterJudgement = () => Promise.reject(new Error('the database is away'));
    await database.prisma.membership.deleteMany({ where: { workspaceId, userId: person.actor.userId } });
    await events.publish({ kind: 'access.changed', workspaceId, userId: person.actor.userId });
    await until(() => expect(client.closes).toEqual([closeCodes.forbidden]));
  });
});
