import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countAttempt } from '@/lib/auth/limits';
import { setMemberRole } from '@/lib/auth/members';
import { purgeMap } from '@/lib/data/purge';
import type { WorkshopAction } from '@/lib/workshop/action';
import { problemOf } from '@/tests/builders/callRoute';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { WorkshopRoom } from './workshopRoom';

let server: TestRuntime;
let room: WorkshopRoom;
beforeAll(async () => {
  server = await startTestRuntime();
});
beforeEach(async () => {
  room = await WorkshopRoom.make(server.running);
});
afterAll(() => server.stop());

const start: WorkshopAction = { type: 'start' };
const agenda: WorkshopAction = {
  type: 'agenda.set',
  items: ['Steps', 'Emotions', 'Votes'].map((title) => ({ title, minutes: 10, notes: `How to lead ${title}` })),
};
const problem = async (response: Promise<Response>) => {
  const { status, reason } = await problemOf(await response);
  return [status, reason];
};

describe('who may what', () => {
  test('owners and editors of the workspace start and take part in leading; commenters, viewers and guests see it', async () => {
    const { owner, editor, commenter, viewer } = room.people;
    const guest = await room.guest();
    for (const who of [commenter, viewer, guest]) {
      expect(await problem(room.send(who, start))).toEqual([403, 'workshopNotLeader']);
      expect(await room.read(who)).toMatchObject({ isOn: false, leads: false, mayLead: false, version: 0 });
    }
    expect(await room.act(editor, start)).toMatchObject({ isOn: true, leads: true, leaders: [{ name: 'Emil' }] });
    expect(await room.read(owner)).toMatchObject({ leads: false, mayLead: true });
    expect(await room.act(owner, { type: 'lead' })).toMatchObject({ leads: true, leaders: [{ name: 'Emil' }, { name: 'Olga' }] });
    for (const who of [commenter, viewer, guest]) {
      expect(await room.read(who)).toMatchObject({ isOn: true, leads: false, leaders: [{ name: 'Emil' }, { name: 'Olga' }] });
      for (const type of ['lead', 'end', 'stepDown']) expect((await room.send(who, { type })).status).toBe(403);
    }
  });

  test('whoever may lead and does not, sets nothing', async () => {
    const { owner, editor } = room.people;
    await room.act(owner, agenda);
    await room.act(owner, start);
    const actions: WorkshopAction[] = [
      agenda,
      { type: 'timer.start', seconds: 60 },
      { type: 'agenda.next', from: null, withTimer: true },
      { type: 'end' },
    ];
    for (const action of actions) expect(await problem(room.send(editor, action))).toEqual([403, 'workshopNotLeader']);
    expect((await room.read(owner)).version).toBe(2);
  });

  test('the agenda is prepared by whoever may lead, while no workshop is on', async () => {
    const { owner, editor, commenter } = room.people;
    expect((await room.act(editor, agenda)).state.agenda).toHaveLength(3);
    const item = { title: 'Break', minutes: 5, notes: '' };
    expect((await room.act(owner, { type: 'agenda.add', item, afterId: null })).state.agenda[0]?.title).toBe('Break');
    expect((await room.send(commenter, agenda)).status).toBe(403);
    expect(await problem(room.send(owner, { type: 'timer.start', seconds: 60 }))).toEqual([403, 'workshopNotLeader']);
  });

  test('strangers learn nothing, not even whether there is such a map; nobody else’s map is meant', async () => {
    const { owner, stranger } = room.people;
    await room.act(owner, start);
    expect((await room.ask(stranger)).status).toBe(404);
    expect((await room.send(stranger, start)).status).toBe(404);
    expect((await room.send(owner, start, 'nowhere')).status).toBe(404);
    expect((await room.ask({ cookie: '' })).status).toBe(401);
    const other = await WorkshopRoom.make(server.running);
    expect((await room.ask(owner, other.map.id)).status).toBe(404);
    expect(await other.read(other.people.owner)).toMatchObject({ isOn: false });
  });

  test('notes of the agenda are told to those who may lead only', async () => {
    const { owner, editor, viewer } = room.people;
    const guest = await room.guest();
    await room.act(owner, agenda);
    await room.act(owner, start);
    for (const who of [viewer, guest]) {
      const response = await room.ask(who);
      expect(await response.text()).not.toContain('How to lead');
    }
    expect((await room.read(editor)).state.agenda[0]?.notes).toBe('How to lead Steps');
  });

  test('whoever loses the role leads no more, and another one can take over and end it', async () => {
    const { owner, editor } = room.people;
    await room.act(editor, start);
    const change = { workspaceId: room.workspaceId, userId: editor.actor.userId };
    await setMemberRole(server.running, owner.actor, { ...change, role: 'viewer' });
    expect(await room.read(editor)).toMatchObject({ isOn: true, leads: false, mayLead: false });
    expect(await problem(room.send(editor, { type: 'timer.start', seconds: 60 }))).toEqual([403, 'workshopNotLeader']);
    await room.act(owner, { type: 'lead' });
    expect(await room.act(owner, { type: 'end' })).toMatchObject({ isOn: false, leaders: [] });
  });

  test('pace is limited', async () => {
    const { owner } = room.people;
    for (let times = 0; times < 900; times += 1) {
      await countAttempt(server.running, [{ limit: 'workshop', who: `user:${owner.actor.userId}` }]);
    }
    expect((await room.send(owner, start)).status).toBe(429);
  });
});

