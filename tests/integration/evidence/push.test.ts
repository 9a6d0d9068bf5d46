import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeDeliveries } from '@/lib/data/evidence/deliveries';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { ApiClient } from '../../builders/apiClient';
import { listDatabaseKinds } from '../../builders/database';
import { deliver } from '../../builders/deliver';
import { type Delivery, toDelivery } from '../../builders/delivery';
import { addMap, addMember, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Made = { id: string; url: string; secret: string; previousUntil: string | null };
type State = {
  webhook: { id: string } | null;
  deliveries: { outcome: string; added: number; known: number; rejected: number; problem: { sentence: string } | null }[];
  columns: string[][];
};
type Pushed = { added: number; known: number; changed: number; erased: number; expired: number; isRepeated: boolean };
type Figures = { items: { figure: { n: number } }[] };
type Answers = { items: { id: string; verbatims: Record<string, string>; dimensions: object; importId: string }[] };

const question = 'How satisfied were you? (1-5)';
const head = `Response ID,Customer number,Date,Channel,${question},Why?`;
const row = (at: number, prefix = 'R') =>
  `${prefix}${at},C${at},2026-10-0${1 + (at % 9)},phone,${1 + (at % 5)},"Waited long ${at}"`;
const answer = (id: string, more: object = {}) => ({
  ...{ 'Response ID': id, 'Customer number': `K${id}`, Date: '2026-11-20T09:00:00Z', Channel: 'chat', [question]: 5 },
  ...{ 'Why?': `Fast answer ${id}`, ...more },
});

describe.each(await listDatabaseKinds())('answers pushed by a tool (%s)', { timeout: 120_000 }, (kind) => {
  let server: TestRuntime;
  let workspaceId: string;
  let mapId: string;
  let olga: ApiClient;
  let vera: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    const [owner, viewer] = [await addPerson(server.running, 'Olga'), await addPerson(server.running, 'Vera')];
    workspaceId = await addWorkspace(server.running, owner);
    await addMember(server.running, workspaceId, viewer, 'viewer');
    mapId = (await addMap(server.running, workspaceId)).id;
    [olga, vera] = [await ApiClient.of(server.running, owner), await ApiClient.of(server.running, viewer)];
  });
  afterAll(() => server.stop());

  async function stage(sourceId: string, lines: string[]): Promise<string> {
    const file = new Uint8Array(new TextEncoder().encode([head, ...lines, ''].join('\n')));
    const given = { file, headers: { 'Content-Type': 'text/csv' }, status: 201 };
    return (await olga.json<{ id: string }>('POST', `/sources/${sourceId}/imports?name=a.csv`, given)).id;
  }
  async function importFile(sourceId: string, lines: string[]): Promise<string> {
    const id = await stage(sourceId, lines);
    await olga.json('POST', `/imports/${id}/start`, { body: {} });
    await server.running.imports.settled();
    return id;
  }
  async function makeSource(lines: string[] | null = [row(0), row(1), row(2)]): Promise<{ path: string; id: string }> {
    const body = { kind: 'survey', name: 'After the call' };
    const { id } = await olga.json<{ id: string }>('POST', `/workspaces/${workspaceId}/sources`, { body, status: 201 });
    if (lines) await importFile(id, lines);
    return { id, path: `/sources/${id}` };
  }
  const makeHook = (path: string): Promise<Made> => olga.json('POST', `${path}/webhook`, { status: 201 });
  const push = async (delivery: Delivery): Promise<Pushed> => {
    const response = await deliver(delivery);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status}: ${text}`);
    return JSON.parse(text);
  };
  const reasonOf = async (delivery: Delivery): Promise<[number, string]> => {
    const response = await deliver(delivery);
    return [response.status, (await response.json()).reason];
  };
  const stateOf = (path: string): Promise<State> => olga.json('GET', `${path}/webhook`);
  const countOf = async (path: string): Promise<number> =>
    (await olga.json<Figures>('GET', `${path}/figures`)).items[0]?.figure.n ?? 0;

  test('a pushed answer counts at once, is read as the file was, and the same delivery twice is one answer', async () => {
    const source = await makeSource();
    const hook = await makeHook(source.path);
    expect(hook.secret).toMatch(/^whsec_/);
    expect(hook.url).toMatch(new RegExp(`^http.*/api/v1/webhooks/${hook.id}$`));
    const delivery = { ...hook, messageId: 'msg_once', body: answer('S1') };
    expect(await push(delivery)).toMatchObject({ added: 1, known: 0, isRepeated: false });
    expect(await countOf(source.path)).toBe(4);
    expect(await push(delivery)).toMatchObject({ added: 0, known: 1, isRepeated: true });
    // The same answer in another delivery, and one that says something else now.
    expect(await push({ ...hook, body: [answer('S1'), answer('S1', { 'Why?': 'Other' })].slice(1) })).toMatchObject({
      ...{ added: 0, known: 1, changed: 1 },
    });
    // Many at the same moment.
    const sent = { ...hook, messageId: 'msg_storm', body: [{ [question]: 2 }, { [question]: 2 }] };
    await Promise.all(Array.from({ length: 6 }, () => push(sent)));
    expect(await countOf(source.path)).toBe(6);
    const { items } = await olga.json<Answers>('GET', `${source.path}/answers?channel=chat`);
    expect(items).toMatchObject([{ dimensions: { channel: 'chat' }, verbatims: { 2: 'Fast answer S1' } }]);
    const imports = await olga.json<{ items: { id: string; kind: string; added: number }[] }>('GET', `${source.path}/imports`);
    expect(imports.items.map(({ kind: of, added }) => [of, added])).toEqual(
      expect.arrayContaining([
        ['file', 3],
        ['pushed', 3],
      ]),
    );
    // A file that overlaps brings what is new only.
    await importFile(source.id, ['S1,KS1,2026-11-20,chat,5,"Fast answer S1"', row(7)]);
    expect(await countOf(source.path)).toBe(7);
    const { deliveries, columns } = await stateOf(source.path);
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
    expect(columns[0]).toContain(question);
    expect(JSON.stringify(deliveries)).not.toContain('Fast answer');
  });

  test('only the secret of now is believed, and for a while the one before', async () => {
    const source = await makeSource();
    const first = await makeHook(source.path);
    expect(await reasonOf({ ...first, body: answer('A'), off: -400 })).toEqual([401, 'webhookTimestampOff']);
    expect(await reasonOf({ ...first, body: answer('A'), headers: { 'webhook-id': null } })).toEqual([
      401,
      'webhookHeadersMissing',
    ]);
    expect(await reasonOf({ ...first, body: answer('A'), headers: { 'webhook-id': 'another' } })).toEqual([
      401,
      'webhookSignatureWrong',
    ]);
    expect(await reasonOf({ ...first, url: `${first.url}x`, body: answer('A') })).toEqual([404, 'webhookUnknown']);
    expect(await reasonOf({ ...first, body: answer('A'), headers: { 'Content-Type': 'text/plain' } })).toEqual([
      415,
      'mediaExpected',
    ]);
    const second = await olga.json<Made>('POST', `${source.path}/webhook/rotate`, { body: { overlapHours: 1 } });
    expect(second).toMatchObject({ id: first.id, url: first.url, previousUntil: expect.any(String) });
    expect(second.secret).not.toBe(first.secret);
    expect(await push({ ...first, body: answer('A') })).toMatchObject({ added: 1 });
    expect(await push({ ...second, body: answer('B') })).toMatchObject({ added: 1 });
    // A sender that changes its secret signs with both.
    const both = [first, second].map(
      ({ secret }) => toDelivery({ secret, messageId: 'msg_both', body: answer('C') }).headers['webhook-signature'],
    );
    expect(
      await push({ ...second, messageId: 'msg_both', body: answer('C'), headers: { 'webhook-signature': both.join(' ') } }),
    ).toMatchObject({ added: 1 });
    const third = await olga.json<Made>('POST', `${source.path}/webhook/rotate`, { body: { overlapHours: 0 } });
    expect(await reasonOf({ ...second, body: answer('D') })).toEqual([401, 'webhookSignatureWrong']);
    expect(await push({ ...third, body: answer('D') })).toMatchObject({ added: 1 });
    expect((await olga.call('POST', `${source.path}/webhook`)).status).toBe(409);
    expect((await olga.call('DELETE', `${source.path}/webhook`)).status).toBe(204);
    expect(await reasonOf({ ...third, body: answer('E') })).toEqual([404, 'webhookUnknown']);
    expect((await stateOf(source.path)).webhook).toBeNull();
    // What came stays, and a new webhook has another address and secret.
    expect(await countOf(source.path)).toBe(7);
    expect((await makeHook(source.path)).secret).not.toBe(third.secret);
    const stored = JSON.stringify(await server.running.database.prisma.evidenceWebhook.findMany());
    for (const { secret } of [first, second, third]) expect(stored).not.toContain(secret.slice(6));
    const actions = await server.running.database.prisma.auditEntry.findMany({
      where: { action: { startsWith: 'source.webhook' } },
    });
    expect(actions.filter(({ detail }) => JSON.stringify(detail).includes(source.id)).map(({ action }) => action)).toEqual(
      ['Created', 'Rotated', 'Rotated', 'Revoked', 'Created'].map((what) => `source.webhook${what}`),
    );
  });

  test('what cannot be taken over is said row by row, and may be sent again', async () => {
    const source = await makeSource(null);
    const hook = await makeHook(source.path);
    const first = { ...hook, messageId: 'msg_early', body: answer('R50') };
    const early = await deliver({ ...first, headers: { 'Accept-Language': 'de' } });
    expect(early.status).toBe(400);
    expect(await early.json()).toMatchObject({
      reason: 'pushNoPlan',
      detail: expect.stringContaining('Response ID, Customer number'),
    });
    await importFile(source.id, [row(0), row(1)]);
    expect(await push(first)).toMatchObject({ added: 1 });
    const mixed = await push({
      ...hook,
      body: [answer('X1', { [question]: 9 }), answer('X2'), answer('X3', { Date: 'tomorrow' })],
    });
    expect(mixed).toMatchObject({
      added: 1,
      rejected: [
        { row: 0, column: question },
        { row: 2, column: 'Date' },
      ],
    });
    const wrong = await deliver({ ...hook, messageId: 'msg_wrong', body: answer('X4', { [question]: 'a@b.example' }) });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ reason: 'pushRefused', errors: [{ path: `0.${question}` }] });
    expect(await push({ ...hook, messageId: 'msg_wrong', body: answer('X4') })).toMatchObject({ added: 1 });
    expect(await reasonOf({ ...hook, body: 'not json' })).toEqual([400, 'pushNotJson']);
    expect(await reasonOf({ ...hook, body: Array.from({ length: 101 }, (_, at) => answer(`M${at}`)) })).toEqual([
      400,
      'pushRefused',
    ]);
    expect(await push({ ...hook, body: Array.from({ length: 100 }, (_, at) => answer(`M${at}`)) })).toMatchObject({ added: 100 });
    const huge = await deliver({ ...hook, body: answer('H', { 'Why?': 'x'.repeat(300_000) }) });
    expect(huge.status).toBe(413);
    const { deliveries } = await stateOf(source.path);
    expect(deliveries.map(({ outcome, rejected }) => [outcome, rejected]).reverse()).toEqual([
      ...[
        ['noPlan', 0],
        ['taken', 0],
        ['partly', 2],
        ['rejected', 1],
        ['taken', 0],
        ['unreadable', 0],
        ['unreadable', 0],
        ['taken', 0],
      ],
    ]);
    expect(deliveries.find(({ outcome }) => outcome === 'rejected')?.problem?.sentence).toContain('…');
    expect(JSON.stringify(deliveries)).not.toMatch(/a@b|tomorrow/);
  });

  test('whoever was erased stays away, old answers are not taken, and a month of pushes can be taken back', async () => {
    const source = await makeSource();
    const hook = await makeHook(source.path);
    await push({ ...hook, body: [answer('P1'), answer('P2')] });
    const erase = { body: { identifier: 'kp1' } };
    expect(await olga.json('POST', `/workspaces/${workspaceId}/evidence/person/erase`, erase)).toEqual({ erased: 1 });
    expect(await push({ ...hook, body: answer('P1') })).toMatchObject({ added: 0, erased: 1 });
    await olga.json('PATCH', source.path, { body: { retentionDays: 3650 } });
    expect(await push({ ...hook, body: answer('P3', { Date: '1999-01-01T00:00:00Z' }) })).toMatchObject({ added: 0, expired: 1 });
    expect(await countOf(source.path)).toBe(4);
    const { items } = await olga.json<{ items: { id: string; kind: string }[] }>('GET', `${source.path}/imports`);
    const pushed = items.find((one) => one.kind === 'pushed');
    expect((await olga.call('DELETE', `/imports/${pushed?.id}`)).status).toBe(204);
    await server.running.imports.settled();
    expect(await countOf(source.path)).toBe(3);
    expect(await push({ ...hook, body: answer('P2') })).toMatchObject({ added: 1 });
    await removeDeliveries(server.running.database, new Date(Date.now() + 1000));
    expect((await stateOf(source.path)).deliveries).toEqual([]);
    await sweepAnswers(server.running);
    expect(await countOf(source.path)).toBe(4);
  });

  test('a row that a file brings at this moment waits, and is lost in neither', async () => {
    const source = await makeSource();
    const hook = await makeHook(source.path);
    const file = await importFile(source.id, [row(8, 'F')]);
    await server.running.database.prisma.evidenceImport.updateMany({ where: { id: file }, data: { state: 'running' } });
    const overlap = { ...hook, messageId: 'msg_wait', body: [answer('F8'), answer('F9')] };
    const busy = await deliver(overlap);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([409, '30']);
    expect(await push({ ...hook, body: answer('G1') })).toMatchObject({ added: 1 });
    await server.running.database.prisma.evidenceImport.updateMany({ where: { id: file }, data: { state: 'finished' } });
    expect(await push(overlap)).toMatchObject({ added: 1, known: 1 });
    expect((await stateOf(source.path)).deliveries.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'busy']);
  });

  test('a link that asks for words finds what is pushed, and the map’s figure moves', async () => {
    const source = await makeSource(Array.from({ length: 30 }, (_, at) => row(at, 'L')));
    const hook = await makeHook(source.path);
    const link = {
      op: 'linkEvidence',
      target: { type: 'step', id: 'step2' },
      sourceId: source.id,
      filter: { text: 'fast answer' },
    };
    await olga.json('POST', `/maps/${mapId}/operations`, { body: { operations: [link] } });
    type OnMap = { links: { sourceId: string; state: string; answers: number }[] };
    const read = async () =>
      (await vera.json<OnMap>('GET', `/maps/${mapId}/evidence`)).links.find(({ sourceId }) => sourceId === source.id);
    await read();
    await server.running.imports.settled();
    expect(await read()).toMatchObject({ state: 'found', answers: 0 });
    server.told.length = 0;
    await push({ ...hook, body: Array.from({ length: 60 }, (_, at) => answer(`W${at}`)) });
    expect(await read()).toMatchObject({ state: 'found', answers: 60 });
    expect(server.told).toContainEqual(
      expect.objectContaining({ kind: 'evidence.changed', payload: { sourceId: source.id, importId: null } }),
    );
  });

  test('viewers have no part in webhooks', async () => {
    const source = await makeSource();
    await makeHook(source.path);
    const calls = [
      await vera.call('GET', `${source.path}/webhook`),
      await vera.call('POST', `${source.path}/webhook`),
      await vera.call('POST', `${source.path}/webhook/rotate`, { body: {} }),
      await vera.call('DELETE', `${source.path}/webhook`),
    ];
    expect(calls.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
