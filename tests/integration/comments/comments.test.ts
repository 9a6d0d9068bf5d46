import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import { purgeMap } from '@/lib/data/purge';
import { revokeSession } from '@/lib/data/sessions';
import { deleteCards } from '@/lib/document/operations/cards';
import { newId } from '@/lib/map/id';
import { problemOf } from '@/tests/builders/callRoute';
import { addMap } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { CommentScene, threadOf } from './commentScene';

let server: TestRuntime;
let scene: CommentScene;
beforeAll(async () => {
  server = await startTestRuntime();
});
beforeEach(async () => {
  scene = await CommentScene.make(server.running);
});
afterAll(() => server.stop());

const statusOf = async (response: Promise<Response>) => (await response).status;
const texts = (thread: { comments: { text: string }[] }) => thread.comments.map(({ text }) => text);

describe('a conversation', () => {
  test('begins on a card, is answered, resolved, and opened again by an answer', async () => {
    const { owner, commenter } = scene.people;
    const begun = await scene.begun(commenter, '  Is this so?\r\nSince when?  ');
    expect(begun).toMatchObject({
      target: { type: 'card', id: scene.cardId },
      subject: scene.content.cards[0]?.text,
      resolvedAt: null,
      seen: 1,
      comments: [{ number: 1, author: { id: `user:${commenter.actor.userId}`, name: 'Kora' }, text: 'Is this so?\nSince when?' }],
    });
    const resolved = await threadOf(await scene.resolve(owner, begun.id));
    expect(resolved).toMatchObject({ resolvedBy: { name: 'Olga' }, seen: 0 });
    const answered = await threadOf(await scene.reply(owner, begun.id, 'Since May.'));
    expect(answered).toMatchObject({ resolvedAt: null, resolvedBy: null, seen: 2 });
    expect(texts(answered)).toEqual(['Is this so?\nSince when?', 'Since May.']);
    expect((await scene.listed(commenter)).map(({ id, seen }) => [id, seen])).toEqual([[begun.id, 1]]);
  });

  test('is about the map, a stage, a step, a lane, a card or a transition that the map knows, and nothing else', async () => {
    const { editor } = scene.people;
    const { stages, steps, lanes, transitions } = scene.content;
    for (const [type, records] of Object.entries({ stage: stages, step: steps, lane: lanes, transition: transitions })) {
      const id = records[0]?.id ?? '';
      expect((await scene.begun(editor, type, { type, id })).target).toEqual({ type, id });
    }
    expect((await scene.begun(editor, 'the map', { type: 'map' })).target).toEqual({ type: 'map' });
    const unknown = await problemOf(await scene.begin(editor, 'what', { type: 'card', id: 'nowhere' }));
    expect(unknown).toMatchObject({ status: 404, reason: 'commentTargetNotFound' });
    // A card's id names no step.
    expect(await statusOf(scene.begin(editor, 'what', { type: 'step', id: scene.cardId }))).toBe(404);
    for (const target of [{ type: 'map', id: 'x' }, { type: 'card' }, { type: 'persona', id: 'x' }, null]) {
      expect(await statusOf(scene.begin(editor, 'what', target))).toBe(400);
    }
  });

  test('numbers what is said at the same moment one after the other', async () => {
    const { owner, editor, commenter } = scene.people;
    const { id } = await scene.begun(owner, 'first');
    const said = Array.from({ length: 12 }, (_, index) =>
      scene.reply([owner, editor, commenter][index % 3] ?? owner, id, `${index}`),
    );
    for (const response of await Promise.all(said)) expect(response.status).toBe(201);
    const { comments } = await threadOf(await scene.read(owner, id));
    expect(comments.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  test('keeps any text as what it is, and refuses none and too much', async () => {
    const { owner } = scene.people;
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      "'; drop table comment; --",
      '{{7*7}} #{7*7}',
      '👩🏽‍🚀 שלום',
      'javascript:alert(1)',
    ]) {
      expect(texts(await scene.begun(owner, text))).toEqual([text]);
    }
    expect(texts(await scene.begun(owner, 'a\u0000b\u0007c\ud800d\te'))).toEqual(['abcd\te']);
    expect(texts(await scene.begun(owner, 'x'.repeat(5_000)))).toEqual(['x'.repeat(5_000)]);
    for (const text of ['', '   \n ', 'x'.repeat(5_001), 5, null, '\u0000\u0001'])
      expect(await statusOf(scene.begin(owner, text))).toBe(400);
  });

  test('of a deleted card goes on, and keeps what it was about when the map has forgotten the card', async () => {
    const { editor } = scene.people;
    const { id } = await scene.begun(editor, 'before');
    const { liveMaps } = server.running;
    await liveMaps.write(scene.map.id, 'user:x', (doc) => deleteCards(doc, { ids: [scene.cardId] }));
    expect(await statusOf(scene.reply(editor, id, 'and after'))).toBe(201);
    // Somebody deleted it while somebody else was writing about it.
    const about = await scene.begun(editor, 'written meanwhile');
    expect(about.subject).toBe(scene.content.cards[0]?.text);
    await liveMaps.write(scene.map.id, 'user:x', (doc) => doc.getMap('cards').delete(scene.cardId));
    expect(await threadOf(await scene.read(editor, id))).toMatchObject({ subject: scene.content.cards[0]?.text });
  });
});

describe('who may what', () => {
  test('viewers read and write nothing; guests who may only look do not even read', async () => {
    const { owner, viewer } = scene.people;
    const thread = await scene.begun(owner, 'for the team');
    const shown = await scene.guest('viewer', 'Karl');
    const commentId = thread.comments[0]?.id ?? '';
    for (const who of [viewer, shown]) {
      expect(await statusOf(scene.begin(who, 'no'))).toBe(403);
      expect(await statusOf(scene.reply(who, thread.id, 'no'))).toBe(403);
      expect(await statusOf(scene.resolve(who, thread.id))).toBe(403);
      expect(await statusOf(scene.edit(who, thread.id, commentId, 'no'))).toBe(403);
      expect(await statusOf(scene.remove(who, thread.id, commentId))).toBe(403);
    }
    expect(texts((await scene.listed(viewer))[0] ?? thread)).toEqual(['for the team']);
    expect(await statusOf(scene.see(viewer, { all: true }))).toBe(204);
    for (const asked of [scene.list(shown), scene.read(shown, thread.id), scene.see(shown, { all: true })]) {
      expect(await statusOf(asked)).toBe(403);
    }
  });

  test('commenters write, members and guests alike; each changes their own, and owners delete any', async () => {
    const { owner, editor, commenter } = scene.people;
    const guest = await scene.guest('commenter', 'Gabi');
    const thread = await scene.begun(guest, 'from outside');
    expect(thread.comments[0]?.author).toEqual({ id: `guest:${guest.id}`, name: 'Gabi' });
    const answered = await threadOf(await scene.reply(commenter, thread.id, 'from inside'));
    const [first, second] = answered.comments.map(({ id }) => id);
    if (!first || !second) throw new Error('two comments');
    for (const who of [owner, editor, guest]) {
      expect(await problemOf(await scene.edit(who, thread.id, second, 'mine now'))).toMatchObject({
        status: 403,
        reason: 'commentNotYours',
      });
    }
    for (const who of [editor, guest]) expect(await statusOf(scene.remove(who, thread.id, second))).toBe(403);
    const changed = await threadOf(await scene.edit(guest, thread.id, first, 'said better'));
    expect(changed.comments[0]).toMatchObject({ text: 'said better', editedAt: expect.any(String) });
    expect(await statusOf(scene.remove(owner, thread.id, second))).toBe(204);
    expect((await threadOf(await scene.read(guest, thread.id))).comments[1]).toMatchObject({
      text: '',
      deletedAt: expect.any(String),
    });
    expect(await statusOf(scene.edit(commenter, thread.id, second, 'again'))).toBe(404);
    expect(await statusOf(scene.remove(owner, thread.id, second))).toBe(404);
    // With its last comment the conversation goes.
    expect(await statusOf(scene.remove(guest, thread.id, first))).toBe(204);
    expect(await statusOf(scene.read(guest, thread.id))).toBe(404);
    expect(await scene.listed(owner)).toEqual([]);
    expect(await statusOf(scene.reply(owner, thread.id, 'too late'))).toBe(404);
    const { rows } = await server.running.database.pool.query(
      `select string_agg(t.subject || c.text, '') as words from comment c join comment_thread t on t.id = c.thread_id where t.id = $1`,
      [thread.id],
    );
    expect(rows).toEqual([{ words: '' }]);
  });

  test('somebody else’s conversation is answered like one that does not exist', async () => {
    const { owner, stranger } = scene.people;
    const other = await CommentScene.make(server.running);
    const theirs = await other.begun(other.people.owner, 'secret');
    const commentId = theirs.comments[0]?.id ?? '';
    const absent = newId();
    const ask = (threadId: string, id: string) => [
      () => scene.read(owner, threadId),
      () => scene.reply(owner, threadId, 'x'),
      () => scene.resolve(owner, threadId),
      () => scene.edit(owner, threadId, id, 'x'),
      () => scene.remove(owner, threadId, id),
      () => scene.read(stranger, threadId, other.map.id),
      () => scene.list(stranger, other.map.id),
      () => scene.begin(stranger, 'x', { type: 'map' }, other.map.id),
      () => scene.begin(stranger, 'x', { type: 'map' }, absent),
    ];
    const [foreign, missing] = [ask(theirs.id, commentId), ask(absent, newId())];
    for (const [index, call] of foreign.entries()) {
      const found = await problemOf(await call());
      const nothing = missing[index];
      if (!nothing) throw new Error('as many of each');
      expect(found).toEqual(await problemOf(await nothing()));
      expect(found.status).toBe(404);
    }
    // Marks for conversations of other maps are passed over.
    expect(await statusOf(scene.see(owner, { marks: [{ threadId: theirs.id, seen: 1 }] }))).toBe(204);
    const { rows } = await server.running.database.pool.query('select 1 from comment_read where actor_id = $1', [
      `user:${owner.actor.userId}`,
    ]);
    expect(rows).toEqual([]);
    expect(await statusOf(other.remove(other.people.owner, theirs.id, commentId))).toBe(204);
  });

  test('whoever is sent away, removed or demoted writes no more', async () => {
    const { commenter } = scene.people;
    const guest = await scene.guest('commenter', 'Gabi');
    const { id } = await scene.begun(guest, 'hello');
    await revokeSession(server.running.database, guest.sessionId);
    expect(await statusOf(scene.reply(guest, id, 'again'))).toBe(401);
    const key = { workspaceId_userId: { workspaceId: scene.map.workspaceId, userId: commenter.actor.userId } };
    const mine = await scene.begun(commenter, 'mine');
    await server.running.database.prisma.membership.update({ where: key, data: { role: 'viewer' } });
    expect(await statusOf(scene.edit(commenter, mine.id, mine.comments[0]?.id ?? '', 'changed'))).toBe(403);
    expect(await statusOf(scene.remove(commenter, mine.id, mine.comments[0]?.id ?? ''))).toBe(403);
    await server.running.database.prisma.membership.delete({ where: key });
    expect(await statusOf(scene.reply(commenter, id, 'again'))).toBe(404);
  });

  test('nobody writes more than a person can', async () => {
    const { commenter, owner } = scene.people;
    const { id } = await scene.begun(owner, 'start');
    let refused: Response | undefined;
    for (let index = 0; index < 130 && !refused; index++) {
      const response = await scene.reply(commenter, id, `${index}`);
      if (response.status !== 201) refused = response;
    }
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await statusOf(scene.reply(owner, id, 'the others go on'))).toBe(201);
  });

  test.each(['comment.tend', 'comment.seen'] as const)(
    'nobody resolves, deletes or reads more than a person can (%s)',
    async (limit) => {
      const { running } = server;
      const { commenter, owner } = scene.people;
      const { id, comments } = await scene.begun(commenter, 'start');
      const who = actorIdOf(commenter.actor);
      const useUp = async () => {
        for (let count = 0; count < 10_000; count++) await countAttempt(running, [{ limit, who }]);
      };
      await expect(useUp()).rejects.toMatchObject({ code: 'tooMany' });
      const isTending = limit === 'comment.tend';
      expect(await statusOf(scene.resolve(commenter, id))).toBe(isTending ? 429 : 200);
      expect(await statusOf(scene.see(commenter, { all: true }))).toBe(isTending ? 204 : 429);
      expect(await statusOf(scene.remove(commenter, id, comments[0]?.id ?? ''))).toBe(isTending ? 429 : 204);
      expect(await statusOf(scene.see(owner, { all: true }))).toBe(204);
    },
  );
});

