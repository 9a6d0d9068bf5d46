import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as exportRoute } from '@/app/api/maps/[mapId]/export/route';
import { GET as shownRoute } from '@/app/api/maps/[mapId]/shown/route';
import type { MapRow } from '@/lib/data/maps';
import { createExporter } from '@/lib/export/exporter';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { addGuest, addMap, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let olga: Person;
let map: MapRow;
let program: ApiClient;
beforeAll(async () => {
  server = await startTestRuntime();
  server.running.exporter = createExporter();
  olga = await addPerson(server.running, 'Olga');
  map = await addMap(server.running, await addWorkspace(server.running, olga));
  program = await ApiClient.of(server.running, olga);
  await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'Agreed' }, status: 201 });
  const operations = [{ op: 'renameStep', id: 'step1', title: 'Renamed' }];
  await program.json('POST', `/maps/${map.id}/operations`, { body: { operations } });
});
afterAll(async () => {
  await server.running.exporter.close();
  await server.stop();
});

const read = (query: string) => program.call('GET', `/maps/${map.id}/export?${query}`);

test('a picture shows what lies between two states, also of another map; data cannot', async () => {
  const svg = await (await read('format=svg&locale=en&compare=1..live')).text();
  expect(svg).toContain('Sees the bill Renamed');
  expect(svg).toMatch(/Version 1 “Agreed”, .* → Now/);
  const pdf = await read('format=pdf&locale=de&compare=1..live');
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(decodeURIComponent(pdf.headers.get('content-disposition') ?? '')).toContain('Vergleich');
  const copy = await duplicateMap(server.running, olga.actor, map, { locale: 'en', title: 'A second' });
  // Of two maps nobody knows which “Now” is which: both say it, and of which day.
  const two = await (await read(`format=svg&locale=en&compare=live..${copy.id}@live`)).text();
  const now = String.raw`, now \(\d{1,2} \w+ \d{4}\)`;
  expect(two).toMatch(new RegExp(`Current state “${map.title}”${now} → Current state “A second”${now}`));
  // Both have left their workspace.
  const noted = await server.running.database.prisma.auditEntry.findMany({ where: { action: 'map.exported', mapId: copy.id } });
  expect(noted).toHaveLength(1);
  expect((await read('format=json&compare=1..live')).status).toBe(400);
  expect((await read('format=svg&compare=1..')).status).toBe(400);
  expect((await read('format=svg&compare=1..9')).status).toBe(404);
  expect((await read('format=svg&compare=1..nosuch@live')).status).toBe(404);
});

test('only for whoever may see both: no guest who is only shown the map, and nobody of elsewhere', async () => {
  const { cookie } = await addGuest(server.running, map, olga, 'viewer');
  const path = '/?format=svg&compare=1..live';
  expect((await callRoute(exportRoute, { params: { mapId: map.id }, cookie, path })).status).toBe(403);
  const eve = await addPerson(server.running, 'Eve');
  const theirs = await addMap(server.running, await addWorkspace(server.running, eve, 'Elsewhere'));
  expect((await read(`format=svg&compare=live..${theirs.id}@live`)).status).toBe(404);
  // What a page compares with is fetched as it stands.
  const shown = await callRoute(shownRoute, { params: { mapId: map.id }, cookie });
  expect(shown.status).toBe(200);
  expect(JSON.stringify(await shown.json())).toContain('Renamed');
  expect((await callRoute(shownRoute, { params: { mapId: theirs.id }, cookie })).status).toBe(404);
});
