import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as data from '@/app/api/account/data/route';
import * as account from '@/app/api/account/route';
import * as guestRoute from '@/app/api/guest/route';
import { setMemberRole } from '@/lib/auth/members';
import { purgeMap } from '@/lib/data/purge';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { callRoute, problemOf } from '@/tests/builders/callRoute';
import { addMap, password } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { VoteScene } from './voteScene';

let server: TestRuntime;
let scene: VoteScene;
beforeAll(async () => {
  server = await startTestRuntime();
});
beforeEach(async () => {
  scene = await VoteScene.make(server.running);
});
afterAll(() => server.stop());

const reasonOf = async (response: Promise<Response>) => {
  const { status, reason } = await problemOf(await response);
  return [status, reason];
};
const statusOf = async (response: Promise<Response>) => (await response).status;
const [a, b, c] = [0, 1, 2];
const card = (number: number) => scene.cardIds[number] ?? '';

describe('a vote', () => {
  test('is opened by a leader, voted in by everybody who has a say, and closed with a ranking that stays', async () => {
    const { owner, editor, commenter, viewer } = scene.people;
    const guest = await scene.scene.guest('commenter', 'Gundula');
    const id = await scene.opened();
    expect((await scene.cast(editor, id, card(b), 2)).status).toBe(200);
    expect((await scene.cast(commenter, id, card(b))).status).toBe(200);
    expect(await (await scene.cast(guest, id, card(a))).json()).toEqual({ id, voters: 3, mine: { [card(a)]: 1 } });
    expect((await scene.listed(viewer)).open).toMatchObject({ id, voters: 3, mine: {} });
    // Nothing is on the map before it is closed.
    expect(await scene.dots()).toEqual({});
    expect((await scene.close(owner, id)).status).toBe(200);
    const { open, closed } = await scene.listed(viewer);
    expect(open).toBeNull();
    expect(closed).toMatchObject([
      {
        ...{ id, title: 'Which first?', voters: 3, votes: 4, dotsShown: true },
        ranking: [
          { cardId: card(b), votes: 3, rank: 1 },
          { cardId: card(a), votes: 1, rank: 2 },
        ],
      },
    ]);
    expect(await scene.dots()).toEqual({ [card(a)]: 1, [card(b)]: 3 });
    expect(await scene.ballotRows()).toEqual([]);
  });

  test('is closed once, however often it is asked for, and no vote comes after', async () => {
    const { owner, editor } = scene.people;
    const id = await scene.opened();
    await scene.cast(editor, id, card(a));
    const closings = await Promise.all([1, 2, 3].map(() => scene.close(owner, id)));
    expect(closings.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await scene.listed(owner)).closed).toHaveLength(1);
    expect(await scene.dots()).toEqual({ [card(a)]: 1 });
    expect(await reasonOf(scene.cast(editor, id, card(b)))).toEqual([409, 'voteIsClosed']);
  });

  test('can be closed whatever the cards say, also where a subject is cut', async () => {
    const { owner, editor } = scene.people;
    const { pos } = scene.scene.content.cards.find(({ id }) => id === card(a)) ?? {};
    let added = '';
    await server.running.liveMaps.write(scene.mapId, 'system', (doc) => {
      const content = { text: `${'x'.repeat(199)}👍 and more`, kind: 'painPoint' as const };
      added = pos ? (addCard(doc, { at: pos, ...content }) ?? '') : '';
    });
    const id = await scene.opened();
    expect((await scene.cast(editor, id, added)).status).toBe(200);
    expect((await scene.close(owner, id)).status).toBe(200);
    expect((await scene.listed(owner)).closed[0]?.ranking).toMatchObject([{ cardId: added, subject: 'x'.repeat(199) }]);
  });

  test('is one at a time, needs a workshop, and ends with it', async () => {
    const { owner, editor } = scene.people;
    const both = await Promise.all([scene.open(owner), scene.open(owner)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const id = (await scene.listed(owner)).open?.id ?? '';
    await scene.cast(editor, id, card(a), 2);
    await scene.act(owner, 'end');
    expect((await scene.listed(editor)).closed).toMatchObject([{ id, votes: 2 }]);
    expect(await scene.dots()).toEqual({ [card(a)]: 2 });
    expect(await reasonOf(scene.open(owner))).toEqual([403, 'workshopNotLeader']);
  });

  test('can be put back onto the cards, taken off them, and deleted with its dots', async () => {
    const { owner, editor } = scene.people;
    const first = await scene.opened();
    await scene.cast(editor, first, card(a));
    await scene.close(owner, first);
    const second = await scene.opened();
    await scene.cast(editor, second, card(b));
    await scene.close(owner, second);
    const shown = async () => (await scene.listed(owner)).closed.map(({ dotsShown }) => dotsShown);
    // The younger one's dots take the place of the older one's.
    expect([await scene.dots(), await shown()]).toEqual([{ [card(b)]: 1 }, [true, false]]);
    await scene.show(owner, first);
    expect([await scene.dots(), await shown()]).toEqual([{ [card(a)]: 1 }, [false, true]]);
    await scene.show(owner, null);
    expect([await scene.dots(), await shown()]).toEqual([{}, [false, false]]);
    await scene.show(owner, first);
    expect(await statusOf(scene.remove(owner, first))).toBe(200);
    expect(await scene.dots()).toEqual({});
    expect((await scene.listed(owner)).closed.map(({ id }) => id)).toEqual([second]);
    expect(await reasonOf(scene.show(owner, first))).toEqual([404, 'voteNotFound']);
  });

  test('gives votes back whose card is deleted, and counts them no more', async () => {
    const { owner, editor } = scene.people;
    const id = await scene.opened({ votesPerPerson: 2 });
    await scene.cast(editor, id, card(a), 2);
    await server.running.liveMaps.write(scene.mapId, 'system', (doc) => void deleteCards(doc, { ids: [card(a)] }));
    expect(await (await scene.cast(editor, id, card(b), 2)).json()).toMatchObject({ mine: { [card(b)]: 2 } });
    await scene.close(owner, id);
    expect((await scene.listed(owner)).closed[0]?.ranking).toMatchObject([{ cardId: card(b), votes: 2 }]);
  });
});

describe('a large map', () => {
  test('is read once, however many vote, and again for a card that is new', async () => {
    const id = await scene.opened();
    const guests = await Promise.all(Array.from({ length: 6 }, (_, index) => scene.scene.guest('editor', `Guest ${index}`)));
    const read = vi.spyOn(server.running.liveMaps, 'read');
    try {
      for (const number of [a, b, c]) await Promise.all(guests.map((guest) => scene.cast(guest, id, card(number))));
      expect(read).toHaveBeenCalledTimes(1);
      let added = '';
      const { pos } = scene.scene.content.cards.find((known) => known.id === card(a)) ?? {};
      await server.running.liveMaps.write(scene.mapId, 'system', (doc) => {
        added = pos ? (addCard(doc, { at: pos, text: 'new', kind: 'painPoint' }) ?? '') : '';
      });
      const [guest] = guests;
      if (!guest) throw new Error('a guest');
      expect(await statusOf(scene.cast(guest, id, card(a), 0))).toBe(200);
      expect(await statusOf(scene.cast(guest, id, added))).toBe(200);
      expect(await reasonOf(scene.cast(guest, id, 'nowhere'))).toEqual([409, 'voteNotOnCard']);
      expect(read.mock.calls.length).toBeLessThanOrEqual(2);
    } finally {
      read.mockRestore();
    }
  });
});

describe('the limits of a vote', () => {
  test('hold in two tabs, for double clicks and for what is sent again', async () => {
    const { editor } = scene.people;
    const id = await scene.opened();
    const tries = [a, b, c, a, b, c, a, b].map((number) => scene.cast(editor, id, card(number), 2));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 409]));
    const { mine, voters } = await scene.ballot(editor, id);
    expect(Object.values(mine).reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(voters).toBe(1);
    await Promise.all(Object.keys(mine).map((cardId) => scene.cast(editor, id, cardId, 0)));
    expect(await scene.ballot(editor, id)).toEqual({ id, voters: 0, mine: {} });
  });

  test('count everybody’s votes when many vote at once and somebody closes meanwhile', async () => {
    const { owner } = scene.people;
    const id = await scene.opened();
    const guests = await Promise.all(Array.from({ length: 12 }, (_, index) => scene.scene.guest('editor', `Guest ${index}`)));
    const casting = guests.map((guest, index) => scene.cast(guest, id, card(index % 2)));
    const [, ...answers] = await Promise.all([scene.close(owner, id), ...casting]);
    const counted = answers.filter(({ status }) => status === 200).length;
    expect((await scene.listed(owner)).closed[0]).toMatchObject({ voters: counted, votes: counted });
  });

  test('are told by name, and kinds that are not voted on are refused', async () => {
    const { editor } = scene.people;
    const id = await scene.opened({ kinds: ['opportunity'] });
    expect(await reasonOf(scene.cast(editor, id, card(a)))).toEqual([409, 'voteNotOnCard']);
    for (const [cardId, count] of [
      [card(a), -1],
      [card(a), 1.5],
      [card(a), 21],
      [null, 1],
    ]) {
      expect(await statusOf(scene.cast(editor, id, cardId, count))).toBe(400);
    }
  });
});

