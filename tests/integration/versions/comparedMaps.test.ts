import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as listRoute } from '@/app/api/maps/route';
import { template } from '@/lib/map/templates/template';
import { addMap as storeMap } from '@/lib/maps/addMap';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let olga: Person;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestRuntime();
  olga = await addPerson(server.running, 'Olga');
  workspaceId = await addWorkspace(server.running, olga);
});
afterAll(() => server.stop());

test('two maps of different templates, whose ids count alike, are matched by suggestion, and by hand', async () => {
  const make = async (name: 'customerServiceCall' | 'onlineOrder') =>
    (await storeMap(server.running, olga.actor, workspaceId, template(name, 'en'), 'template')).id;
  const [one, other] = [await make('customerServiceCall'), await make('onlineOrder')];
  const program = await ApiClient.of(server.running, olga);
  type Answer = { matching: string; matched: { collection: string; before: string; after: string }[] };
  const compare = (query: string) => program.json<Answer>('GET', `/maps/${one}/compare?${query}`);
  const suggested = await compare(`from=live&to=${other}@live`);
  expect(suggested.matching).toBe('suggested');
  const byHand = await compare(`from=live&to=${other}@live&pairs=steps:step1:step9`);
  expect(byHand.matched).toContainEqual({ collection: 'steps', before: 'step1', after: 'step9' });
  expect((await compare('from=live&to=live')).matching).toBe('ids');
});

test('the maps of a workspace are listed for its members, to choose one of them', async () => {
  const map = await addMap(server.running, workspaceId);
  const list = async (person: Person) => callRoute(listRoute, { cookie: person.cookie, path: `/?workspace=${workspaceId}` });
  const viewer = await addPerson(server.running, 'Vera');
  await addMember(server.running, workspaceId, viewer, 'viewer');
  const { items } = (await (await list(viewer)).json()) as { items: { id: string; title: string }[] };
  expect(items.map(({ id }) => id)).toContain(map.id);
  expect((await list(await addPerson(server.running, 'Eve'))).status).toBe(404);
});
