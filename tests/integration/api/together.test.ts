import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readMap } from '@/lib/document/readMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { SyncClient } from '@/tests/builders/syncClient';
import { until } from '../sync/setUp';
import { ApiProcess } from './support/apiProcess';
import type { Scene } from './support/scene';

/** More by `WEGMARKE_ROUNDS=300`. */
const rounds = Number(process.env.WEGMARKE_ROUNDS ?? 3);
const writers = 20;
const changesOfEach = 4;

let api: ApiProcess;
let scene: Scene;
let token: string;
const clients: SyncClient[] = [];
beforeAll(async () => {
  api = await ApiProcess.start();
  scene = await api.scene();
  token = scene.tokens.write;
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});
afterAll(() => api.stop());

/** An unmodified y-websocket client, as a program is one: it claims nothing and begins from an empty document. */
function openClient(mapId: string): SyncClient {
  const client = new SyncClient(api.socketPort, {
    mapId,
    params: {},
    headers: { Origin: null, Authorization: `Bearer ${token}` },
  });
  clients.push(client);
  return client;
}

const cardsOf = (map: JourneyMap): string[] =>
  map.cards.filter(({ deletedAt }) => deletedAt === undefined).map(({ text }) => text);
const documentOf = async (mapId: string): Promise<JourneyMap> => (await api.ask(token, 'GET', `/maps/${mapId}/document`)).map;
const makeMap = async (): Promise<string> => (await api.ask(token, 'POST', `/maps/${scene.ids.mapId}/duplicate`)).id;

type Written = { mapId: string; cards: string[]; titles: string[] };

/** What one program writes, one change after the other; everything that it adds to `written` was acknowledged. */
async function write(writer: number, { mapId, cards, titles }: Written): Promise<void> {
  for (let change = 0; change < changesOfEach; change++) {
    const text = `writer ${writer}, change ${change}`;
    if (change % 2 === 0) {
      const operations = [{ op: 'addCard', at: { stepId: 'step1', laneId: 'lane1' }, text }];
      await api.ask(token, 'POST', `/maps/${mapId}/operations`, { operations });
      cards.push(text);
    } else {
      await api.ask(token, 'PATCH', `/maps/${mapId}`, { title: text });
      titles.push(text);
    }
  }
}

/** Holds when a client shows the map just as the server answers it. */
async function showsAll(client: SyncClient, map: JourneyMap): Promise<void> {
  await until(() => expect(readMap(client.doc).map).toEqual(map));
}

test(`${writers} programs write at once, ${rounds} times: each acknowledged change is on the map once, at the server, in every client, and on disk`, {
  timeout: 60_000 + rounds * 20_000,
}, async () => {
  const all: { mapId: string; document: JourneyMap }[] = [];
  for (let round = 0; round < rounds; round++) {
    const written: Written = { mapId: await makeMap(), cards: [], titles: [] };
    const { mapId } = written;
    const before = cardsOf(await documentOf(mapId));
    const early = openClient(mapId);
    await until(() => expect(early.provider.synced).toBe(true));
    const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer, written)));
    // The second comes in the middle, its first sync among the changes; the first writes in the document itself.
    const late = openClient(mapId);
    early.doc.transact(() => early.doc.getMap('meta').set('kind', 'future'));
    await writing;

    await until(async () => expect((await documentOf(mapId)).meta.kind).toBe('future'));
    const { map: document } = await api.ask(token, 'GET', `/maps/${mapId}/document?deleted=true`);
    expect(cardsOf(document).sort()).toEqual([...before, ...written.cards].sort());
    expect(written.cards).toHaveLength((writers * changesOfEach) / 2);
    expect(written.titles).toContain(document.meta.title);
    expect((await api.ask(token, 'GET', `/maps/${mapId}`)).title).toBe(document.meta.title);
    for (const client of [early, late]) {
      await showsAll(client, document);
      // Nobody was sent away and came back for it.
      expect(client.closes).toEqual([]);
      client.destroy();
    }
    all.push({ mapId, document });
  }
  await api.crash();
  await api.begin();
  for (const { mapId, document } of all.slice(-20)) {
    expect((await api.ask(token, 'GET', `/maps/${mapId}/document?deleted=true`)).map).toEqual(document);
  }
});

test('creations that many ask for at once under a few keys are made once for each key, and a client shows what they hold', async () => {
  const mapId = await makeMap();
  const keys = ['first', 'second', 'third'];
  const list = `/maps?workspace=${scene.ids.workspaceId}&limit=200`;
  const before: { id: string }[] = (await api.ask(token, 'GET', list)).items;
  const ask = async (key: string): Promise<[string, string]> => {
    const headers = { 'Idempotency-Key': `together-${key}` };
    const made = await api.ask(token, 'POST', `/maps/${mapId}/duplicate`, { title: key }, headers);
    return [key, made.id];
  };
  const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => ask(keys[index % keys.length] ?? '')));
  for (const key of keys) expect(new Set(answers.filter(([of]) => of === key).map(([, id]) => id)).size).toBe(1);
  const ids = [...new Set(answers.map(([, id]) => id))];
  expect(ids).toHaveLength(keys.length);
  const after: { id: string }[] = (await api.ask(token, 'GET', list)).items;
  const known = new Set(before.map(({ id }) => id));
  expect(
    after
      .map(({ id }) => id)
      .filter((id) => !known.has(id))
      .sort(),
  ).toEqual(ids.sort());
  for (const id of ids) await showsAll(openClient(id), (await api.ask(token, 'GET', `/maps/${id}/document?deleted=true`)).map);
});

test('of changes that name what they have read (If-Match) one of many at once happens, the others are refused and change nothing', async () => {
  const mapId = await makeMap();
  const client = openClient(mapId);
  for (let round = 0; round < 5; round++) {
    const read = await api.call('GET', `/maps/${mapId}`, { token });
    const headers = { 'If-Match': String(read.headers.etag) };
    const titles = Array.from({ length: 12 }, (_, index) => `round ${round}, ${index}`);
    const replies = await Promise.all(
      titles.map((title) => api.call('PATCH', `/maps/${mapId}`, { token, headers, body: { title } })),
    );
    const winners = titles.filter((_, index) => replies[index]?.status === 200);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(412)]);
    expect((await documentOf(mapId)).meta.title).toBe(winners[0]);
    await until(() => expect(client.title).toBe(winners[0]));
  }
});
