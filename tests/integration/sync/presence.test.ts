import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { colourIndexOf, readPresence } from '@/lib/document/presence';
import { closeCodes } from '@/lib/sync/closeCodes';
import { encodePresenceEntries, parsePresenceEntries } from '@/lib/sync/presenceEntries';
import { encodeAnswerFrame, encodeAwarenessFrame, messageTypes } from '@/lib/sync/protocol';
import { addScene } from '@/tests/builders/roomServer';
import { claims, type SyncClient } from '@/tests/builders/syncClient';
import { until, useRooms } from './setUp';

const stateOf = (watcher: SyncClient, clientId: number): unknown => watcher.provider.awareness.getStates().get(clientId);

describe('presence', () => {
  const rooms = useRooms({ limits: { presenceBytes: 2_000 } });

  test('E1: who somebody is, is what the server says', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const liar = await join('editor', 'Lia');
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const client = await rooms.opened({ mapId, cookie: liar.cookie });
    const user = { id: `user:${owner.actor.userId}`, name: 'Olga', colour: 0, department: 'Board', kind: 'user' };
    client.provider.awareness.setLocalState({ user, cursor: { x: 3, y: 4 } });
    const id = `user:${liar.actor.userId}`;
    await until(() => {
      expect(stateOf(watcher, client.doc.clientID)).toEqual({
        user: { id, name: 'Lia', colour: colourIndexOf(id), department: '', kind: 'user', leads: true },
        cursor: { x: 3, y: 4 },
      });
    });
    expect(readPresence(stateOf(watcher, client.doc.clientID))?.user.name).toBe('Lia');
  });

  test('E1: who leads is what the server says, by who may manage the map, and nothing else', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const liar = await join('commenter', 'Lia');
    const watcher = await rooms.opened({ mapId, cookie: liar.cookie });
    const [leader, client] = [
      await rooms.opened({ mapId, cookie: owner.cookie }),
      await rooms.opened({ mapId, cookie: liar.cookie }),
    ];
    const summons = { count: 1, viewport: null, near: 'step:a' };
    leader.provider.awareness.setLocalState({ user: { leads: false }, summons });
    client.provider.awareness.setLocalState({ user: { leads: true }, summons });
    await until(() => {
      expect(readPresence(stateOf(watcher, leader.doc.clientID))).toMatchObject({ user: { leads: true }, summons });
      expect(readPresence(stateOf(watcher, client.doc.clientID))).toMatchObject({ user: { name: 'Lia' }, summons });
    });
    expect(readPresence(stateOf(watcher, client.doc.clientID))?.user.leads).toBeUndefined();
  });

  test('E2: nobody speaks for anybody else, and echoes of stock clients are dropped without punishment', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const forger = await join('editor', 'Fay');
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const victim = await rooms.opened({ mapId, cookie: owner.cookie });
    victim.provider.awareness.setLocalStateField('cursor', { x: 1, y: 1 });
    await until(() => expect(stateOf(watcher, victim.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 1 } }));

    const { socket } = await rooms.socket({ mapId, cookie: forger.cookie, params: claims });
    const say = (clientId: number, clock: number, state: string): void =>
      socket.send(encodeAwarenessFrame(encodePresenceEntries([{ clientId, clock, state }])));
    // Before and after it has an id of its own, before and after its answer.
    say(victim.doc.clientID, 100, '{"cursor":{"x":666,"y":0}}');
    say(4711, 1, '{"cursor":{"x":7,"y":7}}');
    say(victim.doc.clientID, 101, '{"cursor":{"x":666,"y":0}}');
    say(victim.doc.clientID, 102, 'null');
    socket.send(encodeAnswerFrame(new Uint8Array([0, 0])));
    say(4712, 1, '{"cursor":{"x":8,"y":8}}');
    say(4711, 2, '{"cursor":{"x":9,"y":9}}');
    await until(() => expect(stateOf(watcher, 4711)).toMatchObject({ cursor: { x: 9, y: 9 }, user: { name: 'Fay' } }));
    expect(stateOf(watcher, victim.doc.clientID)).toMatchObject({ cursor: { x: 1, y: 1 }, user: { name: 'Olga' } });
    expect(stateOf(watcher, 4712)).toBeUndefined();
    expect(socket.readyState).toBe(socket.OPEN);
  });

  test('E2: nobody takes the id of somebody who has just left and comes back', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const victim = await rooms.opened({ mapId, cookie: (await join('viewer', 'Vic')).cookie });
    const id = victim.doc.clientID;
    victim.provider.awareness.setLocalStateField('cursor', { x: 1, y: 1 });
    await until(() => expect(stateOf(watcher, id)).toMatchObject({ cursor: { x: 1, y: 1 } }));
    victim.provider.disconnect();
    await until(() => expect(stateOf(watcher, id)).toBeUndefined());
    const { socket } = await rooms.socket({ mapId, cookie: (await join('viewer', 'Fay')).cookie, params: claims });
    const entries = [id, 4711].map((clientId) => ({ clientId, clock: 99, state: '{"cursor":{"x":666,"y":0}}' }));
    socket.send(encodeAwarenessFrame(encodePresenceEntries(entries)));
    await until(() => expect(stateOf(watcher, 4711)).toMatchObject({ user: { name: 'Fay' } }));
    victim.provider.connect();
    await until(() => expect(victim.provider.synced).toBe(true));
    victim.provider.awareness.setLocalStateField('cursor', { x: 2, y: 2 });
    await until(() => expect(stateOf(watcher, id)).toMatchObject({ cursor: { x: 2, y: 2 }, user: { name: 'Vic' } }));
  });

  test('E2: the same session takes its id over when it comes back before its old connection is gone', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const { cookie } = await join('editor');
    const old = await rooms.socket({ mapId, cookie, params: claims });
    const entry = (clock: number, x: number): Uint8Array =>
      encodeAwarenessFrame(encodePresenceEntries([{ clientId: 99, clock, state: JSON.stringify({ cursor: { x, y: 0 } }) }]));
    old.socket.send(entry(5, 1));
    await until(() => expect(stateOf(watcher, 99)).toMatchObject({ cursor: { x: 1, y: 0 } }));
    const fresh = await rooms.socket({ mapId, cookie, params: claims });
    fresh.socket.send(entry(5, 1));
    fresh.socket.send(entry(6, 2));
    await until(() => expect(stateOf(watcher, 99)).toMatchObject({ cursor: { x: 2, y: 0 } }));
    // The old connection's end is not the person's.
    old.socket.terminate();
    await old.closed;
    fresh.socket.send(entry(7, 3));
    await until(() => expect(stateOf(watcher, 99)).toMatchObject({ cursor: { x: 3, y: 0 } }));
  });

  test('E3: whoever disconnects is gone at once, and late echoes do not bring them back', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    // A state that was never changed (clock 0) is one that y-protocols does not take over.
    watcher.provider.awareness.setLocalStateField('cursor', { x: 0, y: 0 });
    const gone = await rooms.opened({ mapId, cookie: owner.cookie });
    const clientId = gone.doc.clientID;
    gone.provider.awareness.setLocalStateField('cursor', { x: 1, y: 1 });
    await until(() => expect(stateOf(watcher, clientId)).toBeDefined());
    const echoed = encodeAwarenessUpdate(watcher.provider.awareness, [clientId]);
    const ghost = await rooms.socket({ mapId, cookie: (await join('editor')).cookie, params: claims });
    ghost.socket.send(encodeAnswerFrame(new Uint8Array([0, 0])));
    // As if the network went away: no goodbye.
    gone.socket?.terminate();
    gone.destroy();
    await until(() => expect(stateOf(watcher, clientId)).toBeUndefined());
    ghost.socket.send(encodeAwarenessFrame(echoed));
    const late = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(stateOf(late, watcher.doc.clientID)).toBeDefined());
    expect(stateOf(late, clientId)).toBeUndefined();
  });

  test('E4: newcomers and whoever asks are told who is there', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const there = await rooms.opened({ mapId, cookie: owner.cookie });
    there.provider.awareness.setLocalStateField('cursor', { x: 5, y: 5 });
    const late = await rooms.opened({ mapId, cookie: (await join('viewer')).cookie });
    await until(() => expect(stateOf(late, there.doc.clientID)).toMatchObject({ cursor: { x: 5, y: 5 } }));
    const { socket, received } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    const told = (): number[] =>
      received
        .filter((frame) => frame[0] === messageTypes.awareness)
        .flatMap((frame) => {
          const decoder = decoding.createDecoder(new Uint8Array(frame.subarray(1)));
          return parsePresenceEntries(decoding.readVarUint8Array(decoder)).map(({ clientId }) => clientId);
        });
    await until(() => expect(told()).toContain(there.doc.clientID));
    received.length = 0;
    const question = encoding.createEncoder();
    encoding.writeVarUint(question, messageTypes.queryAwareness);
    socket.send(encoding.toUint8Array(question));
    await until(() => expect(told()).toContain(there.doc.clientID));
  });

  test('E5: of many messages in between only the last goes out, and oversized states not at all', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { received } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    const messagesSoFar = (): number => received.filter((frame) => frame[0] === messageTypes.awareness).length;
    const reader = await rooms.opened({ mapId, cookie: owner.cookie });
    const { socket } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    const before = messagesSoFar();
    for (let clock = 1; clock <= 500; clock++) {
      socket.send(
        encodeAwarenessFrame(encodePresenceEntries([{ clientId: 7, clock, state: `{"cursor":{"x":${clock},"y":0}}` }])),
      );
    }
    await until(() => expect(stateOf(reader, 7)).toMatchObject({ cursor: { x: 500 } }));
    expect(messagesSoFar() - before).toBeLessThan(50);
    const state = JSON.stringify({ cursor: { x: 1, y: 1 }, padding: 'x'.repeat(3_000) });
    socket.send(encodeAwarenessFrame(encodePresenceEntries([{ clientId: 7, clock: 501, state }])));
    socket.send(encodeAwarenessFrame(encodePresenceEntries([{ clientId: 7, clock: 502, state: '{"cursor":{"x":502,"y":0}}' }])));
    await until(() => expect(stateOf(reader, 7)).toMatchObject({ cursor: { x: 502 } }));
  });

  test('F1: presence that is not JSON, or no object, is closed with 4400', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    for (const state of ['{', '[]', '"text"', '1', 'undefined']) {
      const { socket, closed } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
      socket.send(encodeAwarenessFrame(encodePresenceEntries([{ clientId: new Y.Doc().clientID, clock: 1, state }])));
      expect(await closed).toBe(closeCodes.malformed);
    }
  });
});
