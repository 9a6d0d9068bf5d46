import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as activityRoute } from '@/app/api/maps/[mapId]/activity/route';
import { POST as commentRoute } from '@/app/api/maps/[mapId]/comments/route';
import { actorIdOf } from '@/lib/access/actor';
import { addCard } from '@/lib/document/operations/cards';
import { heedSilentRound } from '@/lib/document/silentRound';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { readProjection } from '@/lib/maps/readProjection';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { readWorkshop } from '@/lib/workshop/readWorkshop';
import { readShownMap } from '@/lib/workshop/shownMap';
import { ApiClient } from '@/tests/builders/apiClient';
import { callRoute } from '@/tests/builders/callRoute';
import { listDatabaseKinds } from '@/tests/builders/database';
import { smallMap } from '@/tests/builders/map';
import { addMap, addPerson, addWorkspace } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';

describe.each(await listDatabaseKinds())('a silent round, on %s', (kind) => {
  let server: TestRuntime;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
  });
  afterAll(() => server.stop());

  test('what is written in it leaves the server with the reveal only: no file, copy, program or list tells of it before', async () => {
    const { running } = server;
    const owner = await addPerson(running, 'Olga');
    const workspaceId = await addWorkspace(running, owner);
    const map = await addMap(running, workspaceId, smallMap());
    const program = await ApiClient.of(running, owner);
    await actOnWorkshop(running, owner.actor, map.id, { type: 'start' });
    await actOnWorkshop(running, owner.actor, map.id, { type: 'silent.start' });
    const { state } = await readWorkshop(running, owner.actor, map.id);
    const round = state.silentRound;
    if (!round) throw new Error('no round');

    let cardId = '';
    await running.liveMaps.write(map.id, actorIdOf(owner.actor), (doc) => {
      heedSilentRound(doc, { mark: { ...round, by: 'somebody' }, shows: () => true });
      cardId = addCard(doc, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Nobody may know yet' }) ?? '';
      heedSilentRound(doc, { mark: null, shows: () => true });
    });
    const texts = ({ cards }: Pick<JourneyMap, 'cards'>): string[] => cards.map(({ text }) => text);
    const readDocument = () => program.json<{ map: JourneyMap }>('GET', `/maps/${map.id}/document`);
    const readActivity = async (): Promise<string> => {
      const answer = await callRoute(activityRoute, { cookie: owner.cookie, params: { mapId: map.id } });
      return answer.text();
    };
    const startThread = async (): Promise<number> => {
      const body = { target: { type: 'card', id: cardId }, text: 'About it' };
      return (await callRoute(commentRoute, { method: 'POST', cookie: owner.cookie, params: { mapId: map.id }, body })).status;
    };
    const copy = async (): Promise<string[]> => {
      const made = await duplicateMap(running, owner.actor, map, { locale: 'en' });
      return texts((await running.liveMaps.read(made.id)).map);
    };

    expect(texts((await running.liveMaps.read(map.id)).map)).toContain('Nobody may know yet');
    expect(texts(await readShownMap(running, map.id))).not.toContain('Nobody may know yet');
    expect(texts((await readDocument()).map)).not.toContain('Nobody may know yet');
    expect(await readActivity()).not.toContain('Nobody may know yet');
    expect((await readProjection(running, map.id)).body).not.toContain('Nobody may know yet');
    expect(await copy()).not.toContain('Nobody may know yet');
    expect(await startThread()).toBe(404);
    // A program that heeds what it has read may go on writing.
    const read = await program.call('GET', `/maps/${map.id}/document`);
    const change = await program.call('PATCH', `/maps/${map.id}`, {
      headers: { 'If-Match': read.headers.get('ETag') },
      body: { goal: 'Quiet' },
    });
    expect(change.status).toBe(200);

    await actOnWorkshop(running, owner.actor, map.id, { type: 'silent.reveal', roundId: round.id });
    const { map: after } = await readDocument();
    expect(texts(after)).toContain('Nobody may know yet');
    expect(after.cards.every((card) => !('round' in card))).toBe(true);
    await expect.poll(readActivity, { timeout: 10_000 }).toContain('Nobody may know yet');
    expect((await readProjection(running, map.id)).body).toContain('Nobody may know yet');
    expect(await copy()).toContain('Nobody may know yet');
    expect(await startThread()).toBe(201);
  });

  test('a link does not show what is written in a round that begins while its picture of the map is being made', async () => {
    const { running } = server;
    const owner = await addPerson(running, 'Olga');
    const map = await addMap(running, await addWorkspace(running, owner), smallMap());
    await actOnWorkshop(running, owner.actor, map.id, { type: 'start' });
    const beginAndWrite = async (): Promise<void> => {
      await actOnWorkshop(running, owner.actor, map.id, { type: 'silent.start' });
      const round = (await readWorkshop(running, owner.actor, map.id)).state.silentRound;
      if (!round) throw new Error('no round');
      await running.liveMaps.write(map.id, actorIdOf(owner.actor), (doc) => {
        heedSilentRound(doc, { mark: { ...round, by: 'somebody' }, shows: () => true });
        addCard(doc, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Nobody may know yet' });
        heedSilentRound(doc, { mark: null, shows: () => true });
      });
    };
    const { database } = running;
    const liveMaps = {
      ...running.liveMaps,
      read: async (id: string) => {
        await beginAndWrite();
        return running.liveMaps.read(id);
      },
    };
    const { body } = await readProjection({ database, liveMaps }, map.id);
    expect(body).not.toContain('Nobody may know yet');
  });
});
