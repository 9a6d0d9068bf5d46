import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as events } from '@/app/api/events/route';
import { GET as page } from '@/app/api/maps/[mapId]/evidence/route';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { followStream } from '../../builders/eventStream';
import { addGuest, addMap, addMember, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000, interval: 10 });

describe.each(await listDatabaseKinds())('evidence on an open map (%s)', { timeout: 120_000 }, (kind) => {
  let server: TestRuntime;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
  });
  afterAll(() => server.stop());

  test('a file that comes in is told to members who have a map open, and what they ask for then is what it brought', async () => {
    const { running } = server;
    const [olga, vera, eve] = [
      await addPerson(running, 'Olga'),
      await addPerson(running, 'Vera'),
      await addPerson(running, 'Eve'),
    ];
    const workspaceId = await addWorkspace(running, olga);
    await addMember(running, workspaceId, vera, 'viewer');
    const map = await addMap(running, workspaceId);
    const other = await addMap(running, await addWorkspace(running, eve, 'Elsewhere'));
    const guest = await addGuest(running, map, olga);
    const open = async (mapId: string, cookie: string) =>
      followStream(await callRoute(events, { path: `/api/events?map=${mapId}`, cookie }));
    const streams = [await open(map.id, vera.cookie), await open(map.id, guest.cookie), await open(other.id, eve.cookie)];
    const [viewer, byLink, elsewhere] = streams;

    const program = await ApiClient.of(running, olga);
    const body = { kind: 'survey', name: 'After the call' };
    const source = await program.json<{ id: string }>('POST', `/workspaces/${workspaceId}/sources`, { body, status: 201 });
    const link = { op: 'linkEvidence', target: { type: 'step', id: 'step2' }, sourceId: source.id, filter: { channel: 'phone' } };
    await program.json('POST', `/maps/${map.id}/operations`, { body: { operations: [link] } });
    const ask = (tag = '') =>
      callRoute(page, { params: { mapId: map.id }, cookie: vera.cookie, headers: { 'If-None-Match': tag } });
    const before = await ask();
    const tag = before.headers.get('ETag') ?? '';
    expect((await ask(tag)).status).toBe(304);

    const rows = Array.from(
      { length: 60 },
      (_, index) => `R${index},2026-02-1${index % 10},${index % 2 ? 'phone' : 'shop'},${index % 11}`,
    );
    const text = ['Response ID,Submitted at,Channel,How likely are you to recommend us? (0-10)', ...rows].join('\n');
    const file = { file: new Uint8Array(new TextEncoder().encode(text)), headers: { 'Content-Type': 'text/csv' } };
    const staged = await program.json<{ id: string }>('POST', `/sources/${source.id}/imports?name=a.csv`, {
      ...file,
      status: 201,
    });
    await program.json('POST', `/imports/${staged.id}/start`, { body: {} });
    await running.imports.settled();

    const isTold = { event: 'evidence.changed', data: { payload: { sourceId: source.id, importId: staged.id } } };
    await until(() => expect(viewer?.told).toContainEqual(expect.objectContaining({ event: 'evidence.changed' })));
    expect(viewer?.told.findLast(({ event }) => event === 'evidence.changed')).toMatchObject(isTold);
    const after = await ask(tag);
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ links: [{ state: 'found', answers: 30 }] });
    // Guests have no part in it, and nobody elsewhere hears of it.
    expect([...(byLink?.told ?? []), ...(elsewhere?.told ?? [])].filter(({ event }) => event === 'evidence.changed')).toEqual([]);
    await Promise.all(streams.map((stream) => stream.leave()));
  });
});
