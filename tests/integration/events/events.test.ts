import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/events/route';
import { endSession } from '@/lib/auth/sessionEnd';
import { createDatabaseOutbox } from '@/lib/events/databaseOutbox';
import type { LiveEvent } from '@/lib/events/event';
import { createEvents } from '@/lib/events/events';
import { callRoute, problemOf } from '@/tests/builders/callRoute';
import { openTestDatabase } from '@/tests/builders/database';
import { followStream } from '@/tests/builders/eventStream';
import { addMap, addMember, addPerson, addWorkspace } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';

const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const silent = pino({ level: 'silent' });

describe('the event stream', () => {
  let runtime: TestRuntime;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    runtime = await startTestRuntime();
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });
  afterAll(() => runtime.stop());

  const scene = async () => {
    const owner = await addPerson(runtime.running, 'Olga');
    const workspaceId = await addWorkspace(runtime.running, owner);
    const { id: mapId } = await addMap(runtime.running, workspaceId);
    return { owner, workspaceId, mapId };
  };
  const open = async (query: string, cookie: string, headers: Record<string, string> = {}) => {
    const response = await callRoute(GET, { path: `/api/events?${query}`, cookie, headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    const stream = followStream(response);
    ends.push(stream.leave);
    return stream;
  };

  test('tells members what changes in their workspace, and nothing of others', async () => {
    const { owner, workspaceId, mapId } = await scene();
    const other = await scene();
    const stream = await open(`workspace=${workspaceId}`, owner.cookie);
    const { events } = runtime.running;
    await events.publish({ kind: 'maps.changed', workspaceId: other.workspaceId });
    await events.publish({ kind: 'maps.changed', workspaceId, payload: { mapId } });
    await until(() => expect(stream.told).toMatchObject([{ event: 'maps.changed', data: { workspaceId, payload: { mapId } } }]));
  });

  test('refuses those who may not: no session, another’s map or workspace, nonsense', async () => {
    const { workspaceId, mapId } = await scene();
    const stranger = await addPerson(runtime.running, 'Stella');
    const call = (query: string, cookie?: string) =>
      callRoute(GET, { path: `/api/events?${query}`, ...(cookie ? { cookie } : {}) });
    expect((await problemOf(await call(`map=${mapId}`))).code).toBe('unauthenticated');
    expect((await problemOf(await call(`map=${mapId}`, stranger.cookie))).code).toBe('notFound');
    expect((await problemOf(await call(`workspace=${workspaceId}`, stranger.cookie))).code).toBe('notFound');
    expect((await problemOf(await call('', stranger.cookie))).code).toBe('invalid');
    expect((await problemOf(await call('map=../..', stranger.cookie))).code).toBe('invalid');
  });

  test('ends when access is lost, for that person only, and tells nobody else about it', async () => {
    const { owner, workspaceId, mapId } = await scene();
    const member = await addPerson(runtime.running, 'Mia');
    await addMember(runtime.running, workspaceId, member, 'viewer');
    const hers = await open(`map=${mapId}`, member.cookie);
    const his = await open(`map=${mapId}`, owner.cookie);
    const { database, events } = runtime.running;
    await database.prisma.membership.deleteMany({ where: { userId: member.actor.userId } });
    await events.publish({ kind: 'access.changed', workspaceId, userId: member.actor.userId });
    await until(() => expect(hers.hasEnded()).toBe(true));
    await events.publish({ kind: 'access.changed', mapId });
    await until(() => expect(his.told).toMatchObject([{ event: 'access.changed', data: { mapId } }]));
    expect(his.hasEnded()).toBe(false);
  });

  test('ends with the session', async () => {
    const { owner, mapId } = await scene();
    const stream = await open(`map=${mapId}`, owner.cookie);
    await endSession(runtime.running, owner.actor.sessionId, owner.actor);
    await until(() => expect(stream.hasEnded()).toBe(true));
  });

  test('tells a browser that comes back what it missed, or that it missed too much', async () => {
    const { owner, workspaceId } = await scene();
    const { events } = runtime.running;
    const first = await open(`workspace=${workspaceId}`, owner.cookie);
    await events.publish({ kind: 'maps.changed', workspaceId, payload: { number: 1 } });
    await until(() => expect(first.told).toHaveLength(1));
    const id = first.told[0]?.id ?? '';
    await events.publish({ kind: 'maps.changed', workspaceId, payload: { number: 2 } });
    await events.publish({ kind: 'maps.changed', workspaceId, payload: { number: 3 } });
    const again = await open(`workspace=${workspaceId}`, owner.cookie, { 'Last-Event-ID': id });
    await until(() =>
      expect(again.told).toMatchObject([{ data: { payload: { number: 2 } } }, { data: { payload: { number: 3 } } }]),
    );
    for (const nonsense of ['0', 'abc', '-1', '99999999999999999999']) {
      const lost = await open(`workspace=${workspaceId}`, owner.cookie, { 'Last-Event-ID': nonsense });
      await until(() => expect(lost.told[0]?.event).toBe(nonsense === '0' ? 'maps.changed' : 'reset'));
    }
  });

  test('has a bounded number of streams for each session, and frees what is left', async () => {
    const { owner, workspaceId } = await scene();
    const streams = [];
    for (let index = 0; index < 30; index++) streams.push(await open(`workspace=${workspaceId}`, owner.cookie));
    const refused = await callRoute(GET, { path: `/api/events?workspace=${workspaceId}`, cookie: owner.cookie });
    expect((await problemOf(refused)).code).toBe('tooMany');
    await streams[0]?.leave();
    await open(`workspace=${workspaceId}`, owner.cookie);
  });
});

