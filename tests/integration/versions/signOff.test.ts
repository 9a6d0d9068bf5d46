import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as countRoute } from '@/app/api/inbox/count/route';
import { GET as wantedRoute } from '@/app/api/inbox/signatures/route';
import { GET as listRoute } from '@/app/api/maps/[mapId]/sign-offs/route';
import { endMembership } from '@/lib/auth/members';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { deleteUser } from '@/lib/data/accountDeletion';
import { listAudit } from '@/lib/data/audit';
import { findBaselineOf, isBaseline } from '@/lib/data/baselines';
import type { MapRow } from '@/lib/data/maps';
import { purgeMap } from '@/lib/data/purge';
import { findMapMarks } from '@/lib/data/signOffs';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { moveMapTo } from '@/lib/maps/moveMap';
import type { Participation, SignOffDetail, WantedSignature } from '@/lib/signOffs/signOffAnswer';
import type { ListedVersion } from '@/lib/versions/listVersions';
import { requireVersion } from '@/lib/versions/readVersion';
import { thinMap } from '@/lib/versions/versionKeeper';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { ApiClient } from '../../builders/apiClient';
import { callRoute, problemOf } from '../../builders/callRoute';
import { mapBuilder } from '../../builders/map';
import { addGuest, addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const day = 86_400_000;

function mapOfTwoDepartments() {
  const draft = mapBuilder({ title: 'A wrong bill' });
  const billing = draft.addDepartment('Billing');
  const service = draft.addDepartment('Service');
  draft.addLane('doing');
  const stage = draft.addStage('Bill');
  const step = draft.addStep(stage, 'Sees the bill');
  draft.setDepartment(step, billing, 'responsible');
  return { content: draft.toMap(), billing, service };
}

describe('sign-off', () => {
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let carl: Person;
  let workspaceId: string;
  let map: MapRow;
  let departments: { billing: string; service: string };
  let clients: { olga: ApiClient; vera: ApiClient; carl: ApiClient };
  beforeAll(async () => {
    server = await startTestRuntime();
    [olga, vera, carl] = [
      await addPerson(server.running, 'Olga'),
      await addPerson(server.running, 'Vera'),
      await addPerson(server.running, 'Carl'),
    ];
    const of = (person: Person) => ApiClient.of(server.running, person);
    clients = { olga: await of(olga), vera: await of(vera), carl: await of(carl) };
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    await addMember(server.running, workspaceId, vera, 'viewer');
    await addMember(server.running, workspaceId, carl, 'commenter');
    const { content, billing, service } = mapOfTwoDepartments();
    departments = { billing, service };
    map = await addMap(server.running, workspaceId, content);
  });

  const idOf = ({ actor }: Person): string => actor.userId;
  const path = (rest = '') => `/maps/${map.id}/sign-offs${rest}`;
  const signers = () => [
    { userId: idOf(vera), departmentId: departments.billing },
    { userId: idOf(carl), departmentId: departments.service },
  ];
  const putUp = (body: object = {}, status = 201) =>
    clients.olga.json<SignOffDetail>('POST', path(), { body: { signers: signers(), ...body }, status });
  const decide = (by: 'vera' | 'carl' | 'olga', id: string, body: object) =>
    clients[by].json<SignOffDetail>('POST', path(`/${id}/decision`), { body });
  const refusal = async (body: object) => {
    const reply = await clients.olga.call('POST', path(), { body: { signers: signers(), ...body } });
    return [reply.status, (await problemOf(reply)).reason];
  };
  const edit = (...operations: object[]) => clients.olga.json('POST', `/maps/${map.id}/operations`, { body: { operations } });
  const version = (number: number) => clients.olga.json<ListedVersion>('GET', `/maps/${map.id}/versions/${number}`);

  test('makes a baseline of what everybody who is asked has signed, one of them after an objection', async () => {
    const up = await putUp({ name: 'Agreed', everyDepartment: true, note: 'Please', dueOn: '2027-01-31' });
    expect(up).toMatchObject({
      ...{ status: 'open', version: { number: 1, name: 'Agreed', isDeleted: false }, note: 'Please', dueOn: '2027-01-31' },
      ...{ by: { name: 'Olga' }, ended: null, changes: 0, everyDepartment: true },
    });
    expect(up.signatures.map(({ person, department, decision }) => [person.name, department?.name, decision])).toEqual([
      ['Vera', 'Billing', 'pending'],
      ['Carl', 'Service', 'pending'],
    ]);
    expect((await version(1)).signOff).toEqual({ status: 'open', signed: 0, asked: 2, signedAt: null });

    const { signatures } = await decide('vera', up.id, { decision: 'objected', reason: 'A step is missing' });
    expect(signatures[0]).toMatchObject({ decision: 'objected', reason: 'A step is missing' });
    expect((await decide('carl', up.id, { decision: 'signed' })).status).toBe('open');
    const done = await decide('vera', up.id, { decision: 'signed' });
    expect(done).toMatchObject({ status: 'signed', signatures: [{ decision: 'signed', reason: '' }, { decision: 'signed' }] });

    const { id } = await requireVersion(server.running.database, map.id, 1);
    expect(await isBaseline(server.running.database, id)).toBe(true);
    expect(await findBaselineOf(server.running.database, map.id)).toMatchObject({ versionId: id, number: 1, signatures: 2 });
    expect((await version(1)).signOff).toEqual({ status: 'signed', signed: 2, asked: 2, signedAt: done.ended?.at });
    expect((await clients.vera.call('POST', path(`/${up.id}/decision`), { body: { decision: 'pending' } })).status).toBe(409);
    expect((await clients.olga.call('POST', path(`/${up.id}/withdraw`), { body: { reason: 'No' } })).status).toBe(409);
    const actions = (await listAudit(server.running.database, { workspaceId, limit: 20 })).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('signOff.'))).toEqual([
      ...['signOff.completed', 'signOff.signed', 'signOff.signed', 'signOff.objected', 'signOff.opened'],
    ]);
    const kinds = server.told.filter(({ mapId }) => mapId === map.id).map(({ kind }) => kind);
    expect(kinds).toContain('signOff.changed');
  });

  test('concerns its version only: it is told how far the map has gone on', async () => {
    const up = await putUp();
    await edit({ op: 'renameStage', id: 'stage1', title: 'Renamed' });
    expect((await clients.vera.json<SignOffDetail>('GET', path(`/${up.id}`))).changes).toBe(1);
  });

  test('is open once on a map, and a newer version takes its place with what was objected to the older one', async () => {
    const first = await putUp();
    await decide('vera', first.id, { decision: 'objected', reason: 'Not so' });
    expect(await refusal({})).toEqual([409, 'signOffOpen']);
    const versions = await clients.olga.json<{ items: unknown[] }>('GET', `/maps/${map.id}/versions`);
    expect(versions.items).toHaveLength(1);
    const second = await putUp({ insteadOf: first.id });
    expect(second).toMatchObject({ status: 'open', insteadOf: first.id, version: { number: 2 } });
    const list = await clients.olga.json<{ items: SignOffDetail[] }>('GET', path());
    expect(list.items.map(({ id, status }) => [id, status])).toEqual([
      [second.id, 'open'],
      [first.id, 'withdrawn'],
    ]);
    expect(list.items[1]?.signatures[0]).toMatchObject({ decision: 'objected', reason: 'Not so' });
    expect(await refusal({ insteadOf: first.id })).toEqual([409, 'signOffEnded']);
    const both = await Promise.all([
      clients.vera.call('POST', path(`/${second.id}/decision`), { body: { decision: 'signed' } }),
      clients.carl.call('POST', path(`/${second.id}/decision`), { body: { decision: 'signed' } }),
      clients.olga.call('POST', path(), { body: { signers: signers() } }),
    ]);
    expect(both.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
    const open = await clients.olga.json<{ items: SignOffDetail[] }>('GET', path('?status=open'));
    expect(open.items.length).toBeLessThanOrEqual(1);
    expect((await clients.olga.json<{ items: SignOffDetail[] }>('GET', path('?status=signed'))).items).toHaveLength(1);
  });

  test('is refused for what does not go together with the map, and keeps no version then', async () => {
    const one = { userId: idOf(vera) };
    expect(await refusal({ everyDepartment: true, signers: [one] })).toEqual([400, 'signOffDepartmentMissing']);
    expect(await refusal({ signers: [one, one] })).toEqual([400, 'signOffTwice']);
    expect(await refusal({ signers: [{ ...one, departmentId: 'nosuch' }] })).toEqual([400, 'signOffNoDepartment']);
    const stella = await addPerson(server.running, 'Stella');
    expect(await refusal({ signers: [{ userId: idOf(stella) }], version: null })).toEqual([400, 'signOffNoMember']);
    expect(await refusal({ signers: [] })).toEqual([400, 'invalid']);
    expect(await refusal({ version: 7 })).toEqual([404, 'versionNotFound']);
    await edit({ op: 'setMapKind', kind: 'future' });
    expect(await refusal({})).toEqual([400, 'signOffFuture']);
    expect(await server.running.database.prisma.mapSignOff.count({ where: { mapId: map.id } })).toBe(0);
  });

  test('waits while a silent round hides something of the map: nobody signs what nobody has seen', async () => {
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'start' });
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'silent.start' });
    const refused = await clients.olga.call('POST', path(), { body: { signers: signers() } });
    expect(await problemOf(refused)).toMatchObject({ status: 409, reason: 'signOffInSilentRound' });
    expect((await clients.olga.json<{ items: object[] }>('GET', `/maps/${map.id}/versions`)).items).toEqual([]);
  });

  test('is for whom it is for', async () => {
    const up = await putUp({ signers: [{ userId: idOf(vera) }] });
    const statuses = async (client: ApiClient) => [
      (await client.call('GET', path())).status,
      (await client.call('POST', path(), { body: { signers: signers(), insteadOf: up.id } })).status,
      (await client.call('POST', path(`/${up.id}/decision`), { body: { decision: 'pending' } })).status,
      (await client.call('POST', path(`/${up.id}/withdraw`), { body: { reason: 'x' } })).status,
      (await client.call('GET', `/maps/${map.id}/participation`)).status,
    ];
    expect(await statuses(clients.vera)).toEqual([200, 403, 200, 403, 200]);
    expect(await statuses(clients.carl)).toEqual([200, 403, 403, 403, 200]);
    const stella = await ApiClient.of(server.running, await addPerson(server.running, 'Stella'));
    expect(await statuses(stella)).toEqual([404, 404, 404, 404, 404]);
    // An owner signs for nobody else.
    expect((await clients.olga.call('POST', path(`/${up.id}/decision`), { body: { decision: 'signed' } })).status).toBe(403);
    const guest = await addGuest(server.running, map, olga, 'editor');
    expect((await callRoute(listRoute, { params: { mapId: map.id }, cookie: guest.cookie })).status).toBe(403);
    const elsewhere = await addMap(server.running, workspaceId);
    expect((await clients.olga.call('GET', `/maps/${elsewhere.id}/sign-offs/${up.id}`)).status).toBe(404);
  });

  test('stands in the inbox of whoever is asked, until they have decided or it is over', async () => {
    const wanted = async (person: Person): Promise<WantedSignature[]> => {
      const { items } = (await (await callRoute(wantedRoute, { cookie: person.cookie })).json()) as { items: WantedSignature[] };
      const { unread } = (await (await callRoute(countRoute, { cookie: person.cookie })).json()) as { unread: number };
      expect(unread).toBe(items.length);
      return items.filter(({ mapId }) => mapId === map.id);
    };
    // Twice for one person is one thing to do.
    const both = [departments.billing, departments.service].map((departmentId) => ({ userId: idOf(vera), departmentId }));
    const up = await putUp({ signers: both, note: 'Have a look' });
    expect(await wanted(vera)).toMatchObject([{ signOffId: up.id, number: 1, note: 'Have a look', askedBy: { name: 'Olga' } }]);
    await decide('vera', up.id, { decision: 'objected', reason: 'No' });
    expect(await wanted(vera)).toEqual([]);
    await decide('vera', up.id, { decision: 'pending' });
    expect(await wanted(vera)).toHaveLength(1);
    await clients.olga.json('POST', path(`/${up.id}/withdraw`), { body: { reason: 'Too early' } });
    expect(await wanted(vera)).toEqual([]);
    expect((await clients.vera.json<SignOffDetail>('GET', path(`/${up.id}`))).ended?.reason).toBe('Too early');
  });

  test('says who has left, and asks another one in their place', async () => {
    const up = await putUp();
    await decide('carl', up.id, { decision: 'signed' });
    const access = await requireWorkspaceAccess(olga.actor, workspaceId, 'workspace.read', server.running.database);
    for (const person of [vera, carl]) await endMembership(server.running, olga.actor, access, idOf(person));
    const [hers, his] = (await clients.olga.json<SignOffDetail>('GET', path(`/${up.id}`))).signatures;
    expect([hers, his]).toMatchObject([
      { isMember: false, decision: 'pending', person: { name: 'Vera' } },
      { isMember: false, decision: 'signed', person: { name: 'Carl' } },
    ]);
    expect((await clients.vera.call('POST', path(`/${up.id}/decision`), { body: { decision: 'signed' } })).status).toBe(404);
    const replace = (id = '', person = olga) =>
      clients.olga.call('PATCH', path(`/${up.id}/signatures/${id}`), { body: { userId: idOf(person) } });
    expect((await problemOf(await replace(his?.id))).reason).toBe('signOffDecided');
    expect((await problemOf(await replace(hers?.id, vera))).reason).toBe('signOffNoMember');
    expect((await replace(hers?.id)).status).toBe(200);
    expect(await decide('olga', up.id, { decision: 'signed' })).toMatchObject({
      status: 'signed',
      signatures: [{ person: { name: 'Olga' }, department: { name: 'Billing' } }, { person: { name: 'Carl' } }],
    });
  });

  test('names whoever deletes their account no more; that they signed, and for which department, stays', async () => {
    const dora = await addPerson(server.running, 'Dora');
    await addMember(server.running, workspaceId, dora, 'viewer');
    const hers = { userId: idOf(dora), departmentId: departments.billing };
    const up = await putUp({ signers: [hers, { userId: idOf(vera) }] });
    const client = await ApiClient.of(server.running, dora);
    await client.json('POST', path(`/${up.id}/decision`), { body: { decision: 'signed' } });
    await deleteUser(server.running.database, { id: idOf(dora), email: dora.email });
    expect((await decide('vera', up.id, { decision: 'signed' })).signatures[0]).toMatchObject({
      ...{ person: { id: `user:${idOf(dora)}`, name: null }, isMember: false },
      ...{ decision: 'signed', department: { name: 'Billing' } },
    });
    expect((await version(1)).signOff).toMatchObject({ status: 'signed', signed: 2, asked: 2 });
  });

  test('keeps its version from being thinned out; deleting it ends what is open and stays in the audit log', async () => {
    await edit({ op: 'renameStage', id: 'stage1', title: 'One' });
    const up = await putUp();
    await server.running.database.prisma.mapVersion.updateMany({ where: { mapId: map.id }, data: { kind: 'automatic' } });
    await clients.olga.json('POST', `/maps/${map.id}/versions`, { body: {}, status: 201 });
    await server.running.database.prisma.mapVersion.updateMany({ where: { mapId: map.id }, data: { kind: 'automatic' } });
    expect(await thinMap(server.running.database, map.id, new Date(Date.now() + 3 * day))).toBe(0);
    await clients.olga.json('DELETE', `/maps/${map.id}/versions/1`, { status: 204 });
    const after = await clients.vera.json<SignOffDetail>('GET', path(`/${up.id}`));
    expect(after).toMatchObject({ status: 'withdrawn', version: { number: 1, isDeleted: true }, changes: null });
    const [entry] = await listAudit(server.running.database, { workspaceId, actions: ['version.deleted'], limit: 1 });
    expect(entry?.detail).toMatchObject({ number: 1, signOff: 'open' });
    const told = server.told.filter(({ kind, userId }) => kind === 'inbox.changed' && userId === idOf(vera));
    expect(told.length).toBeGreaterThan(0);
    expect(await findBaselineOf(server.running.database, map.id)).toBeNull();
  });

  test('of a deleted baseline it stays known who has signed what is gone', async () => {
    const up = await putUp({ signers: [{ userId: idOf(vera) }] });
    await decide('vera', up.id, { decision: 'signed' });
    await clients.olga.json('DELETE', `/maps/${map.id}/versions/1`, { status: 204 });
    expect(await clients.vera.json<SignOffDetail>('GET', path(`/${up.id}`))).toMatchObject({
      ...{ status: 'signed', version: { number: 1, isDeleted: true } },
      signatures: [{ decision: 'signed', person: { name: 'Vera' } }],
    });
    expect(await findBaselineOf(server.running.database, map.id)).toBeNull();
  });

  test('tells which departments have contributed, commented and signed, and never who', async () => {
    const up = await putUp();
    await decide('carl', up.id, { decision: 'signed' });
    await clients.carl.json('POST', `/maps/${map.id}/comment-threads`, {
      body: { target: { type: 'map' }, text: 'Well done' },
      status: 201,
    });
    await server.running.database.prisma.activity.create({
      data: { mapId: map.id, seq: 1, actorId: `user:${idOf(vera)}`, record: 'card', recordId: 'c', field: 'text' },
    });
    expect(await clients.vera.json<Participation>('GET', `/maps/${map.id}/participation`)).toEqual({
      departments: [
        { id: departments.billing, name: 'Billing', steps: 1, changes: 1, comments: 0, signature: 'pending' },
        { id: departments.service, name: 'Service', steps: 0, changes: 0, comments: 1, signature: 'signed' },
      ],
    });
  });

  test('goes with a map to another workspace, not into a copy, and is removed with it', async () => {
    const up = await putUp({ signers: [{ userId: idOf(vera) }] });
    expect((await findMapMarks(server.running.database, [map.id])).get(map.id)).toMatchObject({ status: 'open', asked: 1 });
    const copy = await duplicateMap(server.running, olga.actor, map, { locale: 'en' });
    expect((await clients.olga.json<{ items: unknown[] }>('GET', `/maps/${copy.id}/sign-offs`)).items).toEqual([]);
    await moveMapTo(server.running, olga.actor, map, await addWorkspace(server.running, olga, 'Elsewhere'));
    const moved = await clients.olga.json<SignOffDetail>('GET', path(`/${up.id}`));
    expect(moved).toMatchObject({ status: 'open', signatures: [{ isMember: false, person: { name: 'Vera' } }] });
    await server.running.database.prisma.journeyMap.update({
      where: { id: map.id },
      data: { deletedAt: new Date(), purgedAt: new Date() },
    });
    await purgeMap(server.running.database, map.id);
    expect(await server.running.database.prisma.mapSignature.count({ where: { signOffId: up.id } })).toBe(0);
  });
});
