import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as count from '@/app/api/inbox/count/route';
import * as inbox from '@/app/api/inbox/route';
import { mailMentions } from '@/lib/comments/mailMentions';
import { inboxCountSchema, inboxPageSchema } from '@/lib/comments/threadAnswer';
import { updateUser } from '@/lib/data/users';
import { callRoute } from '@/tests/builders/callRoute';
import { type MailServer, startMailServer } from '@/tests/builders/mailServer';
import { addMap } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { CommentScene, threadOf } from './commentScene';

let server: TestRuntime;
let mails: MailServer;
let scene: CommentScene;
beforeAll(async () => {
  mails = await startMailServer();
  server = await startTestRuntime({ SMTP_URL: mails.url, PUBLIC_URL: 'https://maps.example.org' });
});
beforeEach(async () => {
  scene = await CommentScene.make(server.running);
  mails.messages.length = 0;
});
afterAll(async () => {
  await server.stop();
  mails.close();
});

type Who = { cookie: string };
const readInbox = async (who: Who, query = '') =>
  inboxPageSchema.parse(await (await callRoute(inbox.GET, { cookie: who.cookie, path: `/api/inbox${query}` })).json());
const unread = async (who: Who) =>
  inboxCountSchema.parse(await (await callRoute(count.GET, { cookie: who.cookie })).json()).unread;
const mention = (name: string, person: { actor: { userId: string } }) => `@[${name}](user:${person.actor.userId})`;

describe('a mention', () => {
  test('is kept by id, shown by the name that somebody has now, and stands in their inbox', async () => {
    const { owner, commenter } = scene.people;
    const thread = await scene.begun(commenter, `Ask ${mention('whoever', owner)}, please`);
    expect(thread.comments[0]?.text).toBe(`Ask ${mention('Olga', owner)}, please`);
    const { rows } = await server.running.database.pool.query<{ text: string }>('select text from comment where thread_id = $1', [
      thread.id,
    ]);
    expect(rows[0]?.text).toBe(`Ask @(user:${owner.actor.userId}), please`);
    expect((await readInbox(owner)).items).toMatchObject([
      {
        threadId: thread.id,
        mapId: scene.map.id,
        mapTitle: scene.map.title,
        targetType: 'card',
        author: { name: 'Kora' },
        excerpt: 'Ask @Olga, please',
        isMention: true,
        isUnread: true,
      },
    ]);
    expect(await unread(owner)).toBe(1);
    expect(await unread(commenter)).toBe(0);
    await updateUser(server.running.database, owner.actor.userId, { name: 'Olga [new] Ott' });
    expect((await threadOf(await scene.read(commenter, thread.id))).comments[0]?.text).toContain(`@[Olga  new  Ott](user:`);
  });

  test('of somebody who may not be addressed stays plain words, whether they exist or not', async () => {
    const { commenter, stranger } = scene.people;
    const other = await CommentScene.make(server.running);
    const theirs = await other.guest('editor', 'Gast');
    const text = `${mention('Stan', stranger)} @[Nobody](user:nobody) @[Gast](guest:${theirs.id}) @(user:${stranger.actor.userId})`;
    const thread = await scene.begun(commenter, text);
    expect(thread.comments[0]?.text).toBe(`@Stan @Nobody @Gast @user:${stranger.actor.userId}`);
    expect(await unread(stranger)).toBe(0);
  });

  test('cannot be forged from what is left of a refused one, nor be let in by editing', async () => {
    const { commenter, stranger } = scene.people;
    const victim = `user:${stranger.actor.userId}`;
    const { pool } = server.running.database;
    const thread = await scene.begun(commenter, `@[@(${victim})](user:nobody) @[](user:nobody)(${victim})`);
    expect(thread.comments[0]?.text).toBe(`@@${victim} @${victim}`);
    const id = thread.comments[0]?.id ?? '';
    // Even if the text of an older comment says so: whom it addresses is what was judged then.
    await pool.query('update comment set text = $2 where id = $1', [id, `@(${victim})`]);
    const edited = await threadOf(await scene.edit(commenter, thread.id, id, `@(${victim}) hi`));
    expect(edited.comments[0]?.text).toBe(`@${victim} hi`);
    expect((await pool.query('select 1 from comment_mention where comment_id = $1', [id])).rows).toEqual([]);
  });

  test('offers members the people of the workspace and guests who can read it; guests only whom they read of anyway', async () => {
    const { owner, commenter } = scene.people;
    const guest = await scene.guest('commenter', 'Gabi');
    await scene.guest('viewer', 'Karl');
    expect(await scene.mentionable(commenter)).toEqual(['Emil', 'Gabi', 'Olga', 'Vera']);
    expect(await scene.mentionable(guest)).toEqual([]);
    await scene.begun(owner, 'hello');
    expect(await scene.mentionable(guest)).toEqual(['Olga']);
    const thread = await scene.begun(guest, `${mention('Olga', owner)} and ${mention('Kora', commenter)}`);
    expect(thread.comments[0]?.text).toBe(`${mention('Olga', owner)} and @Kora`);
  });

  test('reaches nobody who left the workspace: neither guests nor members address them, and no mail goes out', async () => {
    const { running } = server;
    const { owner, editor, commenter } = scene.people;
    const guest = await scene.guest('commenter', 'Gabi');
    await scene.begun(commenter, `said before, ${mention('Emil', editor)}`);
    expect(await scene.mentionable(guest)).toEqual(['Emil', 'Kora']);
    const gone = [editor, commenter].map(({ actor }) => actor.userId);
    await running.database.prisma.membership.deleteMany({ where: { userId: { in: gone } } });
    expect(await scene.mentionable(guest)).toEqual([]);
    expect(await scene.mentionable(owner)).toEqual(['Gabi', 'Vera']);
    const said = await scene.begun(guest, `${mention('Kora', commenter)} and ${mention('Emil', editor)}`);
    expect(said.comments[0]?.text).toBe('@Kora and @Emil');
    // Somebody may leave between the writing and the mail, too.
    const mentions = [editor, commenter, owner].map(({ actor }) => `user:${actor.userId}`);
    const writing = { actor: scene.people.viewer.actor, base: 'https://maps.example.org', locale: 'en' } as const;
    await mailMentions(running, { ...writing, map: scene.map, threadId: said.id, text: 'between us', mentions });
    const isTo = ({ email }: { email: string }) => mails.messages.some((mail) => mail.includes(`To: ${email}`));
    await vi.waitFor(() => expect(isTo(owner)).toBe(true), { timeout: 10_000 });
    // One mail to Emil went out while he was a member.
    expect(mails.messages.filter((mail) => mail.includes('between us'))).toHaveLength(1);
    expect(isTo(commenter)).toBe(false);
  });

  test('is mailed once, in the language of whoever gets it, and not to oneself', async () => {
    const { owner, commenter } = scene.people;
    await updateUser(server.running.database, owner.actor.userId, { locale: 'de' });
    // Lines as they were before they were wrapped. Mails of other tests may still be on their way.
    const received = () =>
      mails.messages
        .map((mail) => mail.replace(/=\n/g, '').replace(/=3D/g, '='))
        .filter((mail) => mail.includes(`To: ${owner.email}`));
    const thread = await scene.begun(commenter, `${mention('Olga', owner)} ${mention('Kora', commenter)} Zahlen?`);
    await vi.waitFor(() => expect(received()).toHaveLength(1), { timeout: 10_000 });
    expect(received()[0]).toContain('spricht Sie in einem Kommentar');
    expect(received()[0]).toContain(`https://maps.example.org/maps/${scene.map.id}?comment=${thread.id}`);
    // Said differently, it addresses nobody anew.
    await scene.edit(commenter, thread.id, thread.comments[0]?.id ?? '', `${mention('Olga', owner)} Zahlen bitte!`);
    const second = await scene.begun(commenter, mention('Olga', owner));
    await vi.waitFor(() => expect(received().at(-1)).toContain(second.id), { timeout: 10_000 });
    expect(received()).toHaveLength(2);
    expect(mails.messages.some((mail) => mail.includes(`To: ${commenter.email}`))).toBe(false);
  });
});