describe('everybody who has the map open', () => {
  test('is told which conversation changed, and those whom it concerns that their inbox did', async () => {
    const { owner, commenter } = scene.people;
    const thread = await scene.begun(commenter, 'first');
    const about = { kind: 'comments.changed', mapId: scene.map.id, payload: { threadId: thread.id } };
    expect(server.told).toContainEqual(expect.objectContaining(about));
    server.told.length = 0;
    await scene.reply(owner, thread.id, 'second');
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'inbox.changed', userId: commenter.actor.userId }));
    server.told.length = 0;
    await scene.resolve(owner, thread.id);
    await scene.resolve(owner, thread.id);
    expect(server.told.map(({ kind }) => kind)).toEqual(['comments.changed']);
  });
});

describe('with its map', () => {
  test('a conversation is gone when that is removed for good, and stays when it moves', async () => {
    const { owner } = scene.people;
    const { database } = server.running;
    await scene.begun(owner, `with @[Kora](user:${scene.people.commenter.actor.userId})`);
    const other = await addMap(server.running, scene.map.workspaceId);
    const kept = await threadOf(await scene.begin(owner, 'kept', { type: 'map' }, other.id));
    await database.prisma.journeyMap.update({
      where: { id: scene.map.id },
      data: { deletedAt: new Date(), purgedAt: new Date() },
    });
    await purgeMap(database, scene.map.id);
    const { rows } = await database.pool.query(
      `select 1 from comment_thread where map_id = $1 union all select 1 from comment c where not exists (select 1 from comment_thread t where t.id = c.thread_id)`,
      [scene.map.id],
    );
    expect(rows).toEqual([]);
    expect(texts(await threadOf(await scene.read(owner, kept.id, other.id)))).toEqual(['kept']);
  });
});
