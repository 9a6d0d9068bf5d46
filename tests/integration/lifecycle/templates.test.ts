import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as mapTemplates from '@/app/api/maps/[mapId]/templates/route';
import * as maps from '@/app/api/maps/route';
import * as templateRoute from '@/app/api/templates/[templateId]/route';
import { readAuditPage } from '@/lib/audit/readAudit';
import { listAudit } from '@/lib/data/audit';
import { binMap } from '@/lib/data/auditedMaps';
import { storeBlob } from '@/lib/data/blobs';
import { addMapFile } from '@/lib/data/mapFiles';
import { findMapTemplate, listMapTemplates, readMapTemplate } from '@/lib/data/mapTemplates';
import { purgeMarked, purgeWorkspace } from '@/lib/data/purge';
import { binWorkspace } from '@/lib/data/workspaceBin';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { readOutline } from '@/lib/map/templates/outline';
import { template } from '@/lib/map/templates/template';
import { mostTemplates } from '@/lib/maps/saveTemplate';
import { ApiClient } from '../../builders/apiClient';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { mapWithCardParts } from '../../builders/map';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe.each(await listDatabaseKinds())('templates of a workspace (%s)', (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let emil: Person;
  let viewer: Person;
  let workspaceId: string;
  let otherId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    emil = await addPerson(server.running, 'Emil');
    viewer = await addPerson(server.running, 'Vera');
    workspaceId = await addWorkspace(server.running, olga);
    otherId = await addWorkspace(server.running, olga, 'Sales');
    await addMember(server.running, workspaceId, emil, 'editor');
    await addMember(server.running, workspaceId, viewer, 'viewer');
  });
  afterAll(() => server.stop());

  const save = (mapId: string, body: object, person = emil) =>
    callRoute(mapTemplates.POST, { method: 'POST', params: { mapId }, cookie: person.cookie, body });
  const savedId = async (mapId: string, body: object, person = emil): Promise<string> => {
    const response = await save(mapId, body, person);
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };
  const make = (templateId: string, person = emil, into = workspaceId) =>
    callRoute(maps.POST, {
      method: 'POST',
      cookie: person.cookie,
      body: { workspaceId: into, source: { type: 'workspaceTemplate', id: templateId } },
    });
  const change = (method: 'PATCH' | 'DELETE', templateId: string, person: Person, body?: object) =>
    callRoute(method === 'PATCH' ? templateRoute.PATCH : templateRoute.DELETE, {
      method,
      params: { templateId },
      cookie: person.cookie,
      ...(body ? { body } : {}),
    });
  const contentOf = async (mapId: string): Promise<JourneyMap> => (await server.running.liveMaps.read(mapId)).map;

  test('a template is what was on the live map at that moment, without what was deleted', async () => {
    const { database, liveMaps } = server.running;
    const { id: mapId } = await addMap(server.running, workspaceId, template('onboarding', 'en'));
    const before = await contentOf(mapId);
    const [gone] = before.cards;
    await liveMaps.write(mapId, 'user:x', (doc) => void deleteCards(doc, { ids: [gone?.id ?? ''] }));
    const id = await savedId(mapId, { name: '  New \n customer ', description: 'For  contracts' });
    const row = await findMapTemplate(database, id);
    expect(row).toMatchObject({ workspaceId, name: 'New customer', description: 'For contracts' });
    expect(readOutline(row?.outline)).toMatchObject({ stages: 5, steps: 12, moments: 3 });
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'maps.changed', workspaceId }));

    const { pos } = before.cards[1] ?? {};
    if (!pos) throw new Error('no card');
    await liveMaps.write(
      mapId,
      'user:x',
      (doc) => void addCard(doc, { at: { stepId: pos.stepId, laneId: pos.laneId }, text: 'Said later' }),
    );
    const made = await make(id);
    expect(made.status).toBe(201);
    const content = await contentOf(((await made.json()) as { id: string }).id);
    const cards = before.cards.filter((card) => card.id !== gone?.id);
    expect(content).toEqual({ ...before, cards, meta: { ...before.meta, title: 'New customer' } });
  });

  test('pictures and files stay with their map', async () => {
    const { database } = server.running;
    const { id: mapId } = await addMap(server.running, workspaceId, mapWithCardParts());
    const id = await savedId(mapId, { name: 'With pictures' });
    const text = (await readMapTemplate(database, id)) ?? '';
    expect(text).not.toContain('bill.png');
    // As an older release kept it, with files that the map still has.
    const { hash } = await storeBlob(database, Buffer.from('a picture'), 'image/png');
    await addMapFile(database, {
      ...{ id: 'file1', mapId, hash, smallHash: null, name: 'bill.png', mediaType: 'image/png', size: 1 },
      ...{ width: 1, height: 1, createdBy: olga.actor.userId },
    });
    const content = toCanonicalJson({ ...(JSON.parse(text) as JourneyMap), attachments: mapWithCardParts().attachments });
    await database.prisma.mapTemplate.update({ where: { id }, data: { content } });
    const made = (await (await make(id)).json()) as { id: string };
    expect((await contentOf(made.id)).attachments).toEqual([]);
    expect((await contentOf(made.id)).cardTags).toHaveLength(4);
  });

  test('the structure alone leaves what people wrote behind', async () => {
    const { id: mapId } = await addMap(server.running, workspaceId, template('insuranceClaim', 'de'));
    const id = await savedId(mapId, { name: 'Gerüst', scope: 'structure' });
    const text = (await readMapTemplate(server.running.database, id)) ?? '';
    expect(text).toContain('Entdeckt das Wasser in der Küche');
    expect(text).not.toContain('Frau Seidel');
    const made = (await (await make(id)).json()) as { id: string };
    expect(await contentOf(made.id)).toMatchObject({ meta: { title: 'Gerüst' }, cards: [], emotions: [] });
  });

  test('editors rename and delete; the audit log says who did what', async () => {
    const { database } = server.running;
    const { id: mapId } = await addMap(server.running, workspaceId);
    const id = await savedId(mapId, { name: 'First name' });
    expect(await (await change('PATCH', id, emil, { name: 'Second name' })).json()).toEqual({
      id,
      name: 'Second name',
      description: '',
    });
    expect((await change('PATCH', id, emil, { description: 'What for' })).status).toBe(200);
    expect((await change('PATCH', id, emil, {})).status).toBe(200);
    for (const bad of [
      { name: ' ' },
      { name: 'x'.repeat(101) },
      { name: 'a\u0000b' },
      { description: 'x'.repeat(301) },
      { other: 1 },
    ]) {
      expect((await change('PATCH', id, emil, bad)).status).toBe(400);
    }
    expect(await findMapTemplate(database, id)).toMatchObject({ name: 'Second name', description: 'What for' });
    expect((await change('DELETE', id, emil)).status).toBe(204);
    expect(await findMapTemplate(database, id)).toBeNull();
    expect((await change('DELETE', id, emil)).status).toBe(404);
    expect((await make(id)).status).toBe(404);
    const entries = await listAudit(database, { workspaceId, limit: 3 });
    const by = `user:${emil.actor.userId}`;
    expect(entries.map(({ action, actorId, detail }) => ({ action, actorId, detail }))).toEqual([
      { action: 'template.deleted', actorId: by, detail: { templateId: id } },
      { action: 'template.renamed', actorId: by, detail: { templateId: id } },
      { action: 'template.created', actorId: by, detail: { templateId: id } },
    ]);
    const page = await readAuditPage(database, workspaceId, { kind: 'workspace' });
    expect(page.entries.map(({ action }) => action)).toContain('template.renamed');
  });

  test('viewers save, see and change none', async () => {
    const { id: mapId } = await addMap(server.running, workspaceId);
    const id = await savedId(mapId, { name: 'Ours' });
    expect((await save(mapId, { name: 'Mine' }, viewer)).status).toBe(403);
    expect((await change('PATCH', id, viewer, { name: 'Mine' })).status).toBe(403);
    expect((await change('DELETE', id, viewer)).status).toBe(403);
    const own = await addWorkspace(server.running, viewer, 'Vera’s own');
    expect((await make(id, viewer, own)).status).toBe(403);
    const program = await ApiClient.of(server.running, viewer);
    expect((await program.call('GET', `/workspaces/${workspaceId}/templates`)).status).toBe(403);
  });

  test('those of a workspace that one does not belong to are not there', async () => {
    const { id: mapId } = await addMap(server.running, otherId);
    const id = await savedId(mapId, { name: 'Secret' }, olga);
    const own = await addWorkspace(server.running, emil, 'Emil’s own');
    const foreign = await problemOf(await make(id, emil, own));
    expect(foreign).toMatchObject({ status: 404, reason: 'templateNotFound' });
    expect(foreign).toEqual(await problemOf(await make('nosuch', emil, own)));
    expect((await change('PATCH', id, emil, { name: 'Mine' })).status).toBe(404);
    expect((await change('DELETE', id, emil)).status).toBe(404);
    // Who belongs to both may begin in one with what the other keeps.
    expect((await make(id, olga, workspaceId)).status).toBe(201);
  });

  test('they outlive their map, hide with their workspace, and go with it for good', async () => {
    const { database } = server.running;
    const place = await addWorkspace(server.running, olga, 'Soon gone');
    const { id: mapId } = await addMap(server.running, place);
    const id = await savedId(mapId, { name: 'Kept' }, olga);
    await binMap(database, { id: mapId, workspaceId: place }, 'user:x');
    await database.prisma.journeyMap.update({ where: { id: mapId }, data: { purgedAt: new Date() } });
    await purgeMarked(database);
    expect((await make(id, olga, place)).status).toBe(201);
    await binWorkspace(database, { id: place, actorId: 'user:x' });
    expect((await make(id, olga, workspaceId)).status).toBe(404);
    expect((await change('DELETE', id, olga)).status).toBe(404);
    expect(await listMapTemplates(database, place)).toHaveLength(1);
    await database.prisma.workspace.update({ where: { id: place }, data: { purgedAt: new Date() } });
    await purgeWorkspace(database, place);
    expect(await database.prisma.mapTemplate.count({ where: { workspaceId: place } })).toBe(0);
    expect(await database.prisma.workspace.count({ where: { id: place } })).toBe(0);
  });

  test('a workspace has its fill, and a map that is too large makes none', async () => {
    const { database } = server.running;
    const full = await addWorkspace(server.running, olga, 'Full');
    const { id: mapId } = await addMap(server.running, full);
    await savedId(mapId, { name: 'One' }, olga);
    const [row] = await database.prisma.mapTemplate.findMany({ where: { workspaceId: full } });
    if (!row) throw new Error('not saved');
    const copies = Array.from({ length: mostTemplates - 2 }, (_, index) => ({ ...row, id: `${full}${index}`, outline: {} }));
    await database.prisma.mapTemplate.createMany({ data: copies });
    // Two at once for the last place: one of them gets it.
    const answers = await Promise.all([save(mapId, { name: 'Last' }, olga), save(mapId, { name: 'Last' }, olga)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await problemOf(await save(mapId, { name: 'More' }, olga))).toMatchObject({ status: 409, reason: 'tooManyTemplates' });
    expect(await database.prisma.mapTemplate.count({ where: { workspaceId: full } })).toBe(mostTemplates);

    const { id: ordinary } = await addMap(server.running, workspaceId);
    const limit = server.running.env.MAX_FILE_MB;
    server.running.env.MAX_FILE_MB = 100;
    const refused = await problemOf(await save(ordinary, { name: 'Large' }));
    server.running.env.MAX_FILE_MB = limit;
    expect(refused).toMatchObject({ status: 413, reason: 'templateTooLarge' });
  });

  test('programs save, list, use, rename and delete them', async () => {
    const program = await ApiClient.of(server.running, emil);
    const { id: mapId } = await addMap(server.running, workspaceId, template('serviceBlueprint', 'en'));
    const saved = await program.json<{ id: string }>('POST', `/maps/${mapId}/templates`, {
      body: { name: 'Blueprint' },
      status: 201,
    });
    expect(saved).toMatchObject({ workspaceId, name: 'Blueprint', description: '', stageCount: 3, stepCount: 6, momentCount: 1 });
    const list = async () =>
      (await program.json<{ items: { id: string }[] }>('GET', `/workspaces/${workspaceId}/templates`)).items;
    expect((await list())[0]).toEqual(saved);
    const body = { workspaceId, source: { type: 'workspaceTemplate', id: saved.id } };
    expect(await program.json('POST', '/maps', { body, status: 201 })).toMatchObject({
      title: 'Blueprint',
      stepCount: 6,
      report: [],
    });
    expect(await program.json('PATCH', `/templates/${saved.id}`, { body: { description: 'Lanes' } })).toMatchObject({
      name: 'Blueprint',
      description: 'Lanes',
    });
    expect((await program.call('DELETE', `/templates/${saved.id}`)).status).toBe(204);
    expect((await list()).some(({ id }) => id === saved.id)).toBe(false);
  });
});
