import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { makeAccessToken } from '@/lib/auth/accessTokens';
import { encodePresenceEntries } from '@/lib/sync/presenceEntries';
import { encodeAwarenessFrame, encodeUpdateFrame } from '@/lib/sync/protocol';
import { addScene } from '@/tests/builders/roomServer';
import { claims, type SyncClient } from '@/tests/builders/syncClient';
import { forgeAs } from './forgeAs';
import { confirming, until, useRooms } from './setUp';

/** Writes something that stays on the way: the socket is open, and nothing goes out. */
function writeUnsent({ provider, doc }: SyncClient, text: string): void {
  const { ws } = provider;
  provider.ws = null;
  doc.getText('test').insert(0, text);
  provider.ws = ws;
}

const nameAs = ({ clientID: clientId }: Y.Doc, clock: number, state: string): Uint8Array =>
  encodeAwarenessFrame(encodePresenceEntries([{ clientId, clock, state }]));

/** An update that deletes what a client id has, or will have, at these clocks. */
function deletionOf(clientId: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, clientId, 1, clock, length]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

const textOf = ({ doc }: SyncClient): string => doc.getText('test').toString();
const settled = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    socket.ping();
    socket.once('pong', () => resolve());
  });

describe('writing as somebody else', () => {
  const rooms = useRooms({ limits: { evictAfterMs: 30 } });

  test('a server without this rule drops what its victim writes next', async () => {
    const victim = new Y.Doc();
    victim.getText('test').insert(0, 'before ');
    const plain = new Y.Doc();
    Y.applyUpdate(plain, Y.encodeStateAsUpdate(victim));
    Y.applyUpdate(plain, forgeAs(victim, 'forged '));
    const before = Y.encodeStateVector(victim);
    victim.getText('test').insert(7, 'written');
    Y.applyUpdate(plain, Y.encodeStateAsUpdate(victim, before));
    expect(plain.getText('test').toString()).toBe('forged before ');
  });

  test('F5: nobody writes under the client id of somebody who is here; the rest of such an update counts', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const victim = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming });
    const forger = await join('editor', 'Fay');
    const { socket } = await rooms.socket({ mapId, cookie: forger.cookie, params: claims });
    victim.doc.getText('test').insert(0, 'mine ');
    await until(() => expect(textOf(watcher)).toBe('mine '));

    const own = new Y.Doc();
    own.getText('other').insert(0, 'by the forger');
    for (let round = 0; round < 20; round++) {
      const forged = forgeAs(victim.doc, 'forged ');
      socket.send(encodeUpdateFrame(round === 0 ? Y.mergeUpdates([forged, Y.encodeStateAsUpdate(own)]) : forged));
      await settled(socket);
      victim.doc.getText('test').insert(victim.doc.getText('test').length, `${round} `);
      const frames = round + 3;
      await until(() => expect(victim.confirmed).toBeGreaterThanOrEqual(frames));
    }
    const wanted = `mine ${Array.from({ length: 20 }, (_, round) => `${round} `).join('')}`;
    await until(() => expect(textOf(watcher)).toBe(wanted));
    expect(textOf(victim)).toBe(wanted);
    expect(watcher.doc.getText('other').toString()).toBe('by the forger');
    for (const client of [watcher, victim]) client.provider.disconnect();
    socket.terminate();
    await rooms.emptied();
    expect(textOf(await rooms.opened({ mapId, cookie: owner.cookie }))).toBe(wanted);
  });

  test('F5: nobody deletes, or replaces, beforehand what somebody is going to write, whether they are here or away', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const victim = await rooms.opened({ mapId, cookie: (await join('editor', 'Vic')).cookie, params: confirming });
    const { socket } = await rooms.socket({ mapId, cookie: (await join('editor', 'Fay')).cookie, params: claims });
    victim.doc.getText('test').insert(0, 'mine ');
    await until(() => expect(textOf(watcher)).toBe('mine '));
    const { clientID } = victim.doc;
    socket.send(encodeUpdateFrame(deletionOf(clientID, 5, 1_000_000)));
    await settled(socket);
    victim.doc.getText('test').insert(5, 'here ');
    await until(() => expect(textOf(watcher)).toBe('mine here '));

    victim.provider.disconnect();
    await until(() => expect(watcher.provider.awareness.getStates().has(clientID)).toBe(false));
    socket.send(encodeUpdateFrame(deletionOf(clientID, 10, 1_000_000)));
    const ahead = new Y.Doc();
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(victim.doc));
    ahead.clientID = clientID;
    ahead.getText('other').insert(0, '01234');
    const before = Y.encodeStateVector(ahead);
    ahead.getText('other').insert(0, 'forged');
    socket.send(encodeUpdateFrame(Y.encodeStateAsUpdate(ahead, before)));
    await settled(socket);
    victim.provider.connect();
    await until(() => expect(victim.provider.synced).toBe(true));
    for (const letter of 'back again') {
      victim.doc.getText('test').insert(victim.doc.getText('test').length, letter);
      const letters = textOf(victim);
      await until(() => expect(textOf(watcher)).toBe(letters));
    }
    expect(textOf(victim)).toBe('mine here back again');
    for (const client of [watcher, victim]) client.provider.disconnect();
    socket.terminate();
    await rooms.emptied();
    expect(textOf(await rooms.opened({ mapId, cookie: owner.cookie }))).toBe('mine here back again');
  });

  test('F5: a deletion of what its author, who is here, has not sent is taken in after that, and confirmed only then', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const author = await rooms.opened({ mapId, cookie: owner.cookie });
    const editor = await rooms.opened({ mapId, cookie: (await join('editor', 'Gil')).cookie, params: confirming });
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    author.socket?.pause();
    writeUnsent(author, 'not sent');
    Y.applyUpdate(editor.doc, Y.encodeStateAsUpdate(author.doc), 'another way');
    const { confirmed } = editor;
    editor.doc.getText('test').delete(0, 4);
    watcher.write('!');
    await until(() => expect(editor.title).toContain('!'));
    expect([textOf(watcher), editor.confirmed]).toEqual(['', confirmed]);
    author.socket?.resume();
    await until(() => expect(textOf(watcher)).toBe('sent'));
    await until(() => expect(textOf(author)).toBe('sent'));
    await until(() => expect(editor.confirmed).toBeGreaterThan(confirmed + 1));
  });

  test('F5: nobody writes, or deletes beforehand, under the client id of the server', async () => {
    const { mapId, join } = await addScene(rooms.server);
    const { liveMaps } = rooms.server.rooms;
    const forger = await rooms.opened({ mapId, cookie: (await join('editor', 'Fay')).cookie });
    const write = (key: string) => liveMaps.write(mapId, 'system', (doc) => doc.getMap('test').set(key, true));
    const earlier = new Set(forger.doc.store.clients.keys());
    await write('first');
    await until(() => expect(forger.doc.getMap('test').has('first')).toBe(true));
    const [server = 0] = [...forger.doc.store.clients.keys()].filter((clientId) => !earlier.has(clientId));
    const { socket } = await rooms.socket({ mapId, cookie: (await join('editor', 'Fred')).cookie, params: claims });
    socket.send(encodeUpdateFrame(deletionOf(server, 1, 1_000_000)));
    await settled(socket);
    await write('second');
    await until(() => expect(forger.doc.getMap('test').has('second')).toBe(true));
    expect(forger.doc.getMap('test').has('first')).toBe(true);
  });

  test('F5: whoever is here is asked for what others brought of theirs first', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const guest = await rooms.opened({ mapId, cookie: (await join('editor', 'Gil')).cookie });
    // What the author has not sent yet reaches the other one by another way.
    const author = await rooms.opened({ mapId, cookie: owner.cookie });
    author.socket?.pause();
    writeUnsent(author, 'not sent');
    Y.applyUpdate(guest.doc, Y.encodeStateAsUpdate(author.doc), 'another way');
    guest.doc.getText('test').insert(0, 'and a reply: ');
    author.socket?.resume();
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(textOf(watcher)).toBe('and a reply: not sent'));
  });

  test('F5: nothing is confirmed to somebody whose id another one holds, until it is there', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const doc = new Y.Doc();
    const { socket } = await rooms.socket({ mapId, cookie: (await join('editor', 'Tim')).cookie, params: claims });
    socket.send(nameAs(doc, 1, '{}'));
    await settled(socket);
    const author = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming, doc });
    await until(() => expect(author.confirmed).toBe(1));
    doc.getText('test').insert(0, 'mine');
    watcher.write('!');
    await until(() => expect(author.title).toContain('!'));
    expect([author.confirmed, textOf(watcher)]).toEqual([1, '']);
    socket.terminate();
    await until(() => expect(textOf(watcher)).toBe('mine'));
    await until(() => expect(author.confirmed).toBeGreaterThan(1));
  });

  test.each([
    ['viewer', 'viewer'],
    ['commenter', 'commenter'],
    ['program that may only read', 'editor'],
  ] as const)('F5: a %s that names a writer’s id first does not hold it, and the writer’s edits count', async (_reader, role) => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const { cookie, actor } = await join(role, 'Rita');
    const { token } = await makeAccessToken(rooms.server.running, actor, { name: 'test', scope: 'read', expiresInDays: 1 });
    const asProgram = { headers: { Origin: null, Authorization: `Bearer ${token}` } };
    const { socket } = await rooms.socket({ mapId, params: claims, ...(role === 'editor' ? asProgram : { cookie }) });
    const doc = new Y.Doc();
    socket.send(nameAs(doc, 1, '{"cursor":{"x":1,"y":1}}'));
    await until(() => expect(watcher.provider.awareness.getStates().has(doc.clientID)).toBe(true));
    const author = await rooms.opened({ mapId, cookie: owner.cookie, params: confirming, doc });
    doc.getText('test').insert(0, 'mine');
    await until(() => expect(textOf(watcher)).toBe('mine'));
    await until(() => expect(author.confirmed).toBe(2));
    expect(socket.readyState).toBe(socket.OPEN);
  });

  test('F5: another tab of the same session hands on what it has', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const author = await rooms.opened({ mapId, cookie: owner.cookie });
    const tab = await rooms.opened({ mapId, cookie: owner.cookie });
    writeUnsent(author, 'not sent');
    Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(author.doc), 'the device');
    await until(() => expect(textOf(watcher)).toBe('not sent'));
  });

  test('F5: what was left out because its author seemed to be here is fetched once they are gone', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const author = await rooms.opened({ mapId, cookie: owner.cookie });
    const guest = await rooms.opened({ mapId, cookie: (await join('editor', 'Gil')).cookie });
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    // A line that is dead, of which the server does not know yet.
    author.socket?.pause();
    writeUnsent(author, 'not sent');
    Y.applyUpdate(guest.doc, Y.encodeStateAsUpdate(author.doc), 'another way');
    guest.write('!');
    await until(() => expect(watcher.title).toContain('!'));
    expect(textOf(watcher)).toBe('');
    author.socket?.terminate();
    author.provider.disconnect();
    await until(() => expect(textOf(watcher)).toBe('not sent'));
  });

  test('F5: edits of somebody who has left are handed on, and they go on under their id when they come back', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const author = await rooms.opened({ mapId, cookie: owner.cookie });
    const guest = await rooms.opened({ mapId, cookie: (await join('editor', 'Gil')).cookie });
    author.provider.disconnect();
    author.doc.getText('test').insert(0, 'written on the train');
    Y.applyUpdate(guest.doc, Y.encodeStateAsUpdate(author.doc), 'another way');
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(textOf(watcher)).toBe('written on the train'));
    author.provider.connect();
    await until(() => expect(author.provider.synced).toBe(true));
    author.doc.getText('test').insert(0, 'back: ');
    await until(() => expect(textOf(watcher)).toBe('back: written on the train'));
    await until(() => expect(textOf(guest)).toBe('back: written on the train'));
  });

  test('F5: nobody takes the id of an author who is away, and so keeps them from saving', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const author = await rooms.opened({ mapId, cookie: owner.cookie });
    author.doc.getText('test').insert(0, 'first ');
    author.provider.disconnect();
    // Also when the map was read anew meanwhile.
    await rooms.emptied();
    const taker = await join('editor', 'Tim');
    const { socket } = await rooms.socket({ mapId, cookie: taker.cookie, params: claims });
    socket.send(nameAs(author.doc, 99, '{"cursor":{"x":1,"y":1}}'));
    await settled(socket);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    author.doc.getText('test').insert(6, 'second');
    author.provider.awareness.setLocalStateField('cursor', { x: 5, y: 5 });
    author.provider.connect();
    await until(() => expect(textOf(watcher)).toBe('first second'));
    await until(() =>
      expect(watcher.provider.awareness.getStates().get(author.doc.clientID)).toMatchObject({
        cursor: { x: 5, y: 5 },
        user: { name: 'Olga' },
      }),
    );
  });
});