describe('who may what', () => {
  test('viewers see, strangers see nothing, and only leaders open, close, show and delete', async () => {
    const { owner, editor, viewer, stranger } = scene.people;
    const watching = await scene.scene.guest('viewer', 'Wanda');
    const id = await scene.opened();
    for (const who of [viewer, watching]) {
      expect((await scene.listed(who)).mayVote).toBe(false);
      expect(await statusOf(scene.cast(who, id, card(a)))).toBe(403);
    }
    expect(await statusOf(scene.list(stranger))).toBe(404);
    expect(await statusOf(scene.cast(stranger, id, card(a)))).toBe(404);
    for (const who of [editor, viewer, watching]) {
      for (const call of [scene.open(who), scene.close(who, id), scene.show(who, null), scene.remove(who, id)]) {
        expect(await statusOf(call)).toBe(403);
      }
    }
    await scene.act(editor, 'lead');
    expect(await statusOf(scene.close(editor, id))).toBe(200);
    expect(await statusOf(scene.remove(owner, id))).toBe(200);
  });

  test('whoever was a leader and may only look now has no say in votes any more', async () => {
    const { owner, editor } = scene.people;
    const id = await scene.opened();
    await scene.act(editor, 'lead');
    const { workspaceId } = scene.scene.map;
    await setMemberRole(server.running, owner.actor, { workspaceId, userId: editor.actor.userId, role: 'viewer' });
    for (const call of [scene.open(editor), scene.close(editor, id), scene.show(editor, null), scene.remove(editor, id)]) {
      expect(await reasonOf(call)).toEqual([403, 'workshopNotLeader']);
    }
    expect((await scene.listed(owner)).open?.id).toBe(id);
  });

  test('an id that could not exist is refused', async () => {
    for (const id of ['\u0000', 'x y', '']) expect(await statusOf(scene.show(scene.people.owner, id))).toBe(400);
  });

  test('a vote of another map and a card of another map look like none', async () => {
    const { owner, editor } = scene.people;
    const id = await scene.opened();
    const other = await addMap(server.running, scene.scene.map.workspaceId);
    expect(await reasonOf(scene.cast(editor, id, card(a), 1, other.id))).toEqual([404, 'voteNotFound']);
    expect(await statusOf(scene.close(owner, id, other.id))).toBe(403);
    expect(await reasonOf(scene.cast(editor, id, 'nowhere'))).toEqual([409, 'voteNotOnCard']);
    expect((await scene.listed(owner)).open?.id).toBe(id);
  });
});

