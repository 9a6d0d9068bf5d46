import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as close from '@/app/api/maps/[mapId]/votes/[roundId]/close/route';
import * as round from '@/app/api/maps/[mapId]/votes/[roundId]/route';
import * as votes from '@/app/api/maps/[mapId]/votes/route';
import * as shown from '@/app/api/maps/[mapId]/votes-shown/route';
import { followVotes } from '@/components/editor/workshop/voting/followVotes';
import { createVotingStore, type VotingStore } from '@/components/editor/workshop/voting/votingStore';
import { isForAudience } from '@/lib/events/audience';
import { callRoute } from '@/tests/builders/callRoute';
import type { Person } from '@/tests/builders/people';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';
import { VoteScene } from './voteScene';

let server: TestRuntime;
beforeAll(async () => {
  server = await startTestRuntime();
});
afterAll(() => server.stop());
afterEach(() => {
  vi.unstubAllGlobals();
});

type Handler = Parameters<typeof callRoute>[0];
const places: [RegExp, Partial<Record<string, Handler>>][] = [
  [/^\/api\/maps\/([^/]+)\/votes$/, votes],
  [/^\/api\/maps\/([^/]+)\/votes-shown$/, shown],
  [/^\/api\/maps\/([^/]+)\/votes\/([^/]+)$/, round],
  [/^\/api\/maps\/([^/]+)\/votes\/([^/]+)\/close$/, close],
];

/** Answers what pages ask by the routes themselves: each page's requests carry the cookie of whoever asks at that moment. */
function serve(cookieOf: () => string): void {
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body: string | null }) => {
    for (const [pattern, route] of places) {
      const [, mapId, roundId] = pattern.exec(path) ?? [];
      const handler = route[method];
      if (!mapId || !handler) continue;
      const params = { mapId, ...(roundId && { roundId }) };
      return callRoute(handler, { method, cookie: cookieOf(), params, ...(body !== null && { body: JSON.parse(body) }) });
    }
    throw new Error(`${method} ${path}`);
  });
}

/** News of a turnout is told once a second at most: the usual second of patience is too short for it. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });

test('a page sees what its person gives at once, in its other windows too, and everybody the ranking when the vote is closed', async () => {
  const { running } = server;
  const scene = await VoteScene.make(running);
  const { owner, editor } = scene.people;
  let asking = '';
  serve(() => asking);
  const stops: (() => void)[] = [];
  const open = ({ actor, cookie }: Person): VotingStore => {
    const store = createVotingStore();
    const scope = { kind: 'map', mapId: scene.mapId, workspaceId: scene.scene.map.workspaceId } as const;
    const stop = followVotes(scene.mapId, store, ({ onOpen, onEvent }) => {
      asking = cookie;
      onOpen?.();
      return running.events.subscribe(
        (event) => isForAudience(event, scope, actor),
        (event) => {
          asking = cookie;
          onEvent(event.kind, event.payload);
        },
      );
    });
    stops.push(stop);
    return store;
  };
  const [first = '', second = ''] = scene.cardIds;
  // Two windows of one person: what is asked by either is asked with the same cookie.
  const [here, there] = [open(editor), open(editor)];
  await soon(() => expect(here.getState().votes.mayVote).toBe(true));
  const id = await scene.opened();
  await soon(() => expect(there.getState().votes.open?.id).toBe(id));
  asking = editor.cookie;
  const sent = [here.getState().give(id, first, 1), here.getState().give(id, first, 2), here.getState().give(id, second, 1)];
  expect(here.getState().votes.open?.mine).toEqual({ [first]: 2, [second]: 1 });
  await Promise.all(sent);
  await soon(() => expect(there.getState().votes.open).toMatchObject({ voters: 1, mine: { [first]: 2, [second]: 1 } }));
  // Refused by the server: what one had comes back.
  await expect(there.getState().give(id, second, 2)).rejects.toThrow('voteUsedUp');
  await soon(() => expect(there.getState().votes.open?.mine).toEqual({ [first]: 2, [second]: 1 }));
  await scene.close(owner, id);
  for (const store of [here, there]) {
    await soon(() => expect(store.getState().shownId).toBe(id));
    expect(store.getState().votes.closed[0]?.ranking.map(({ votes: count }) => count)).toEqual([2, 1]);
  }
  for (const stop of stops) stop();
});