describe('several leaders at once', () => {
  test('one of those who start at the same moment does', async () => {
    const { owner, editor } = room.people;
    const answers = await Promise.all([room.send(owner, start), room.send(editor, start)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await room.read(owner)).leaders).toHaveLength(1);
  });

  test('go on by one when both press at once', async () => {
    const { owner, editor } = room.people;
    await room.act(owner, agenda);
    await room.act(owner, start);
    await room.act(editor, { type: 'lead' });
    const next: WorkshopAction = { type: 'agenda.next', from: null, withTimer: false };
    await Promise.all([owner, editor, owner, editor].map((who) => room.act(who, next)));
    const { state, version } = await room.read(owner);
    expect(state.currentItemId).toBe(state.agenda[0]?.id);
    // What changed nothing is no change.
    expect(version).toBe(4);
  });

  test('lose none of what each of them adds', async () => {
    const { owner, editor } = room.people;
    const add = (title: string): WorkshopAction => ({
      type: 'agenda.add',
      item: { title, minutes: 5, notes: '' },
      afterId: null,
    });
    const titles = Array.from({ length: 12 }, (_, index) => `${index}`);
    await Promise.all(titles.map((title, index) => room.act(index % 2 ? owner : editor, add(title))));
    expect((await room.read(owner)).state.agenda.map(({ title }) => title).sort()).toEqual(titles.sort());
  });
});

describe('the workshop', () => {
  test('is told to everybody on the map when it changes, and only then', async () => {
    const { owner } = room.people;
    const mine = () => server.told.filter(({ kind, mapId }) => kind === 'workshop.changed' && mapId === room.map.id);
    await room.act(owner, start);
    expect(mine()).toMatchObject([{ payload: { version: 1 } }]);
    await room.act(owner, { type: 'lead' });
    await room.send(owner, start);
    await room.ask(owner);
    expect(mine()).toHaveLength(1);
  });

  test('tells the server’s clock, by which its timer runs', async () => {
    const { owner, viewer } = room.people;
    await room.act(owner, start);
    const { state, now } = await room.act(owner, { type: 'timer.start', seconds: 300 });
    const left = (state.timer?.endsAt ?? 0) - now;
    expect(left).toBeGreaterThan(200_000);
    expect(left).toBeLessThanOrEqual(300_000);
    expect((await room.read(viewer)).state.timer).toEqual(state.timer);
  });

  test('refuses what is no action', async () => {
    const { owner } = room.people;
    await room.act(owner, start);
    const bad = [
      null,
      {},
      { type: 'dance' },
      { type: 'start', as: 'somebody' },
      { type: 'timer.start', seconds: 1e9 },
      { type: 'agenda.set', items: Array.from({ length: 41 }, () => ({ title: '', minutes: 5 })) },
      { type: 'agenda.change', id: '../x' },
      { type: 'agenda.add', item: { title: 'x'.repeat(121), minutes: 5 }, afterId: null },
    ];
    for (const action of bad) expect((await room.send(owner, action)).status).toBe(400);
    expect((await room.read(owner)).version).toBe(1);
  });

  test('keeps any words as what they are', async () => {
    const { owner } = room.people;
    const title = `<b>'"; drop table workshop; --</b> 👩🏽‍🚀 \u0000\ud800`;
    const { state } = await room.act(owner, { type: 'agenda.set', items: [{ title, minutes: 5, notes: title }] });
    expect(state.agenda[0]).toMatchObject({ title: `<b>'"; drop table workshop; --</b> 👩🏽‍🚀` });
  });

  test('that cannot be read is none, and can be started anew', async () => {
    const { owner } = room.people;
    await room.act(owner, start);
    await server.running.database.pool.query(`update workshop set state = '{"leaders": 5}' where map_id = $1`, [room.map.id]);
    expect(await room.read(owner)).toMatchObject({ isOn: false });
    expect(await room.act(owner, start)).toMatchObject({ isOn: true, version: 2 });
  });

  test('goes with its map', async () => {
    const { owner } = room.people;
    await room.act(owner, start);
    const { pool } = server.running.database;
    await pool.query('update journey_map set deleted_at = now(), purged_at = now() where id = $1', [room.map.id]);
    await purgeMap(server.running.database, room.map.id);
    expect((await pool.query('select 1 from workshop where map_id = $1', [room.map.id])).rows).toEqual([]);
    expect((await room.ask(owner)).status).toBe(404);
  });
});
