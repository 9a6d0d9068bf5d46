import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@/lib/sync/closeCodes';
import { encodeStateVectorFrame, encodeUpdateFrame } from '@/lib/sync/protocol';
import { addScene } from '@/tests/builders/roomServer';
import { claims } from '@/tests/builders/syncClient';
import { confirming, until, useRooms } from './setUp';

/** Edits, each as an update of its own. */
function editsOf(count: number, text: () => string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let edit = 0; edit < count; edit++) doc.getText('test').insert(0, text());
  return updates;
}

describe('too fast', () => {
  const rooms = useRooms({ limits: { framesPerSecond: 100, framesAtOnce: 100, queuedFrames: 20, presenceMs: 5 } });

  test('F6: who sends faster than allowed is read more slowly, loses nothing, and does not slow down others', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const other = await rooms.opened({ mapId, cookie: owner.cookie });
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const { socket, received } = await rooms.socket({ mapId, cookie: (await join('editor')).cookie, params: confirming });
    const written = (): number => watcher.doc.getText('test').length;
    for (const update of editsOf(400, () => 'x')) socket.send(encodeUpdateFrame(update));
    other.write('!');
    await until(() => expect(watcher.title).toContain('!'));
    // The first hundred at once, the others one after another in three seconds.
    expect(written()).toBeLessThan(400);
    await until(() => expect(written()).toBe(400));
    await until(() => expect(Buffer.from(received.at(-1) ?? []).toString('hex')).toBe('649003'));
    expect(socket.readyState).toBe(socket.OPEN);
  });
});

describe('asking for too much', () => {
  const rooms = useRooms({ limits: { framesPerSecond: 100, framesAtOnce: 100, presenceMs: 5 } });

  test('F6: who asks for the whole document again and again is answered more slowly, and others are served meanwhile', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const other = await rooms.opened({ mapId, cookie: owner.cookie });
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    other.doc.getText('long').insert(0, 'x'.repeat(500_000));
    await until(() => expect(watcher.doc.getText('long').length).toBe(500_000));
    const { socket, received } = await rooms.socket({ mapId, cookie: (await join('viewer')).cookie, params: claims });
    const answers = (): number => received.filter(({ length }) => length > 500_000).length;
    // What nobody has written: each answer would be made anew.
    for (let index = 0; index < 60; index++) socket.send(encodeStateVectorFrame(new Uint8Array([1, 7, 1])));
    await until(() => expect(answers()).toBeGreaterThan(1));
    for (let edit = 0; edit < 3; edit++) {
      other.write(`${edit}!`);
      await until(() => expect(watcher.title).toContain(`${edit}!`));
    }
    expect(answers()).toBeLessThan(60);
    expect(socket.readyState).toBe(socket.OPEN);
  });
});

describe('too many attempts', () => {
  const rooms = useRooms({ limits: { attemptsPerAddress: 5 } });

  test('A4: an address that connects again and again is told to come later, before anything is looked up', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const codes: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      const { socket, closed } = await rooms.socket({
        mapId,
        params: claims,
        ...(attempt === 7 ? { cookie: owner.cookie } : {}),
      });
      codes.push(await closed);
      socket.terminate();
    }
    expect(codes).toEqual([...Array(5).fill(closeCodes.unauthenticated), ...Array(3).fill(closeCodes.tooMany)]);
  });
});

describe('updates that wait for earlier ones', () => {
  const rooms = useRooms({ limits: { waitingBytes: 20_000 } });

  test('F7: they wait up to a limit; beyond, the connection is closed with 4413, and nobody else notices', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    const { socket, closed } = await rooms.socket({ mapId, cookie: (await join('editor')).cookie, params: claims });
    const [first, ...later] = editsOf(30, () => 'y'.repeat(1_000));
    for (const update of later) socket.send(encodeUpdateFrame(update));
    expect(await closed).toBe(closeCodes.tooLarge);
    expect(watcher.doc.getText('test').length).toBe(0);
    watcher.write('!');
    const again = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(again.title).toContain('!'));
    // Whoever has the earlier one makes the ones that waited visible; and what is large but waits for nothing comes in.
    Y.applyUpdate(again.doc, first ?? new Uint8Array([0, 0]), 'another way');
    await until(() => expect(watcher.doc.getText('test').length).toBeGreaterThan(15_000));
    again.doc.getText('more').insert(0, 'z'.repeat(30_000));
    await until(() => expect(watcher.doc.getText('more').length).toBe(30_000));
    expect(watcher.closes).toEqual([]);
    expect(again.closes).toEqual([]);
  });

  test('F7: deletions of what nobody has written are kept up to the same limit', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const { socket, closed } = await rooms.socket({ mapId, cookie: (await join('editor')).cookie, params: claims });
    await rooms.opened({ mapId, cookie: owner.cookie });
    for (let round = 0; round < 100; round++) {
      const doc = new Y.Doc();
      for (let word = 0; word < 200; word++) doc.getText('test').insert(0, 'ab');
      const written = Y.encodeStateVector(doc);
      for (let at = 199; at >= 0; at--) doc.getText('test').delete(at * 2, 1);
      socket.send(encodeUpdateFrame(Y.encodeStateAsUpdate(doc, written)));
    }
    expect(await closed).toBe(closeCodes.tooLarge);
  });
});
