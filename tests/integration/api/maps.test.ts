import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapSummary } from '@/lib/api/schemas/map';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { ApiClient } from '../../builders/apiClient';
import { problemOf } from '../../builders/callRoute';
import { addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let program: ApiClient;
let reader: ApiClient;
let stranger: ApiClient;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestRuntime();
  const olga = await addPerson(server.running, 'Olga');
  workspaceId = await addWorkspace(server.running, olga);
  program = await ApiClient.of(server.running, olga);
  reader = await ApiClient.of(server.running, olga, 'read');
  const sven = await addPerson(server.running, 'Sven');
  await addWorkspace(server.running, sven, 'Elsewhere');
  stranger = await ApiClient.of(server.running, sven);
});
afterAll(() => server.stop());

const make = (headers: Record<string, string> = {}) =>
  program.json<MapSummary>('POST', '/maps', {
    body: { workspaceId, source: { type: 'template', id: 'customerServiceCall', locale: 'en' } },
    headers,
    status: 201,
  });
const documentOf = async (mapId: string) => (await program.json<{ map: JourneyMap }>('GET', `/maps/${mapId}/document`)).map;

describe('maps by API', () => {
  test('are made, listed page by page, read, changed, put away and brought back', async () => {
    const made = await make();
    expect(made).toMatchObject({ workspaceId, kind: 'current', deletedAt: null });
    expect(made.url).toMatch(new RegExp(`/maps/${made.id}$`));
    const others = [await make(), await make()];
    const first = await program.json<{ items: MapSummary[]; nextCursor: string }>('GET', '/maps?limit=2');
    const second = await program.json<{ items: MapSummary[]; nextCursor: null }>(
      'GET',
      `/maps?limit=2&cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual([made, ...others].map(({ id }) => id).sort());
    expect(second.nextCursor).toBeNull();

    const changed = await program.json<MapSummary>('PATCH', `/maps/${made.id}`, {
      body: { title: 'My bill', asOf: '2026-11-25' },
    });
    expect(changed.title).toBe('My bill');
    expect((await documentOf(made.id)).meta).toMatchObject({ title: 'My bill', asOf: '2026-11-25' });

    expect((await program.call('DELETE', `/maps/${made.id}`)).status).toBe(204);
    expect((await program.call('GET', `/maps/${made.id}`)).status).toBe(404);
    const bin = await program.json<{ items: MapSummary[] }>('GET', '/maps?deleted=true');
    expect(bin.items).toMatchObject([{ id: made.id, deletedAt: expect.stringMatching(/Z$/) }]);
    expect(await program.json<MapSummary>('POST', `/maps/${made.id}/restore`)).toMatchObject({ id: made.id, deletedAt: null });
    for (const { id } of [made, ...others]) await program.call('DELETE', `/maps/${id}`);
  });

  test('are edited by named operations, all or none, with names for what was just made', async () => {
    const { id: mapId } = await make();
    const before = await documentOf(mapId);
    const operations = [
      { op: 'addStage', title: 'Afterwards', as: 'stage' },
      { op: 'addStep', at: { stageId: '$stage' }, title: 'Checks the next bill', as: 'step' },
      { op: 'addLane', kind: 'thinking', as: 'lane' },
      { op: 'addCards', at: { stepId: '$step', laneId: '$lane' }, cards: [{ text: 'a $step' }, { text: 'b' }] },
    ];
    const { results } = await program.json<{ results: { id?: string; ids?: string[] }[] }>('POST', `/maps/${mapId}/operations`, {
      body: { operations },
    });
    const after = await documentOf(mapId);
    expect(after.steps.find(({ id }) => id === results[1]?.id)).toMatchObject({
      title: 'Checks the next bill',
      pos: { stageId: results[0]?.id },
    });
    expect(after.cards.filter(({ id }) => results[3]?.ids?.includes(id)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['a $step', 'b']),
    );
    expect(after.cards).toHaveLength(before.cards.length + 2);

    for (const [bad, message] of [
      [{ op: 'deleteStep', id: 'nosuch' }, 'cannot be done: not on the map (any more): nosuch'],
      [{ op: 'renameStage', id: '$nosuch', title: 'x' }, 'refers to a name'],
    ] as const) {
      const refused = await program.call('POST', `/maps/${mapId}/operations`, {
        body: { operations: [{ op: 'addStage', title: 'lost' }, bad] },
      });
      const problem = await problemOf(refused);
      expect(problem).toMatchObject({ status: 409, reason: 'operationRefused', errors: [{ path: 'operations.1' }] });
      expect(problem.errors?.[0]?.message).toContain(message);
    }
    expect(await documentOf(mapId)).toEqual(after);

    // What makes nothing, or not exactly one record, has nothing to name.
    for (const bad of [
      { op: 'setTitle', text: 'x', as: 'title' },
      { op: 'addCards', at: { stepId: 's', laneId: 'l' }, cards: [{}], as: 'cards' },
      { op: 'duplicateCards', ids: ['c'], as: 'copy' },
    ]) {
      const refused = await program.call('POST', `/maps/${mapId}/operations`, { body: { operations: [bad] } });
      expect(await problemOf(refused)).toMatchObject({ status: 400, errors: [{ path: 'operations.0' }] });
    }
  });

  test('are not edited by what would keep everybody else waiting', async () => {
    const { id: mapId } = await make();
    const before = await documentOf(mapId);
    const ids = Array(500).fill(before.cards[0]?.id);
    const many = { operations: Array(5).fill({ op: 'duplicateCards', ids }) };
    const refused = await program.call('POST', `/maps/${mapId}/operations`, { body: many });
    expect(await problemOf(refused)).toMatchObject({ status: 413, reason: 'operationsTooMany' });
    const cards = Array(500).fill({});
    const { stepId, laneId } = before.cards[0]?.pos ?? {};
    const full = { operations: Array(5).fill({ op: 'addCards', at: { stepId, laneId }, cards }) };
    expect((await program.call('POST', `/maps/${mapId}/operations`, { body: full })).status).toBe(413);
    expect(await documentOf(mapId)).toEqual(before);
  });

  test('are in the list as the program has just left them', async () => {
    const { id: mapId } = await make();
    const listed = async () => (await program.json<{ items: MapSummary[] }>('GET', '/maps')).items.find(({ id }) => id === mapId);
    for (const title of ['One', 'Two', 'Three']) {
      const changed = await program.json<MapSummary>('PATCH', `/maps/${mapId}`, { body: { title, kind: 'future' } });
      expect(changed).toMatchObject({ title, kind: 'future' });
      expect(await listed()).toEqual(changed);
      expect(await program.json('GET', `/maps/${mapId}`)).toEqual(changed);
    }
    const persona = (await documentOf(mapId)).personas[0]?.id ?? '';
    const operations = [
      { op: 'setTitle', text: 'Four' },
      { op: 'renamePersona', id: persona, name: 'Ada' },
    ];
    await program.json('POST', `/maps/${mapId}/operations`, { body: { operations } });
    expect(await listed()).toMatchObject({ title: 'Four', persona: 'Ada' });
  });

  test('speak the language of their person unless the request names one', async () => {
    const { id: mapId } = await make();
    const source = { workspaceId, source: { type: 'template', id: 'customerServiceCall' } };
    const titleOf = async (headers: Record<string, string | null>): Promise<string> =>
      (await program.json<MapSummary>('POST', '/maps', { body: source, status: 201, headers })).title;
    const copyOf = async (): Promise<string> =>
      (await program.json<MapSummary>('POST', `/maps/${mapId}/duplicate`, { status: 201, headers: { 'Accept-Language': null } }))
        .title;
    expect(await titleOf({ 'Accept-Language': null })).toBe('Calling customer service');
    await server.running.database.prisma.user.updateMany({ data: { locale: 'de' } });
    expect(await titleOf({ 'Accept-Language': null })).toBe('Anruf beim Kundenservice');
    expect(await copyOf()).toMatch(/^Kopie von /);
    expect(await titleOf({ 'Accept-Language': 'en' })).toBe('Calling customer service');
    await server.running.database.prisma.user.updateMany({ data: { locale: null } });
  });

  test('say so when they are asked for something they do not know, and do nothing', async () => {
    const { id: mapId } = await make();
    for (const [method, path, body] of [
      ['POST', `/maps/${mapId}/join-links`, { role: 'editor', expiresAt: '2026-11-28T00:00:00Z' }],
      ['POST', '/maps', { workspaceId: workspaceId, source: { type: 'blank' }, title: 'A title' }],
      ['POST', '/maps', { workspaceId: workspaceId, source: { type: 'blank', title: 'A title' } }],
      ['GET', '/maps?bin=true', undefined],
      ['GET', `/maps/${mapId}?fields=title`, undefined],
    ] as const) {
      const before = await server.running.database.prisma.journeyMap.count();
      const problem = await problemOf(await program.call(method, path, { ...(body ? { body } : {}) }));
      expect(problem).toMatchObject({
        status: 400,
        code: 'invalid',
        errors: [{ message: expect.stringMatching(/Unrecognized key/) }],
      });
      expect(await server.running.database.prisma.journeyMap.count()).toBe(before);
    }
    expect(await program.json('GET', `/maps/${mapId}/join-links`)).toEqual({ items: [] });
  });

  test('answer with tags: unchanged ones are not sent again, and a change of what was not read is refused', async () => {
    const { id: mapId } = await make();
    for (const path of [`/maps/${mapId}`, `/maps/${mapId}/document`]) {
      const response = await program.call('GET', path);
      const etag = response.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      expect((await program.call('GET', path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
      const title = `Title by ${path}`;
      const patch = (tag: string) => program.call('PATCH', `/maps/${mapId}`, { body: { title }, headers: { 'If-Match': tag } });
      expect((await patch('"other"')).status).toBe(412);
      expect((await documentOf(mapId)).meta.title).not.toBe(title);
      expect((await patch(etag)).status).toBe(200);
      expect((await patch(etag)).status).toBe(412);
      expect((await program.call('DELETE', `/maps/${mapId}`, { headers: { 'If-Match': etag } })).status).toBe(412);
    }
  });

  test('are made once for an Idempotency-Key, also when asked twice at once', async () => {
    const headers = { 'Idempotency-Key': 'import-7' };
    const [first, second] = await Promise.all([make(headers), make(headers)]);
    const third = await make(headers);
    expect(new Set([first?.id, second?.id, third.id]).size).toBe(1);
    const other = await program.call('POST', '/maps', { body: { workspaceId, source: { type: 'blank' } }, headers });
    expect(await problemOf(other)).toMatchObject({ status: 409, reason: 'idempotencyKeyUsed' });
  });

  test('are not there for others, and not to be changed by a token that reads', async () => {
    const { id: mapId } = await make();
    const calls = [
      ['GET', `/maps/${mapId}`, undefined],
      ['GET', `/maps/${mapId}/document`, undefined],
      ['PATCH', `/maps/${mapId}`, { title: 'x' }],
      ['DELETE', `/maps/${mapId}`, undefined],
      ['POST', `/maps/${mapId}/operations`, { operations: [{ op: 'setTitle', text: 'x' }] }],
      ['POST', '/maps', { workspaceId, source: { type: 'blank' } }],
    ] as const;
    for (const [method, path, body] of calls) {
      expect((await stranger.call(method, path, { body })).status).toBe(404);
      expect((await reader.call(method, path, { body })).status).toBe(method === 'GET' ? 200 : 403);
    }
    expect(await problemOf(await reader.call('DELETE', `/maps/${mapId}`))).toMatchObject({ reason: 'tokenReadsOnly' });
    expect((await stranger.json<{ items: unknown[] }>('GET', '/maps')).items).toEqual([]);
  });
});

test('what is asked in another way is told how', async () => {
  const confirmed = await program.call('DELETE', `/workspaces/${workspaceId}?confirm=other`);
  expect(await problemOf(confirmed)).toMatchObject({ status: 400, reason: 'workspaceNameWrong', errors: [{ path: 'confirm' }] });
  const put = await program.call('PUT', '/maps');
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  expect((await program.call('GET', '/nosuch')).status).toBe(404);
  expect((await program.call('GET', '/maps/%00')).status).toBe(404);
  // No UTF-8, once decoded.
  for (const path of ['/maps/%ff', '/%c3%28', '/maps/%']) expect((await program.call('GET', path)).status).toBe(404);
  const none = await program.call('GET', '/maps', { headers: { Authorization: 'Bearer wgm_wrong' } });
  expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Wegmarke"']);
  const text = await program.call('POST', '/maps', { body: {}, headers: { 'Content-Type': 'text/plain' } });
  expect(text.status).toBe(415);
  expect(await problemOf(await program.call('GET', '/maps?cursor=x'))).toMatchObject({
    status: 400,
    errors: [{ path: 'cursor' }],
  });
});

describe('files by API', () => {
  const post = (path: string, file: string | Uint8Array<ArrayBuffer>) =>
    program.call('POST', path, { file: typeof file === 'string' ? new TextEncoder().encode(file) : file });
  const journey = 'journey\n  title Calling\n  section Before\n    Sees the bill: 9: Petra\n    Calls: 1: Petra, Max\n';

  test('become maps, with a report of what was not taken over', async () => {
    const check = await post('/maps/import/check?format=mermaid', journey);
    expect(check.status).toBe(200);
    const { report } = (await check.json()) as { report: { line: number }[] };
    expect(report).toEqual([
      expect.objectContaining({ line: 4, code: expect.any(String), message: expect.stringContaining('9') }),
    ]);

    const response = await post(`/maps/import?workspace=${workspaceId}&format=mermaid&name=x.mmd`, journey);
    expect(response.status).toBe(201);
    const made = (await response.json()) as MapSummary & { report: unknown };
    expect(made).toMatchObject({ title: 'Calling', persona: 'Petra', stepCount: 2, report });
    const map = await documentOf(made.id);
    expect(map.meta.notes).toContain('4');

    const again = await post(`/maps/import?workspace=${workspaceId}&format=json`, JSON.stringify({ ...map }));
    const copy = (await again.json()) as MapSummary & { report: unknown };
    expect([again.status, copy.report]).toEqual([201, []]);
    expect(await documentOf(copy.id)).toEqual(map);
  });

  test.each([
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'fileNotUtf8'],
    ['a text without a journey', 'graph TD; a-->b', 'mermaidEmpty'],
  ])('are refused: %s', async (_name, file, reason) => {
    expect(await problemOf(await post(`/maps/import?workspace=${workspaceId}&format=mermaid`, file))).toMatchObject({ reason });
  });
});
