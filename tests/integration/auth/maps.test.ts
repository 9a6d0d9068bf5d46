import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as restore from '@/app/api/maps/[mapId]/restore/route';
import * as mapRoute from '@/app/api/maps/[mapId]/route';
import * as maps from '@/app/api/maps/route';
import { listAudit } from '@/lib/data/audit';
import { findMap } from '@/lib/data/maps';
import { toMapFile } from '@/lib/interchange/mapFile';
import { mermaidTextLimit } from '@/lib/map/mermaid/mermaidTextLimit';
import { template } from '@/lib/map/templates/template';
import { addMap } from '@/lib/maps/addMap';
import { makeMap } from '@/lib/maps/mapSource';
import { smallMap } from '@/tests/builders/map';
import { callRoute, problemOf } from '../../builders/callRoute';
import { addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let owner: Person;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestRuntime();
  owner = await addPerson(server.running, 'Olga');
  workspaceId = await addWorkspace(server.running, owner);
});
afterAll(() => server.stop());

const create = (source: unknown, person = owner, workspace = workspaceId) =>
  callRoute(maps.POST, { method: 'POST', cookie: person.cookie, body: { workspaceId: workspace, source } });
const created = async (source: unknown) => ((await (await create(source)).json()) as { id: string }).id;

describe('a new map', () => {
  test('is blank, of a template in a language, or of a Mermaid journey, and can be read at once', async () => {
    const journey =
      'journey\n  title Calling\n  section Before\n    Sees the bill: 2: Petra\n  section Contact\n    Calls: 1: Petra, Max\n';
    for (const [source, title, stepCount] of [
      [{ type: 'blank' }, '', 3],
      [{ type: 'template', id: 'customerServiceCall', locale: 'de' }, expect.stringMatching(/\S/), expect.any(Number)],
      [{ type: 'mermaid', text: journey, name: 'file.mmd' }, 'Calling', 2],
      [{ type: 'mermaid', text: journey.replace('title Calling', ''), name: 'My file.mmd' }, 'My file', 2],
    ] as const) {
      const id = await created(source);
      expect(await findMap(server.running.database, id)).toMatchObject({
        workspaceId,
        title,
        stepCount,
        createdBy: `user:${owner.actor.userId}`,
      });
      const { map, issues } = await server.running.liveMaps.read(id);
      expect(issues).toEqual([]);
      expect(map.steps.length).toBeGreaterThan(1);
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'maps.changed', workspaceId, mapId: id }));
      expect((await listAudit(server.running.database, { workspaceId }))[0]).toMatchObject({
        action: 'map.created',
        mapId: id,
        detail: { source: source.type },
      });
    }
  });

  test.each([
    ['nothing', undefined, 'invalid'],
    ['an unknown template', { type: 'template', id: 'nope', locale: 'de' }, 'invalid'],
    ['a text without a journey', { type: 'mermaid', text: 'graph TD; a-->b' }, 'mermaidEmpty'],
    ['an empty journey', { type: 'mermaid', text: 'journey\n title x\n' }, 'mermaidEmpty'],
    ['a text too long', { type: 'mermaid', text: `journey\n  A: 3: ${'x'.repeat(mermaidTextLimit)}` }, 'textTooLarge'],
    ['a file too long', { type: 'json', text: ' '.repeat(21 * 1024 * 1024) }, 'fileTooLarge'],
    ['a request too long', { type: 'json', text: ' '.repeat(41 * 1024 * 1024) }, 'requestTooLarge'],
    ['a file that is no JSON', { type: 'json', text: '{"map": ' }, 'fileNotRead'],
    ['a file of another program', { type: 'json', text: '{"format": "mural", "version": 1}' }, 'fileNotRead'],
  ])('is not made of %s', async (_name, source, reason) => {
    const before = await server.running.database.prisma.journeyMap.count();
    expect(await problemOf(await create(source))).toMatchObject({ reason });
    expect(await server.running.database.prisma.journeyMap.count()).toBe(before);
  });

  test('has no more cards than the server takes on one map', async () => {
    const map = template('customerServiceCall', 'en');
    const narrow = { ...server.running, env: { ...server.running.env, MAX_CARDS_PER_MAP: 3 } };
    await expect(addMap(narrow, owner.actor, workspaceId, map, 'template')).rejects.toMatchObject({
      code: 'tooLarge',
      messageKey: 'tooManyCards',
      values: { count: map.cards.length, max: 3 },
    });
  });

  test('is made of a text whatever characters it holds, and of no file larger than allowed', async () => {
    const text = 'journey\n  title Cal\u0000ling\n  section Be\u0000fore\n    Se\u0000es: 2: Pe\u0000tra\n';
    expect(await findMap(server.running.database, await created({ type: 'mermaid', text }))).toMatchObject({
      title: 'Calling',
      persona: 'Petra',
    });
    const named = { type: 'mermaid', text: text.replace(/ {2}title.*\n/, ''), name: 'My\u0000 file.mmd' };
    expect(await findMap(server.running.database, await created(named))).toMatchObject({ title: 'My file' });
    await expect(
      makeMap({ ...server.running, env: { ...server.running.env, MAX_FILE_MB: 20 } }, { type: 'mermaid', text }, 'en'),
    ).rejects.toMatchObject({ messageKey: 'textTooLarge' });
  });

  test('is made of a file of another map, and keeps its ids and what of it could not be taken over', async () => {
    const text = toMapFile(smallMap(), { programVersion: '0' }).replace('"kind": "painPoint"', '"kind": "pain"');
    const id = await created({ type: 'json', text, name: 'call.json', locale: 'en' });
    const { map } = await server.running.liveMaps.read(id);
    const line = text.split('\n').findIndex((found) => found.includes('"pain"')) + 1;
    expect(map.meta.notes).toContain(`Not taken over from call.json, or differently:\nLine ${line}, map.cards.2.kind:`);
    expect(map.steps.find(({ id: step }) => step === 'step2')?.notes).toMatch(
      /^Mondays are worst\n\nLine \d+, map\.cards\.2\.kind:/,
    );
    const expected = smallMap();
    expect({ ...map, meta: { ...map.meta, notes: '' }, steps: expected.steps }).toEqual({
      ...expected,
      cards: expected.cards.map((card) => (card.kind === 'painPoint' ? { ...card, kind: 'note' } : card)),
    });
  });

  test('is made by owners and editors of the workspace', async () => {
    const viewer = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, viewer, 'viewer');
    const stranger = await addPerson(server.running, 'Sven');
    expect((await create({ type: 'blank' }, viewer)).status).toBe(403);
    expect((await create({ type: 'blank' }, stranger)).status).toBe(404);
    expect((await create({ type: 'blank' }, owner, 'nosuch')).status).toBe(404);
  });
});

test('a map goes to the bin and comes back, with everything on it', async () => {
  const mapId = await created({ type: 'template', id: 'customerServiceCall', locale: 'en' });
  const before = await server.running.liveMaps.read(mapId);
  const call = { params: { mapId }, cookie: owner.cookie };
  expect((await callRoute(mapRoute.DELETE, { method: 'DELETE', ...call })).status).toBe(204);
  expect(await findMap(server.running.database, mapId)).toBeNull();
  expect(server.told).toContainEqual(expect.objectContaining({ kind: 'access.changed', mapId }));
  expect((await callRoute(mapRoute.DELETE, { method: 'DELETE', ...call })).status).toBe(404);
  const stranger = await addPerson(server.running, 'Sven');
  expect((await callRoute(restore.POST, { method: 'POST', params: { mapId }, cookie: stranger.cookie })).status).toBe(404);
  expect((await callRoute(restore.POST, { method: 'POST', ...call })).status).toBe(204);
  expect((await server.running.liveMaps.read(mapId)).map).toEqual(before.map);
  const actions = (await listAudit(server.running.database, { workspaceId })).filter((entry) => entry.mapId === mapId);
  expect(actions.map(({ action }) => action)).toEqual(['map.restored', 'map.deleted', 'map.created']);
});
