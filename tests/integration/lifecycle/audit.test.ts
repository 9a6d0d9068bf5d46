import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as audit from '@/app/api/workspaces/[workspaceId]/audit/route';
import type { NamedAuditEntry } from '@/lib/audit/readAudit';
import { appendAudit } from '@/lib/data/audit';
import { renameWorkspace } from '@/lib/data/workspaces';
import { callRoute } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe.each(await listDatabaseKinds())('the audit log (%s)', (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    workspaceId = await addWorkspace(server.running, olga);
    const { id: mapId } = await addMap(server.running, workspaceId);
    const actorId = `user:${olga.actor.userId}`;
    const db = server.running.database;
    for (let number = 0; number < 120; number++) {
      await appendAudit(db, { action: 'map.exported', actorId, workspaceId, mapId, detail: { format: 'pdf' } });
    }
    await appendAudit(db, { action: 'member.removed', actorId, workspaceId, detail: { userId: 'gone', before: 'viewer' } });
    await appendAudit(db, {
      action: 'map.deleted',
      actorId,
      workspaceId: await addWorkspace(server.running, olga, 'Other'),
      mapId,
    });
  });
  afterAll(() => server.stop());

  const read = (query = '', person = olga) =>
    callRoute(audit.GET, { path: `/api/workspaces/x/audit${query}`, params: { workspaceId }, cookie: person.cookie });
  const page = async (query: string) => (await (await read(query)).json()) as { entries: NamedAuditEntry[]; next: string | null };

  test('is read page by page, each entry once, with the names of today', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    do {
      const found: Awaited<ReturnType<typeof page>> = await page(next === '' ? '' : `?before=${next}`);
      seen.push(...found.entries.map(({ id }) => id));
      next = found.next;
    } while (next !== null);
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
    const [first] = (await page('')).entries;
    expect(first).toMatchObject({ action: 'member.removed', actorName: 'Olga', subjectId: 'user:gone', subjectName: null });
  });

  test('can be narrowed down', async () => {
    expect((await page('?kind=member')).entries.map(({ action }) => action)).toEqual(['member.removed']);
    expect((await page('?kind=joinLink')).entries).toEqual([]);
    expect((await read('?kind=everything')).status).toBe(400);
    expect((await read('?before=1%3B')).status).toBe(400);
  });

  test('comes whole as CSV', async () => {
    const response = await read('?format=csv');
    expect(response.headers.get('Content-Disposition')).toContain('Audit log Service.csv');
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(122);
    expect(lines[1]).toContain('Olga ended the membership of Deleted account (role: View).');
  });

  test('says from what to what a workspace was renamed', async () => {
    const { database } = server.running;
    const own = await addWorkspace(server.running, olga, 'viewer');
    await renameWorkspace(database, { id: own, name: 'Rück{frage}', actorId: `user:${olga.actor.userId}` });
    // As older versions have written it.
    await appendAudit(database, { action: 'workspace.renamed', actorId: null, workspaceId: own });
    const response = await callRoute(audit.GET, {
      path: '/api/workspaces/x/audit?format=csv',
      params: { workspaceId: own },
      cookie: olga.cookie,
    });
    const lines = (await response.text()).split('\r\n');
    expect(lines[1]).toContain('Somebody renamed the workspace.');
    expect(lines[2]).toContain('Olga renamed the workspace from “viewer” to “Rück{frage}”.');
  });

  test('is for owners', async () => {
    const editor = await addPerson(server.running, 'Edda');
    await addMember(server.running, workspaceId, editor, 'editor');
    expect((await read('', editor)).status).toBe(403);
    expect((await read('?format=csv', editor)).status).toBe(403);
    expect((await read('', await addPerson(server.running, 'Eve'))).status).toBe(404);
  });
});
