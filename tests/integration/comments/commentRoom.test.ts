import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mostOnMap } from '@/lib/data/commentRoom';
import { newId } from '@/lib/map/id';
import { problemOf } from '@/tests/builders/callRoute';
import { addMap } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { CommentScene } from './commentScene';

let server: TestRuntime;
let scene: CommentScene;
beforeAll(async () => {
  server = await startTestRuntime();
});
beforeEach(async () => {
  scene = await CommentScene.make(server.running);
});
afterAll(() => server.stop());

/** A conversation with this many comments of these words, begun by whoever owns the map. Returns its id. */
async function fill(count: number, text: string): Promise<string> {
  const threadId = newId();
  const author = `user:${scene.people.owner.actor.userId}`;
  const { pool } = server.running.database;
  await pool.query(
    `insert into comment_thread (id, map_id, target_type, created_by, last_number) values ($1, $2, 'map', $3, 1)`,
    [threadId, scene.map.id, author],
  );
  await pool.query(
    `insert into comment (id, thread_id, number, author_id, text) select $1 || n, $1, n, $2, $3 from generate_series(1, $4::int) n`,
    [threadId, author, text, count],
  );
  return threadId;
}

const full = { status: 409, reason: 'commentsMapFull' };

test('a map has so many comments and no more; what is gone makes room, and other maps have theirs', async () => {
  const { owner } = scene.people;
  const said = await scene.begun(owner, 'first');
  const threadId = await fill(mostOnMap.comments - 2, 'x');
  expect((await scene.reply(owner, said.id, 'the last')).status).toBe(201);
  expect(await problemOf(await scene.begin(owner, 'too many'))).toMatchObject(full);
  expect(await problemOf(await scene.reply(owner, said.id, 'too many'))).toMatchObject(full);
  // One’s own words can be changed all the same.
  expect((await scene.edit(owner, said.id, said.comments[0]?.id ?? '', 'the first')).status).toBe(200);
  const { id: mapId } = await addMap(server.running, scene.map.workspaceId);
  expect((await scene.begin(owner, 'elsewhere', { type: 'map' }, mapId)).status).toBe(201);
  expect((await scene.listed(owner)).flatMap(({ comments }) => comments)).toHaveLength(mostOnMap.comments);
  const { pool } = server.running.database;
  await pool.query(`update comment set text = '', deleted_at = now() where thread_id = $1 and number > 1`, [threadId]);
  expect((await scene.begin(owner, 'its row is still answered')).status).toBe(409);
  expect((await scene.remove(owner, threadId, `${threadId}1`)).status).toBe(204);
  expect((await scene.begin(owner, 'there is room')).status).toBe(201);
});

test('a map has so much text in comments and no more, however it comes', async () => {
  const { owner } = scene.people;
  const said = await scene.begun(owner, 'x'.repeat(100));
  const id = said.comments[0]?.id ?? '';
  // Counted as it is sent: a letter may be several bytes.
  await fill(512, 'ä'.repeat(2_047));
  const left = mostOnMap.bytes - 512 * 4_094 - 100;
  expect(left).toBe(924);
  expect(await problemOf(await scene.reply(owner, said.id, 'x'.repeat(left + 1)))).toMatchObject(full);
  expect(await problemOf(await scene.begin(owner, 'ä'.repeat(left)))).toMatchObject(full);
  expect(await problemOf(await scene.edit(owner, said.id, id, 'x'.repeat(left + 101)))).toMatchObject(full);
  expect((await scene.edit(owner, said.id, id, 'x'.repeat(left + 100))).status).toBe(200);
  expect((await scene.reply(owner, said.id, 'x')).status).toBe(409);
  expect((await scene.edit(owner, said.id, id, 'less')).status).toBe(200);
  expect((await scene.reply(owner, said.id, 'x')).status).toBe(201);
});

test('a map has so many conversations and no more', async () => {
  const { owner } = scene.people;
  const said = await scene.begun(owner, 'first');
  await server.running.database.pool.query(
    `with made as (
       insert into comment_thread (id, map_id, target_type, created_by, last_number)
       select $1 || n, $2, 'map', 'user:x', 1 from generate_series(2, $3::int) n returning id
     ) select id from made`,
    [newId(), scene.map.id, mostOnMap.threads],
  );
  // Without a comment they are gone.
  expect((await scene.begin(owner, 'second')).status).toBe(201);
  await server.running.database.pool.query(
    `insert into comment (id, thread_id, number, author_id, text)
     select id, id, 1, 'user:x', 'x' from comment_thread where map_id = $1 and created_by = 'user:x'`,
    [scene.map.id],
  );
  expect(await problemOf(await scene.begin(owner, 'too many'))).toMatchObject({ status: 409, reason: 'commentsFull' });
  expect((await scene.reply(owner, said.id, 'goes on')).status).toBe(201);
});