describe('the inbox', () => {
  test('has what follows what one said or was addressed in, and nothing from before', async () => {
    const { owner, editor, commenter } = scene.people;
    const { id } = await scene.begun(owner, 'one');
    await scene.reply(editor, id, 'two');
    await scene.reply(commenter, id, 'three');
    await scene.reply(owner, id, 'four');
    const excerpts = async (who: Who) => (await readInbox(who)).items.map(({ excerpt }) => excerpt);
    expect(await excerpts(owner)).toEqual(['three', 'two']);
    expect(await excerpts(editor)).toEqual(['four', 'three']);
    expect(await excerpts(commenter)).toEqual(['four']);
    // Who has answered has read; who has read in the conversation, too.
    expect(await unread(owner)).toBe(0);
    expect(await unread(editor)).toBe(2);
    await scene.see(editor, { marks: [{ threadId: id, seen: 3 }] });
    expect(await unread(editor)).toBe(1);
    // Nobody reads beyond what was written, and nothing becomes unread by being read again.
    await scene.see(editor, {
      marks: [
        { threadId: id, seen: 99 },
        { threadId: id, seen: 1 },
      ],
    });
    await scene.see(editor, { marks: [{ threadId: id, seen: 2 }] });
    expect((await threadOf(await scene.read(editor, id))).seen).toBe(4);
    expect(await unread(editor)).toBe(0);
  });

  test('comes page by page and is read as a whole', async () => {
    const { owner, commenter } = scene.people;
    const { id } = await scene.begun(owner, 'start');
    for (let index = 0; index < 5; index++) await scene.reply(commenter, id, `${index}`);
    const first = await readInbox(owner, '?limit=3');
    const second = await readInbox(owner, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ excerpt }) => excerpt)).toEqual(['4', '3', '2', '1', '0']);
    expect(second.nextCursor).toBeNull();
    expect((await callRoute(inbox.POST, { method: 'POST', cookie: owner.cookie })).status).toBe(204);
    expect(await unread(owner)).toBe(0);
    expect((await readInbox(owner)).items.every(({ isUnread }) => !isUnread)).toBe(true);
  });

  test('is empty of maps in the bin, of workspaces that one left, and of what was deleted; guests have none', async () => {
    const { owner, commenter } = scene.people;
    const { database } = server.running;
    const guest = await scene.guest('commenter', 'Gabi');
    const other = await addMap(server.running, scene.map.workspaceId);
    const thread = await scene.begun(commenter, mention('Olga', owner));
    await scene.begin(commenter, mention('Olga', owner), { type: 'map' }, other.id);
    expect(await unread(owner)).toBe(2);
    await database.prisma.journeyMap.update({ where: { id: other.id }, data: { deletedAt: new Date() } });
    expect(await unread(owner)).toBe(1);
    await scene.remove(commenter, thread.id, thread.comments[0]?.id ?? '');
    expect(await unread(owner)).toBe(0);
    await scene.begun(owner, mention('Kora', commenter));
    expect(await unread(commenter)).toBe(1);
    await database.prisma.membership.deleteMany({ where: { userId: commenter.actor.userId } });
    expect(await unread(commenter)).toBe(0);
    expect((await callRoute(inbox.GET, { cookie: guest.cookie })).status).toBe(403);
    expect((await callRoute(count.GET)).status).toBe(401);
  });
});
