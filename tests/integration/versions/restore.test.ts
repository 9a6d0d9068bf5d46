import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { findMap, type MapRow } from '@/lib/data/maps';
import * as restores from '@/lib/data/restores';
import { serverOrigin } from '@/lib/document/createDocument';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { readMap } from '@/lib/document/readMap';
import type { MapPart } from '@/lib/document/restore/parts';
import { setText, textOf } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import { compareMaps } from '@/lib/versions/compareVersions';
import { deleteVersion } from '@/lib/versions/deleteVersion';
import { encodeVersion } from '@/lib/versions/encodeVersion';
import { listVersions } from '@/lib/versions/listVersions';
import { readComparedMap } from '@/lib/versions/readComparedMap';
import { readVersionMap, requireVersion } from '@/lib/versions/readVersion';
import { replayRestore } from '@/lib/versions/replayRestore';
import { restoreVersion, undoVersionRestore } from '@/lib/versions/restoreVersion';
import { saveVersion } from '@/lib/versions/saveVersion';
import type { Person } from '../../builders/people';
import { addScene, type RoomServer, startRoomServer } from '../../builders/roomServer';
import { SyncClient } from '../../builders/syncClient';

const said = (doc: Y.Doc): string => toCanonicalJson(toStandingMap(readMap(doc).map));
const seenOn = (doc: Y.Doc): string => {
  const { cells, unplacedCards } = arrange(readMap(doc).map);
  return [...[...cells.values()].flat(), ...unplacedCards].map(({ text }) => text).join('\n');
};

