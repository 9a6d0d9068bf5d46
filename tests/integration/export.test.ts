import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as exportRoute from '@/app/api/maps/[mapId]/export/route';
import * as schemaRoute from '@/app/schemas/journey-map.v1.json/route';
import { listAudit } from '@/lib/data/audit';
import { createExporter } from '@/lib/export/exporter';
import { callRoute, problemOf } from '../builders/callRoute';
import { mapBuilder, smallMap } from '../builders/map';
import { addMap, addPerson, addWorkspace, type Person } from '../builders/people';
import { startTestRuntime, type TestRuntime } from '../builders/testRuntime';

let server: TestRuntime;
let owner: Person;
let workspaceId: string;
let mapId: string;
beforeAll(async () => {
  server = await startTestRuntime();
  server.running.exporter = createExporter();
  owner = await addPerson(server.running, 'Olga');
  workspaceId = await addWorkspace(server.running, owner);
  mapId = (await addMap(server.running, workspaceId, smallMap())).id;
});
afterAll(async () => {
  await server.running.exporter.close();
  await server.stop();
});

/** Too wide to be read on A4, and with characters that no shipped font has. */
function wideMap() {
  const draft = mapBuilder({ title: 'Tokio 東京' });
  const stage = draft.addStage('Before');
  for (let step = 0; step < 12; step++) draft.addStep(stage, 'Waits');
  return draft.toMap();
}

const get = (query: string, { cookie }: { cookie?: string } = owner, id = mapId) =>
  callRoute(exportRoute.GET, {
    path: `/api/maps/${id}/export?${query}`,
    params: { mapId: id },
    ...(cookie === undefined ? {} : { cookie }),
  });

describe('a map as a file', () => {
  test.each([
    ['format=pdf&paper=a3', 'application/pdf', '%PDF', 'pdf'],
    ['format=png&scale=1', 'image/png', '\u0089PNG', 'png'],
    ['format=svg&theme=dark&locale=de', 'image/svg+xml', '<svg', 'svg'],
    ['format=json', 'application/json', '{\n  ', 'json'],
    ['format=mermaid', 'text/vnd.mermaid; charset=utf-8', 'jour', 'mmd'],
  ])('%s', async (query, mediaType, start, extension) => {
    const response = await get(query);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(mediaType);
    expect(response.headers.get('Content-Disposition')).toContain(`filename="A bill that is too high.${extension}"`);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(start);
    expect((await listAudit(server.running.database, { workspaceId }))[0]).toMatchObject({
      action: 'map.exported',
      actorId: `user:${owner.actor.userId}`,
      mapId,
      detail: { format: extension === 'mmd' ? 'mermaid' : extension },
    });
  });

  test('in JSON names the schema of this installation, which is served, and with it says what was deleted only when asked', async () => {
    const gone = smallMap();
    const id = (
      await addMap(server.running, workspaceId, { ...gone, cards: gone.cards.map((card) => ({ ...card, deletedAt: 5 })) })
    ).id;
    const [plain, whole] = [await get('format=json', owner, id), await get('format=json&deleted=true', owner, id)];
    const file = await plain.json();
    expect([file.map.cards.length, (await whole.json()).map.cards.length]).toEqual([0, gone.cards.length]);
    expect(new URL(file.$schema).pathname).toBe('/schemas/journey-map.v1.json');
    const schema = await callRoute(schemaRoute.GET, { path: '/schemas/journey-map.v1.json' });
    expect([schema.status, schema.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=86400']);
    expect(await schema.json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { map: { $ref: '#/$defs/journeyMap' } },
    });
  });

  test('as a Mermaid journey says what it lacks, and keeps it as comments when asked', async () => {
    const response = await get('format=mermaid&comments=true&locale=de');
    const warnings = JSON.parse(decodeURIComponent(response.headers.get('X-Export-Warnings') ?? ''));
    expect(warnings).toContainEqual({ code: 'mermaidLoss', kind: 'cards', count: 4 });
    const text = await response.text();
    expect(text).toContain('        Calls: 1: Petra, 52'.replace('Petra, 52', 'Petra#44; 52, Max#44; 24'));
    expect(text).toContain('%% Alles-oder-nichts-Moment: ');
    expect(text).toContain('%% Notizen: Mondays are worst');
    expect(await (await get('format=mermaid')).text()).not.toContain('%%');
    const report = await get('format=mermaid&report=true');
    expect(await report.json()).toEqual({ missing: [], warnings });
  });

  test('tells what it lacks, in its headers and as a report that is no export', async () => {
    const id = (await addMap(server.running, workspaceId, wideMap())).id;
    const response = await get('format=svg', owner, id);
    expect(JSON.parse(decodeURIComponent(response.headers.get('X-Export-Missing') ?? ''))).toEqual(['東', '京']);
    const before = (await listAudit(server.running.database, { workspaceId })).length;
    const report = await get('format=pdf&paper=a4&orientation=portrait&report=true', owner, id);
    expect(await report.json()).toEqual({
      missing: ['東', '京'],
      warnings: [{ code: 'textTooSmall', points: expect.any(Number), paper: expect.stringMatching(/^a[0-3]$/) }],
    });
    expect((await listAudit(server.running.database, { workspaceId })).length).toBe(before);
  });

  test.each(['', 'format=exe', 'format=png&scale=3', 'format=pdf&paper=letter', 'format=svg&locale=xx'])(
    'is not made of “%s”',
    async (query) => {
      expect(await problemOf(await get(query))).toMatchObject({ code: 'invalid', status: 400 });
    },
  );

  test('is for those who may read the map: others do not learn that it exists', async () => {
    const stranger = await addPerson(server.running, 'Sven');
    expect(await problemOf(await get('format=json', stranger))).toMatchObject({ status: 404 });
    expect(await problemOf(await get('format=json', {}))).toMatchObject({ status: 401 });
    expect(await problemOf(await get('format=json', owner, 'nosuchmap'))).toMatchObject({ status: 404 });
  });
});
