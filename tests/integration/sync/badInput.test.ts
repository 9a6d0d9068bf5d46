import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCards, deleteCards } from '@/lib/document/operations/cards';
import { readMap } from '@/lib/document/readMap';
import { closeCodes } from '@/lib/sync/closeCodes';
import {
  encodeAnswerFrame,
  encodeAwarenessFrame,
  encodeStateVectorFrame,
  encodeUpdateFrame,
  messageTypes,
} from '@/lib/sync/protocol';
import { addScene } from '@/tests/builders/roomServer';
import { claims } from '@/tests/builders/syncClient';
import { until, useRooms } from './setUp';

/** Cards that a map may have in these tests. */
const cardLimit = 40;

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

function frameOf(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** An update of one struct, with a kind of content that Yjs itself never writes like this. */
function structOf(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  // One client with one struct: client 7 at clock 0, in a top-level type.
  for (const number of [1, 1, 7, 0, kind, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, 'test');
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

const realUpdate = updateOf((doc) => doc.getMap('meta').set('asOf', '1999-01-01'));

/** Frames that are not the protocol, each wrong in another way. */
const malformed: Record<string, Uint8Array> = {
  nothing: bytes(),
  'an unknown type': bytes(42),
  'an unfinished number': bytes(0x80),
  'a number beyond 53 bits': bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f),
  'the server’s own message': frameOf(messageTypes.confirmed, 1),
  'an authentication message': bytes(2, 0, 0),
  'a sync message without a step': bytes(0),
  'an unknown sync step': bytes(0, 3, 0),
  'an update without a length': bytes(0, 2),
  'an update shorter than it says': bytes(0, 2, 200, 1, 0),
  'an update with a length of 2 ** 52': frameOf(0, 2, 2 ** 52),
  'an empty update': encodeUpdateFrame(bytes()),
  'an update cut off': encodeUpdateFrame(realUpdate.slice(0, realUpdate.length - 3)),
  'an update without its deletions': encodeUpdateFrame(realUpdate.slice(0, realUpdate.length - 1)),
  'an answer of random bytes': encodeAnswerFrame(bytes(7, 99, 3, 200, 200, 1)),
  'an update that promises 2 ** 31 structs': encodeUpdateFrame(frameOf(1, 2 ** 31, 5, 0)),
  'an update that promises 2 ** 31 clients': encodeUpdateFrame(frameOf(2 ** 31)),
  'an update that promises 2 ** 31 deletions': encodeUpdateFrame(frameOf(0, 1, 5, 2 ** 31)),
  'a deleted struct without a length': encodeUpdateFrame(structOf(1, (encoder) => encoding.writeVarUint(encoder, 0))),
  'a text without a character': encodeUpdateFrame(structOf(4, (encoder) => encoding.writeVarString(encoder, ''))),
  'JSON that is nested too deeply to be written again': encodeUpdateFrame(
    structOf(5, (encoder) => encoding.writeVarString(encoder, nested(10_000))),
  ),
  'a value that is nested too deeply': encodeUpdateFrame(
    structOf(8, (encoder) => {
      for (let level = 0; level < 1_000; level++)
        for (const byte of level === 0 ? [1, 117, 1] : [117, 1]) encoding.writeUint8(encoder, byte);
      encoding.writeUint8(encoder, 126);
    }),
  ),
  'an update in encoding V2': encodeUpdateFrame(Y.convertUpdateFormatV1ToV2(realUpdate)),
  'a state vector cut off': encodeStateVectorFrame(bytes(2, 1)),
  'bytes behind the message': bytes(...encodeUpdateFrame(realUpdate), 0),
  'presence cut off': encodeAwarenessFrame(bytes(1, 5)),
  'presence that promises 2 ** 31 entries': encodeAwarenessFrame(frameOf(2 ** 31)),
  'presence with a state beyond the frame': encodeAwarenessFrame(frameOf(1, 5, 1, 2 ** 40)),
  'presence that is not UTF-8': encodeAwarenessFrame(bytes(1, 5, 1, 2, 0xff, 0xfe)),
};

describe('bad input', () => {
  const rooms = useRooms({ limits: { frameBytes: 100_000, documentBytes: 150_000, bufferedBytes: 200_000, cards: cardLimit } });

  test.each(Object.entries(malformed))(
    'F1: %s is closed with 4400, logged without content, and harms nobody',
    async (_, frame) => {
      const { mapId, owner, join } = await addScene(rooms.server);
      const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
      const before = JSON.stringify(readMap(watcher.doc));
      const logged = rooms.server.logged.length;
      const { socket, closed } = await rooms.socket({ mapId, cookie: (await join('editor')).cookie, params: claims });
      socket.send(frame);
      expect(await closed).toBe(closeCodes.malformed);
      const lines = rooms.server.logged.slice(logged).filter((line) => line.includes('a frame was refused'));
      expect(lines).toHaveLength(1);
      expect(lines[0]).not.toMatch(/Emil|Olga|1999-01-01/);
      expect(JSON.stringify(readMap(watcher.doc))).toBe(before);
      watcher.write('!');
      const other = await rooms.opened({ mapId, cookie: owner.cookie });
      expect(other.title).toContain('!');
      expect(watcher.closes).toEqual([]);
    },
  );

  test('F1: text instead of bytes is closed with 4400', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const { socket, closed } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    socket.send('hello');
    expect(await closed).toBe(closeCodes.malformed);
  });

  test('F1: a frame never shows bytes that lie beside it in memory', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const watcher = await rooms.opened({ mapId, cookie: owner.cookie });
    // An update whose text claims to be longer than the frame.
    const update = updateOf((doc) => doc.getText('test').insert(0, 'abcdefgh'));
    const at = Buffer.from(update).indexOf('abcdefgh') - 1;
    expect(update[at]).toBe(8);
    update[at] = 120;
    const { socket, closed } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    socket.send(encodeUpdateFrame(update));
    expect(await closed).toBe(closeCodes.malformed);
    expect(watcher.doc.getText('test').length).toBe(0);
  });

  test('F2: a frame beyond the limit is closed with 4413, and so is one that would make the document too large', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    client.doc.getText('test').insert(0, 'x'.repeat(110_000));
    await until(() => expect(client.closes).toEqual([closeCodes.tooLarge]));
    expect(client.provider.shouldConnect).toBe(false);
    const second = await rooms.opened({ mapId, cookie: owner.cookie });
    for (let part = 0; part < 4; part++) second.doc.getText('test').insert(0, 'y'.repeat(45_000));
    await until(() => expect(second.closes).toEqual([closeCodes.tooLarge]));
    const { state } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(state.length).toBeLessThan(150_000);
    const third = await rooms.opened({ mapId, cookie: owner.cookie });
    expect(third.doc.getText('test').length).toBe(3 * 45_000);
    await expect(
      rooms.server.rooms.liveMaps.write(mapId, 'system', (doc) => doc.getText('more').insert(0, 'z'.repeat(50_000))),
    ).rejects.toMatchObject({ code: 'tooLarge' });
    // Deleting is possible even when it is full.
    third.doc.getText('test').delete(0, 100_000);
    third.doc.getText('test').insert(0, 'z'.repeat(60_000));
    const fourth = await rooms.opened({ mapId, cookie: owner.cookie });
    await until(() => expect(fourth.doc.getText('test').length).toBe(95_000));
  });

  test('F2: an update that makes more cards than a map may have is closed with 4413; deleted ones make room', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const before = (await rooms.server.rooms.liveMaps.read(mapId)).map;
    const at = { stepId: before.steps[0]?.id ?? '', laneId: before.lanes[0]?.id ?? '' };
    const alive = before.cards.filter(({ deletedAt }) => deletedAt === undefined).length;
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    const blank = (count: number) => ({ at, cards: Array.from({ length: count }, () => ({ text: 'x' })) });
    const made = addCards(client.doc, blank(cardLimit - alive)) ?? [];
    deleteCards(client.doc, { ids: made.slice(0, 1) });
    addCards(client.doc, blank(1));
    const count = async () =>
      (await rooms.server.rooms.liveMaps.read(mapId)).map.cards.filter(({ deletedAt }) => deletedAt === undefined).length;
    await until(async () => expect(await count()).toBe(cardLimit));
    expect(client.closes).toEqual([]);
    addCards(client.doc, blank(1));
    await until(() => expect(client.closes).toEqual([closeCodes.tooLarge]));
    expect(await count()).toBe(cardLimit);
  });

  test('F3: a reader that is too slow is cut off and finds everything when it comes back', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const slow = await rooms.opened({ mapId, cookie: owner.cookie });
    const writer = await rooms.opened({ mapId, cookie: owner.cookie });
    slow.socket?.pause();
    const text = writer.doc.getText('test');
    // Replaced again and again, so that the document stays small while what was sent does not.
    for (let round = 0; round < 400; round++) {
      writer.doc.transact(() => {
        text.delete(0, text.length);
        text.insert(0, String(round % 10).repeat(50_000));
      });
      await new Promise((resolve) => setImmediate(resolve));
      if (rooms.server.rooms.count().connections === 1) break;
    }
    await until(() => expect(rooms.server.rooms.count().connections).toBe(1));
    slow.socket?.resume();
    await until(() => expect(slow.doc.getText('test').toString()).toBe(text.toString()));
    expect(writer.closes).toEqual([]);
  });
});

describe('silence', () => {
  const rooms = useRooms({ limits: { livenessMs: 200, keepAliveMs: 100 } });

  test('F4: a connection that does not answer is dropped; a stock client in a silent room hears something', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const client = await rooms.opened({ mapId, cookie: owner.cookie });
    const { socket } = await rooms.socket({ mapId, cookie: owner.cookie, params: claims });
    expect(rooms.server.rooms.count().connections).toBe(2);
    // A paused socket reads no pings, so it answers none.
    socket.pause();
    await until(() => expect(rooms.server.rooms.count().connections).toBe(1));
    const heard = client.provider.wsLastMessageReceived;
    await until(() => expect(client.provider.wsLastMessageReceived).toBeGreaterThan(heard));
    await until(() => expect(client.provider.wsLastMessageReceived).toBeGreaterThan(heard + 150));
    expect(client.closes).toEqual([]);
  });
});