describe('bringing a version back', () => {
  let server: RoomServer;
  beforeAll(async () => {
    server = await startRoomServer();
    // As the threads do it.
    Object.assign(server.running, {
      exporter: {
        encodeVersion: async (updates: Uint8Array[]) => encodeVersion(updates),
        replayRestore: async (restore: Parameters<typeof replayRestore>[0]) => replayRestore(restore),
      },
    });
  });
  afterAll(() => server.stop());

  async function scene() {
    const { owner, mapId, join } = await addScene(server);
    const map = (await findMap(server.running.database, mapId)) as MapRow;
    const editors = [await join('editor', 'Emil'), await join('editor', 'Ada')];
    return { map, owner, editors };
  }
  const save = (map: MapRow, { actor }: Person) =>
    saveVersion(server.running, map, { kind: 'manual', actorId: `user:${actor.userId}` });
  const write = (map: MapRow, change: (doc: Y.Doc) => void) => server.running.liveMaps.write(map.id, 'system', change);
  const live = async (map: MapRow) => (await server.running.liveMaps.read(map.id)).map;
  const versionOf = (map: MapRow, number: number) => requireVersion(server.running.database, map.id, number);

  test('makes the live map say what it said, keeps what was there before, and can be undone once', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    const then = await live(map);
    await write(map, (doc) => {
      setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'Something else' }, serverOrigin);
      deleteCards(doc, { ids: ['card2'] }, serverOrigin);
      addCard(doc, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'New' }, serverOrigin);
    });
    const between = await live(map);
    const { before, changes } = await restoreVersion(server.running, owner.actor, map, await versionOf(map, 1));
    expect([before.kind, before.number, changes]).toEqual(['beforeRestore', 2, 3]);
    expect(toCanonicalJson(toStandingMap(await live(map)))).toBe(toCanonicalJson(toStandingMap(then)));
    const kept = await readVersionMap(server.running, await versionOf(map, 2));
    expect(toCanonicalJson(kept)).toBe(toCanonicalJson(between));

    expect((await undoVersionRestore(server.running, owner.actor, map, 2)).kept).toBe(0);
    expect(toCanonicalJson(toStandingMap(await live(map)))).toBe(toCanonicalJson(toStandingMap(between)));
    await expect(undoVersionRestore(server.running, owner.actor, map, 2)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undoVersionRestore(server.running, owner.actor, map, 1)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('happens on one map once at a time', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await write(map, (doc) => void deleteCards(doc, { ids: ['card1'] }, serverOrigin));
    const version = await versionOf(map, 1);
    const { before } = await restoreVersion(server.running, owner.actor, map, version);
    await write(map, (doc) => void deleteCards(doc, { ids: ['card2'] }, serverOrigin));
    const first = restoreVersion(server.running, owner.actor, map, version);
    const busy = { code: 'conflict', messageKey: 'restoreBusy' };
    await expect(restoreVersion(server.running, owner.actor, map, version)).rejects.toMatchObject(busy);
    await expect(undoVersionRestore(server.running, owner.actor, map, before.number)).rejects.toMatchObject(busy);
    expect((await first).changes).toBe(1);
    // What fails holds nothing up.
    await expect(undoVersionRestore(server.running, owner.actor, map, 99)).rejects.toMatchObject({ code: 'notFound' });
    expect((await restoreVersion(server.running, owner.actor, map, version)).changes).toBe(0);
  });

  test('of a version that is deleted meanwhile says so', async () => {
    const { map, owner } = await scene();
    const version = await save(map, owner);
    const stored = await versionOf(map, 1);
    // Deleted between reading it and noting that it is brought back.
    const { exporter } = server.running;
    const encode = vi.spyOn(exporter, 'encodeVersion').mockImplementationOnce(async (updates) => {
      await deleteVersion(server.running, owner.actor, map, version);
      return encodeVersion([...updates]);
    });
    await expect(restoreVersion(server.running, owner.actor, map, stored)).rejects.toMatchObject({
      code: 'notFound',
      messageKey: 'versionNotFound',
    });
    encode.mockRestore();
  });

  test('can be undone again when undoing it broke off', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await write(map, (doc) => void deleteCards(doc, { ids: ['card1'] }, serverOrigin));
    const { before } = await restoreVersion(server.running, owner.actor, map, await versionOf(map, 1));
    const failing = vi.spyOn(server.running.liveMaps, 'write').mockRejectedValueOnce(new Error('broken off'));
    await expect(undoVersionRestore(server.running, owner.actor, map, before.number)).rejects.toThrow('broken off');
    failing.mockRestore();
    expect((await undoVersionRestore(server.running, owner.actor, map, before.number)).taken).toBe(1);
  });

  const reword = (map: MapRow, text: string) =>
    write(map, (doc) => void setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text }, serverOrigin));
  const markOf = async (map: MapRow, number: number) =>
    (await listVersions(server.running.database, map.id, { limit: 50 })).items.find((one) => one.number === number)?.restore;

  test('that the server did not come to before it ended is told as such, and undoing it takes nothing back', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await reword(map, 'Opens the large letter');
    const version = await versionOf(map, 1);
    const never = vi.spyOn(server.running.liveMaps, 'write').mockRejectedValueOnce(new Error('the process ends'));
    const forgotten = vi.spyOn(restores, 'deleteRestore').mockRejectedValueOnce(new Error('the process ends'));
    await expect(restoreVersion(server.running, owner.actor, map, version)).rejects.toThrow('the process ends');
    never.mockRestore();
    forgotten.mockRestore();
    expect(await markOf(map, 2)).toEqual({ number: 1, name: '', parts: null, isUndone: false, isPending: true });
    // Another one follows, which did happen: undoing the first is not undoing that one.
    expect((await restoreVersion(server.running, owner.actor, map, version)).changes).toBe(1);
    const restored = toCanonicalJson(await live(map));
    expect(await undoVersionRestore(server.running, owner.actor, map, 2)).toEqual({ taken: 0, kept: 0 });
    expect(toCanonicalJson(await live(map))).toBe(restored);
    expect(await markOf(map, 2)).toMatchObject({ isUndone: true, isPending: false });
    expect((await undoVersionRestore(server.running, owner.actor, map, 3)).taken).toBe(1);
    expect((await live(map)).cards.find(({ id }) => id === 'card1')?.text).toBe('Opens the large letter');
  });

  test('is noted as done with its change, whatever fails after it', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await reword(map, 'Opens the large letter');
    const version = await versionOf(map, 1);
    const unnoted = vi.spyOn(restores, 'markRestored').mockRejectedValueOnce(new Error('broken off'));
    expect((await restoreVersion(server.running, owner.actor, map, version)).before.number).toBe(2);
    unnoted.mockRestore();
    expect(server.logged.join()).toContain('a restore could not be noted or told of');
    expect(await markOf(map, 2)).toMatchObject({ isUndone: false, isPending: false });
    expect((await undoVersionRestore(server.running, owner.actor, map, 2)).taken).toBe(1);
    // Committed, and no answer: it stays one that can be undone.
    const { write: really } = server.running.liveMaps;
    const unanswered = vi.spyOn(server.running.liveMaps, 'write').mockImplementationOnce(async (...change) => {
      await really(...change);
      throw new Error('no answer');
    });
    await expect(restoreVersion(server.running, owner.actor, map, version)).rejects.toThrow('no answer');
    unanswered.mockRestore();
    expect(await markOf(map, 3)).toMatchObject({ isUndone: false, isPending: false });
    expect((await undoVersionRestore(server.running, owner.actor, map, 3)).taken).toBe(1);
  });

  test('is told of once it is done, or refused, and not while it is under way', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await reword(map, 'Opens the large letter');
    const version = await versionOf(map, 1);
    const { write: really } = server.running.liveMaps;
    const meanwhile: unknown[] = [];
    const slow = vi.spyOn(server.running.liveMaps, 'write').mockImplementationOnce(async (...change) => {
      meanwhile.push(await markOf(map, 2));
      const done = await really(...change);
      meanwhile.push(await markOf(map, 2));
      return done;
    });
    const told = vi.spyOn(server.running.events, 'publish');
    const numbers = () => told.mock.calls.flatMap(([event]) => (event.kind === 'versions.changed' ? [event.payload] : []));
    await restoreVersion(server.running, owner.actor, map, version);
    expect(meanwhile).toEqual([null, null]);
    expect(await markOf(map, 2)).toMatchObject({ isPending: false });
    expect(numbers()).toEqual([{ number: 2 }, { number: 2 }]);
    told.mockClear();
    slow.mockRejectedValueOnce(new Error('refused'));
    await expect(restoreVersion(server.running, owner.actor, map, version)).rejects.toThrow('refused');
    expect(await markOf(map, 3)).toBeNull();
    expect(numbers()).toEqual([{ number: 3 }, { number: 3 }]);
    told.mockRestore();
    slow.mockRestore();
  });

  test('of parts touches nothing else', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await write(map, (doc) => void deleteCards(doc, { ids: ['card1', 'card2'] }, serverOrigin));
    await restoreVersion(server.running, owner.actor, map, await versionOf(map, 1), [{ type: 'card', id: 'card2' }]);
    const alive = (await live(map)).cards.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id);
    expect(alive).toEqual(['card2', 'card3', 'card4']);
    await undoVersionRestore(server.running, owner.actor, map, 2);
    expect((await live(map)).cards.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(2);
  });

  const pieces: MapPart[] = [
    { type: 'step', id: 'step2' },
    { type: 'card', id: 'card1' },
  ];
  test.each([
    ['the whole of it', null],
    ['parts of it', pieces],
  ])('while two people type loses no word of theirs, nor does undoing it: %s', async (_, parts) => {
    const { map, owner, editors } = await scene();
    await save(map, owner);
    const added = await new Promise<string[]>((resolve) => {
      void write(map, (doc) => {
        const at = { stepId: 'step2', laneId: 'lane1' };
        const ids = ['One that goes', 'Another that goes'].map((text) => addCard(doc, { at, text }, serverOrigin) ?? '');
        setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'Opens the large letter' }, serverOrigin);
        resolve(ids);
      });
    });
    const clients = editors.map(({ cookie }) => new SyncClient(server.port, { mapId: map.id, cookie }));
    await vi.waitFor(() => expect(clients.every(({ provider }) => provider.synced)).toBe(true), 20_000);
    const typed: string[] = [];
    const type = (client: SyncClient, who: string, cardId: string, count: number): void => {
      const text = textOf(client.doc, { type: 'card', id: cardId, field: 'text' });
      const word = `${who}${count}x${cardId}`;
      // Each at a place of their own, as nobody types into the middle of another's word.
      text?.insert(who === 'emil' ? 0 : text.length, who === 'emil' ? `${word} ` : ` ${word}`);
      typed.push(word);
    };
    let typing = true;
    const people = clients.map(async (client, index) => {
      for (let count = 0; typing; count++) {
        type(client, index === 0 ? 'emil' : 'ada', ['card1', 'card3', ...added][count % 4] ?? 'card1', count);
        // As fast as nobody types; a text holds 20,000 letters.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await vi.waitFor(() => expect(typed.length).toBeGreaterThan(40), 20_000);
    const { before } = await restoreVersion(server.running, owner.actor, map, await versionOf(map, 1), parts);
    const soFar = typed.length;
    await vi.waitFor(() => expect(typed.length).toBeGreaterThan(soFar + 40), 20_000);
    await undoVersionRestore(server.running, owner.actor, map, before.number);
    const undone = typed.length;
    await vi.waitFor(() => expect(typed.length).toBeGreaterThan(undone + 40), 20_000);
    typing = false;
    await Promise.all(people);
    await vi.waitFor(async () => {
      const now = toCanonicalJson(toStandingMap(await live(map)));
      for (const { doc } of clients) expect(said(doc)).toBe(now);
    }, 20_000);
    for (const { doc } of clients) {
      expect(readMap(doc).issues).toEqual([]);
      const seen = new Set(seenOn(doc).split(/\s+/));
      expect(typed.filter((word) => !seen.has(word))).toEqual([]);
    }
    for (const client of clients) client.destroy();
  });

  test('is compared with the live map in sentences and word by word', async () => {
    const { map, owner } = await scene();
    await save(map, owner);
    await write(map, (doc) => {
      setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'Opens the old letter' }, serverOrigin);
    });
    const side = (state: number | 'live') => readComparedMap(server.running, owner.actor, map.id, { mapId: null, state });
    const [before, after] = [await side(1), await side('live')];
    const { summary, differences } = compareMaps(before, after, 'de');
    expect(summary).toEqual([
      {
        text: '1 Zettel lautet anders: „Opens the old letter“.',
        targets: [{ collection: 'cards', id: 'card1', side: 'after' }],
      },
    ]);
    expect(differences).toMatchObject([
      {
        kind: 'changed',
        collection: 'cards',
        fields: [{ field: 'text', words: [{ kind: 'same' }, { kind: 'added', text: 'old ' }, { kind: 'same' }] }],
      },
    ]);
    expect(compareMaps(before, before, 'en')).toEqual({ matching: 'ids', matched: [], summary: [], differences: [] });
  });
});
