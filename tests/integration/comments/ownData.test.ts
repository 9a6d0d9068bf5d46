import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as data from '@/app/api/account/data/route';
import * as account from '@/app/api/account/route';
import * as guestRoute from '@/app/api/guest/route';
import { callRoute } from '@/tests/builders/callRoute';
import { password } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { CommentScene, threadOf } from './commentScene';

let server: TestRuntime;
beforeAll(async () => {
  server = await startTestRuntime();
});
afterAll(() => server.stop());

test('what somebody wrote, where they are addressed and what they have read is in their data, and nothing of others', async () => {
  const scene = await CommentScene.make(server.running);
  const { owner, commenter } = scene.people;
  const thread = await scene.begun(commenter, `my own words, @[Olga](user:${owner.actor.userId})`);
  const deleted = await scene.begun(commenter, 'taken back');
  await scene.reply(owner, deleted.id, `their words, @[Kora](user:${commenter.actor.userId})`);
  await scene.remove(commenter, deleted.id, deleted.comments[0]?.id ?? '');
  const response = await callRoute(data.GET, { cookie: commenter.cookie });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  expect(json('comments.json')).toMatchObject([
    {
      threadId: thread.id,
      text: `my own words, @(user:${owner.actor.userId})`,
      thread: { mapId: scene.map.id, targetType: 'card' },
    },
    { text: '', deletedAt: expect.any(String) },
  ]);
  expect(json('comment-mentions.json')).toMatchObject([{ threadId: deleted.id, mapId: scene.map.id }]);
  expect(json('comments-read.json')).toHaveLength(2);
  const whole = Object.values(files)
    .map((file) => strFromU8(file))
    .join('\n');
  for (const secret of ['their words', 'taken back', 'Olga']) expect(whole).not.toContain(secret);
});

test('a guest’s name goes when they ask for it, an account’s with the account; what they said stays', async () => {
  const scene = await CommentScene.make(server.running);
  const { owner, editor } = scene.people;
  const guest = await scene.guest('commenter', 'Gundula');
  const first = await scene.begun(guest, 'the guest’s words');
  const second = await scene.begun(editor, `for @[Gundula](guest:${guest.id})`);
  expect(second.comments[0]?.text).toBe(`for @[Gundula](guest:${guest.id})`);
  expect((await callRoute(guestRoute.DELETE, { method: 'DELETE', cookie: guest.cookie })).status).toBe(204);
  expect((await callRoute(account.DELETE, { method: 'DELETE', cookie: editor.cookie, body: { password } })).status).toBe(204);
  expect((await threadOf(await scene.read(owner, first.id))).comments[0]).toMatchObject({
    text: 'the guest’s words',
    author: { id: `guest:${guest.id}`, name: null },
  });
  expect((await threadOf(await scene.read(owner, second.id))).comments[0]).toMatchObject({
    text: `for @[](guest:${guest.id})`,
    author: { name: null },
  });
  const { rows } = await server.running.database.pool.query(
    `select actor_id from comment_read where actor_id = any($1) union all select actor_id from comment_mention where actor_id = any($1)`,
    [[`guest:${guest.id}`, `user:${editor.actor.userId}`]],
  );
  expect(rows).toEqual([]);
});
