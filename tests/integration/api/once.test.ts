import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allEndpoints } from '@/lib/api/allEndpoints';
import { ApiProcess, type Sent } from './support/apiProcess';
import { fillInJson } from './support/fillIn';
import type { Scene } from './support/scene';

/** More by `WEGMARKE_CRASHES=50`. */
const crashes = Math.min(Number(process.env.WEGMARKE_CRASHES ?? 2), 50);

let api: ApiProcess;
beforeAll(async () => {
  api = await ApiProcess.start();
});
afterAll(() => api.stop());

const creations = allEndpoints.filter(({ idempotent }) => idempotent);

/** The call of an endpoint's example under a key. */
function exampleOf(id: string, scene: Scene, key: string): { path: string; sent: Sent } {
  const endpoint = creations.find((each) => each.id === id);
  if (!endpoint) throw new Error(`${id} heeds no key`);
  const { params = {}, query = {}, body } = fillInJson(endpoint.example ?? {}, scene) as Record<string, Record<string, string>>;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const headers = { 'Idempotency-Key': key, 'Content-Type': endpoint.body?.kind === 'file' ? 'text/plain' : 'application/json' };
  const raw = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  return { path: `${path}?${new URLSearchParams(query)}`, sent: { token: scene.tokens.write, headers, raw } };
}

type Made = { id: string; name?: string; number?: number; comments?: { id: string }[] };

/** Where that which a creation has made is deleted. */
function addressOf(creation: string, made: Made, ids: Scene['ids']): string {
  const map = `/maps/${ids.mapId}`;
  switch (creation) {
    case 'createWorkspace':
      return `/workspaces/${made.id}?${new URLSearchParams({ confirm: made.name ?? '' })}`;
    // A conversation goes with its only comment.
    case 'createCommentThread':
      return `${map}/comments/${made.comments?.[0]?.id}`;
    case 'addComment':
      return `${map}/comments/${made.id}`;
    case 'saveVersion':
      return `${map}/versions/${made.number}`;
    case 'createEntry':
      return `/sources/${ids.interviewsId}/entries/${made.id}`;
    default:
      return `/${collectionOf[creation] ?? 'maps'}/${made.id}`;
  }
}

const collectionOf: Readonly<Record<string, string>> = {
  createJoinLink: 'join-links',
  createViewLink: 'view-links',
  createSource: 'sources',
  createCategory: 'categories',
  createCategoryRule: 'category-rules',
  saveTemplate: 'templates',
};

/** What tells a record from others of its kind: versions go by their number. */
const nameOf = ({ id, number }: Made): unknown => id ?? number;

test('there are creations', () => expect(creations.length).toBeGreaterThan(2));

describe.each(creations.map(({ id }) => id))('%s with an Idempotency-Key', (id) => {
  test('makes one record, asked six times at once and once more', async () => {
    const scene = await api.scene();
    const { path, sent } = exampleOf(id, scene, 'a-key');
    const before = await api.rows();
    const replies = await Promise.all(Array.from({ length: 6 }, () => api.call('POST', path, sent)));
    expect(replies.map(({ status, text }) => (status === 201 ? status : text))).toEqual(replies.map(() => 201));
    const after = await api.rows();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toContain('idempotent_creation');
    const again = await api.call('POST', path, sent);
    expect(nameOf(again.json)).toBeDefined();
    expect(new Set([...replies, again].map(({ json }) => nameOf(json))).size).toBe(1);
    expect(await api.rows()).toEqual(after);

    const other = await api.call('POST', path, { ...sent, raw: `${sent.raw} ` });
    expect([other.status, other.json.reason]).toEqual([409, 'idempotencyKeyUsed']);
    // Another person's key is another key.
    const editors = await api.call('POST', path, { ...sent, token: scene.tokens.editor });
    // Two reasons of one name there are not, and of a map one sign-off is open at most.
    expect(['createCategory', 'putUpSignOff'].includes(id) ? [409] : [201, 403]).toContain(editors.status);
    if (editors.status === 201) expect(nameOf(editors.json)).not.toBe(nameOf(again.json));
  });

  // What was put up for sign-off stays known as long as its map.
  test.skipIf(id === 'putUpSignOff')('says so when its record is gone, and makes no second one', async () => {
    const scene = await api.scene();
    const { path, sent } = exampleOf(id, scene, 'gone');
    const made = (await api.call('POST', path, sent)).json;
    expect((await api.call('DELETE', addressOf(id, made, scene.ids), { token: scene.tokens.write })).status).toBe(204);
    for (let time = 0; time < 2; time++) {
      const again = await api.call('POST', path, sent);
      expect([again.status, again.json.reason]).toEqual([409, 'idempotencyKeyGone']);
    }
  });
});

test(`kill -9 in the middle of creations, ${crashes} times: asked again, each key has one map, those that were answered the same`, {
  timeout: 60_000 * (crashes + 1),
}, async () => {
  const scene = await api.scene();
  const { token, list } = { token: scene.tokens.write, list: `/maps?workspace=${scene.ids.workspaceId}&limit=200` };
  const before = (await api.ask(token, 'GET', list)).items.length;
  const body = { workspaceId: scene.ids.workspaceId, source: { type: 'template', id: 'customerServiceCall', locale: 'en' } };
  const answered = new Map<string, string>();
  const keys: string[] = [];
  const create = async (key: string): Promise<void> => {
    const reply = await api.call('POST', '/maps', { token, body, headers: { 'Idempotency-Key': key } });
    expect(reply.status).toBe(201);
    expect(answered.get(key) ?? reply.json.id).toBe(reply.json.id);
    answered.set(key, reply.json.id);
  };
  for (let crash = 0; crash < crashes; crash++) {
    const round = Array.from({ length: 8 }, (_, index) => `key-${crash}-${index}`);
    keys.push(...round);
    const creating = round.map(create);
    // As soon as some are there, and others are under way.
    await Promise.race(creating);
    await api.crash();
    await Promise.allSettled(creating);
    await api.begin();
    await Promise.all(keys.map(create));
  }
  const { items } = await api.ask(token, 'GET', list);
  expect(items).toHaveLength(before + keys.length);
  for (const id of answered.values()) expect(items.map((item: { id: string }) => item.id)).toContain(id);
});