describe('events of several processes', () => {
  test('reach each of them once, in order', async () => {
    const database = await openTestDatabase();
    const outbox = createDatabaseOutbox(database.db);
    const here = createEvents({ outbox, log: silent, pollMs: 10 });
    const there = createEvents({ outbox, log: silent, pollMs: 10 });
    const told: Record<'here' | 'there', LiveEvent[]> = { here: [], there: [] };
    here.subscribe(
      () => true,
      (event) => told.here.push(event),
    );
    there.subscribe(
      () => true,
      (event) => told.there.push(event),
    );
    // The first look of each must have been: what happened before the start is not told.
    await here.publish({ kind: 'maps.changed', workspaceId: 'probe' });
    await until(async () => {
      await here.publish({ kind: 'maps.changed', workspaceId: 'probe' });
      expect(told.there.length).toBeGreaterThan(0);
      await there.publish({ kind: 'maps.changed', workspaceId: 'probe' });
      expect(told.here.some(({ id }) => told.there.at(-1)?.id === id)).toBe(true);
    });
    for (let number = 0; number < 20; number++) {
      await Promise.all([
        here.publish({ kind: 'maps.changed', workspaceId: 'w', payload: { from: 'here', number } }),
        there.publish({ kind: 'maps.changed', workspaceId: 'w', payload: { from: 'there', number } }),
      ]);
    }
    const numbers = (events: LiveEvent[], from: string): unknown[] =>
      events.filter(({ payload }) => payload.from === from).map(({ payload }) => payload.number);
    const all = Array.from({ length: 20 }, (_, number) => number);
    await until(() => {
      for (const events of [told.here, told.there]) {
        expect(numbers(events, 'here')).toEqual(all);
        expect(numbers(events, 'there')).toEqual(all);
      }
    });
    await here.close();
    await there.close();
    await database.drop();
  });

  test('are told here even when they cannot be stored', async () => {
    const outbox = { add: () => Promise.reject(new Error('the disk is full')) } as never;
    const events = createEvents({ outbox, log: silent });
    const told: LiveEvent[] = [];
    events.subscribe(
      ({ kind: what }) => what === 'session.revoked',
      (event) => told.push(event),
    );
    await events.publish({ kind: 'session.revoked', sessionId: 's' });
    await events.publish({ kind: 'maps.changed', workspaceId: 'w' });
    expect(told).toMatchObject([{ kind: 'session.revoked', sessionId: 's' }]);
    await events.close();
  });
});