describe('the secret', () => {
  test('while it is open nobody is told who voted for what: neither by answers nor events, nor the document', async () => {
    const { owner, editor, commenter } = scene.people;
    const before = server.told.length;
    const id = await scene.opened();
    await scene.cast(editor, id, card(b), 2);
    await scene.cast(commenter, id, card(a));
    const answer = await scene.listed(owner);
    expect(answer.open).toMatchObject({ voters: 2, mine: {} });
    expect(JSON.stringify(answer)).not.toContain(card(b));
    expect(JSON.stringify(answer)).not.toContain(editor.actor.userId);
    await vi.waitFor(() => {
      const everybody = server.told
        .slice(before)
        .filter(({ kind, userId, payload }) => kind === 'votes.changed' && !userId && payload.roundId === id);
      expect(everybody.length).toBeGreaterThan(0);
    }, 10_000);
    for (const event of server.told.slice(before)) {
      expect(JSON.stringify(event.payload)).not.toContain(card(b));
      // What names somebody is told to them alone.
      if (event.kind === 'votes.changed') expect(Object.keys(event.payload)).not.toContain('actorId');
    }
    expect(await scene.dots()).toEqual({});
  });

  test('whoever goes takes what they voted for along; it is in their data until then', async () => {
    const { owner, editor } = scene.people;
    const guest = await scene.scene.guest('commenter', 'Gundula');
    const id = await scene.opened();
    await scene.cast(guest, id, card(a));
    await scene.cast(editor, id, card(b), 2);
    const archive = await callRoute(data.GET, { cookie: editor.cookie });
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    expect(JSON.parse(strFromU8(files['votes.json'] ?? new Uint8Array()))).toMatchObject([
      { roundId: id, mapId: scene.mapId, choices: { [card(b)]: 2 } },
    ]);
    expect(await scene.ballotRows()).toEqual([`guest:${guest.id}`, `user:${editor.actor.userId}`].sort());
    expect((await callRoute(guestRoute.DELETE, { method: 'DELETE', cookie: guest.cookie })).status).toBe(204);
    expect((await callRoute(account.DELETE, { method: 'DELETE', cookie: editor.cookie, body: { password } })).status).toBe(204);
    expect(await scene.ballotRows()).toEqual([]);
    expect((await scene.listed(owner)).open?.voters).toBe(0);
  });
});

test('a copy of the map begins without dots, and a map that is removed takes its votes along', async () => {
  const { running } = server;
  const { owner, editor } = scene.people;
  const id = await scene.opened();
  await scene.cast(editor, id, card(a));
  await scene.close(owner, id);
  await scene.opened();
  const copy = await duplicateMap(running, owner.actor, scene.scene.map, { locale: 'en' });
  const { cards } = (await running.liveMaps.read(copy.id)).map;
  expect(cards.map(({ votes }) => votes).filter((votes) => votes !== undefined)).toEqual([]);
  await running.database.prisma.journeyMap.update({
    where: { id: scene.mapId },
    data: { deletedAt: new Date(), purgedAt: new Date() },
  });
  await purgeMap(running.database, scene.mapId);
  const { rows } = await running.database.pool.query('select id from vote_round where map_id = $1', [scene.mapId]);
  expect(rows).toEqual([]);
});
