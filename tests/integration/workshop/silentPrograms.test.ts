import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as activityRoute } from '@/app/api/maps/[mapId]/activity/route';
import { GET as contributionsRoute } from '@/app/api/maps/[mapId]/contributions/route';
import { appendActivity } from '@/lib/data/activity';
import type { MapRow } from '@/lib/data/maps';
import { addAttachments } from '@/lib/document/operations/attachments';
import { addCard } from '@/lib/document/operations/cards';
import { inSilentRound } from '@/lib/document/silentRound';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { findRunningRound, listHiddenIds } from '@/lib/workshop/shownMap';
import { ApiClient } from '@/tests/builders/apiClient';
import { callRoute } from '@/tests/builders/callRoute';
import { smallMap } from '@/tests/builders/map';
import { addMap, addPerson, addWorkspace, type Person } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';

const secret = 'Nobody may know yet';
const cell = { stepId: 'step1', laneId: 'lane1' };

describe('in a silent round', () => {
  let server: TestRuntime;
  let owner: Person;
  let map: MapRow;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime();
  });
  beforeEach(async () => {
    owner = await addPerson(server.running, 'Olga');
    map = await addMap(server.running, await addWorkspace(server.running, owner), smallMap());
    program = await ApiClient.of(server.running, owner);
    await actOnWorkshop(server.running, owner.actor, map.id, { type: 'start' });
    await actOnWorkshop(server.running, owner.actor, map.id, { type: 'silent.start' });
  });
  afterAll(() => server.stop());

  const edit = (...operations: object[]) =>
    program.json<{ results: { id?: string }[] }>('POST', `/maps/${map.id}/operations`, { body: { operations } });
  const readTexts = async (): Promise<string[]> => {
    const { map: read } = await program.json<{ map: JourneyMap }>('GET', `/maps/${map.id}/document`);
    return read.cards.map(({ text }) => text);
  };
  const readWhole = async () => (await server.running.liveMaps.read(map.id)).map;
  const reveal = async () => {
    const roundId = (await findRunningRound(server.running, map.id))?.id ?? '';
    await actOnWorkshop(server.running, owner.actor, map.id, { type: 'silent.reveal', roundId });
  };
  /** A card that somebody hides, with a file. */
  const hide = async (): Promise<{ cardId: string; fileId: string }> => {
    const round = await findRunningRound(server.running, map.id);
    const file = new TextEncoder().encode('a file');
    const { fileId } = await program.json<{ fileId: string }>('POST', `/maps/${map.id}/files?name=secret.txt`, {
      file,
      status: 201,
    });
    let cardId = '';
    await server.running.liveMaps.write(map.id, 'user:somebody', (doc) => {
      inSilentRound(doc, round, () => {
        cardId = addCard(doc, { at: cell, text: secret }) ?? '';
        addAttachments(doc, { cardId, files: [{ fileId, name: 'secret.txt', mediaType: 'application/octet-stream', size: 6 }] });
      });
    });
    return { cardId, fileId };
  };

  test('cards of a program are hidden like others’, and so is all that it does to them, until the reveal', async () => {
    const { results } = await edit(
      { op: 'addCard', at: cell, text: 'From a program', as: 'card' },
      { op: 'duplicateCards', ids: ['$card'] },
    );
    const id = results[0]?.id ?? '';
    await edit({ op: 'setCardText', id, text: 'From a program, changed' });
    expect((await readWhole()).cards.filter(({ round }) => round !== undefined)).toHaveLength(2);
    expect((await readTexts()).filter((text) => text.startsWith('From a program'))).toEqual([]);
    await reveal();
    expect((await readTexts()).filter((text) => text.startsWith('From a program')).sort()).toEqual([
      'From a program',
      'From a program, changed',
    ]);
    // The next ones are made when nothing is hidden any more.
    await edit({ op: 'addCard', at: cell, text: 'From a program, later' });
    expect(await readTexts()).toContain('From a program, later');
  });

  test('copies that a program makes of steps and lanes bring nothing to light', async () => {
    await hide();
    await edit({ op: 'duplicateSteps', ids: ['step1'] }, { op: 'duplicateLanes', ids: ['lane1'] });
    expect((await readWhole()).cards.filter(({ text }) => text === secret)).toHaveLength(1);
    expect(await readTexts()).not.toContain(secret);
    await reveal();
    expect((await readTexts()).filter((text) => text === secret)).toHaveLength(1);
  });

  test('neither the list of files tells of what is on hidden cards, nor the activity of their tags, nor departments', async () => {
    const { cardId, fileId } = await hide();
    const change = (record: string, recordId: string) => ({
      ...{ seq: 1, actorId: 'guest:g', record, recordId, field: 'record', before: null, after: secret },
    });
    // A tag that was taken off again is on no map any more.
    await appendActivity(server.running.database, [
      { mapId: map.id, changes: [change('cardTag', `${cardId}:tag`), change('card', cardId)] },
    ]);
    const { prisma } = server.running.database;
    await prisma.joinLink.create({
      data: { id: `link${map.id}`, mapId: map.id, role: 'editor', label: '', createdBy: 'user:a' },
    });
    await prisma.guest.create({
      data: { id: `g${map.id}`, joinLinkId: `link${map.id}`, mapId: map.id, name: 'G', departmentId: 'sales' },
    });
    await prisma.activity.updateMany({ where: { mapId: map.id, actorId: 'guest:g' }, data: { actorId: `guest:g${map.id}` } });
    const tell = async (): Promise<string> => {
      const call = { cookie: owner.cookie, params: { mapId: map.id } };
      const answers = await Promise.all([
        callRoute(activityRoute, call),
        callRoute(contributionsRoute, call),
        program.call('GET', `/maps/${map.id}/files`),
      ]);
      return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
    };
    const hidden = await tell();
    for (const word of [cardId, fileId, secret, 'secret.txt', 'sales']) expect(hidden).not.toContain(word);
    await reveal();
    const shown = await tell();
    for (const word of [`${cardId}:tag`, fileId, secret, 'secret.txt', 'sales']) expect(shown).toContain(word);
  });

  test('evidence on a hidden card is hidden with it', async () => {
    const { cardId } = await hide();
    await server.running.liveMaps.write(map.id, 'user:somebody', (doc) => {
      doc.getMap('links').set('evidence1', { target: { type: 'card', id: cardId }, sourceId: 'source1' });
    });
    expect((await readWhole()).links.map(({ id }) => id)).toContain('evidence1');
    expect(await listHiddenIds(server.running, map.id)).toContain('evidence1');
    const links = async () => (await program.json<{ map: JourneyMap }>('GET', `/maps/${map.id}/document`)).map.links;
    expect((await links()).map(({ id }) => id)).not.toContain('evidence1');
    await reveal();
    expect((await links()).map(({ id }) => id)).toContain('evidence1');
  });
});
