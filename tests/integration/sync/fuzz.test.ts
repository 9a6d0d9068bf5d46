import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { encodePresenceEntries } from '@/lib/sync/presenceEntries';
import { encodeAnswerFrame, encodeAwarenessFrame, encodeStateVectorFrame, encodeUpdateFrame } from '@/lib/sync/protocol';
import { addScene } from '@/tests/builders/roomServer';
import { claims } from '@/tests/builders/syncClient';
import { forgeAs } from './forgeAs';
import { confirming, until, useRooms } from './setUp';

/** More by `WEGMARKE_FRAMES=100000 WEGMARKE_SEED=… npx vitest run --project integration sync/fuzz`. */
const frames = Number(process.env.WEGMARKE_FRAMES ?? 5_000);
const seed = Number(process.env.WEGMARKE_SEED ?? 20_261_122);

/** Numbers from 0 to below 1 that repeat from run to run (mulberry32). */
function random(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Everything that a document's own client wrote, but for the beginning. */
function withoutFirst(doc: Y.Doc, clocks: number): Uint8Array {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.getText('fuzz').insert(0, 'x'.repeat(clocks + 1));
  const before = Y.encodeStateVector(other);
  other.getText('fuzz').insert(0, 'waits');
  const update = Y.encodeStateAsUpdate(other, before);
  other.destroy();
  return update;
}

describe('fuzzing', () => {
  const rooms = useRooms({ limits: { connectionsPerAddress: 10_000, evictAfterMs: 5, compactUpdates: 50 } });

  test(`F1, B3: ${frames} damaged frames (seed ${seed}) harm nobody who edits beside them`, {
    // A guard against hanging: a hundred thousand frames on a busy machine take more than half an hour.
    timeout: 30_000 + frames * (frames > 5_000 ? 100 : 20),
  }, async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const hostile = await join('editor');
    const next = random(seed);
    const upTo = (limit: number): number => Math.floor(next() * limit);
    const clients = await Promise.all([1, 2, 3].map(() => rooms.opened({ mapId, cookie: owner.cookie, params: confirming })));

    // The frames' own document: what is well-formed in them may be taken in, that is what editors may do.
    const source = new Y.Doc();
    let fresh = new Uint8Array([0, 0]);
    source.on('update', (update: Uint8Array) => {
      fresh = new Uint8Array(update);
    });
    const wellFormed = (): Uint8Array => {
      const text = source.getText('fuzz');
      if (text.length > 20 && next() < 0.3) text.delete(upTo(10), 5);
      else text.insert(upTo(text.length), `w${upTo(100)}`);
      const kind = upTo(8);
      if (kind === 0) return encodeStateVectorFrame(Y.encodeStateVector(source));
      if (kind === 1) return encodeAnswerFrame(Y.encodeStateAsUpdate(source));
      if (kind === 2)
        return encodeAwarenessFrame(encodePresenceEntries([{ clientId: upTo(1000), clock: upTo(50), state: '{"cursor":null}' }]));
      // As if the first of the others had written it. That one stays: an id is protected while its owner is here.
      if (kind === 3 && clients[0] && next() < 0.1) return encodeUpdateFrame(forgeAs(clients[0].doc, 'forged '));
      // What waits for something that never comes.
      if (kind === 4 && next() < 0.1) return encodeUpdateFrame(withoutFirst(source, upTo(50)));
      return encodeUpdateFrame(fresh);
    };
    const damaged = (frame: Uint8Array): Uint8Array => {
      const bytes = [...frame];
      for (let hits = 1 + upTo(3); hits > 0; hits--) {
        const how = upTo(4);
        if (how === 0) bytes.splice(upTo(bytes.length), 1 + upTo(4));
        else if (how === 1) bytes.splice(upTo(bytes.length), 0, upTo(256), upTo(256));
        else if (how === 2) bytes[upTo(bytes.length)] = upTo(256);
        else bytes.length = upTo(bytes.length);
      }
      return new Uint8Array(bytes);
    };

    let socket: WebSocket | null = null;
    let edits = 0;
    for (let index = 0; index < frames; index++) {
      if (socket === null || socket.readyState !== socket.OPEN) {
        socket = (await rooms.socket({ mapId, cookie: hostile.cookie, params: claims })).socket;
      }
      socket.send(next() < 0.1 ? wellFormed() : damaged(wellFormed()));
      if (index % 20 === 0) {
        for (const client of clients) client.write(`${edits++} `);
        const client = clients[1 + upTo(2)];
        if (next() < 0.2) client?.provider.disconnect();
        else client?.provider.connect();
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    for (const client of clients) client.provider.connect();
    await until(() => {
      for (const client of clients) {
        expect(client.provider.synced).toBe(true);
        expect(client.title).toBe(clients[0]?.title);
        for (let edit = 0; edit < edits; edit++) expect(client.title).toContain(`${edit} `);
      }
    });
    const states = clients.map((client) => JSON.stringify(readMap(client.doc).map));
    const { map } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(new Set([...states, JSON.stringify(map)]).size).toBe(1);
    // What is stored is the same, read anew.
    socket?.terminate();
    for (const client of clients) client.provider.disconnect();
    await rooms.emptied();
    const again = await rooms.server.rooms.liveMaps.read(mapId);
    expect(JSON.stringify(again.map)).toBe(states[0]);
    expect(rooms.server.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});
