import { afterEach, describe, expect, test, vi } from 'vitest';
import { ballotOf, nextCount, steadyBallotOf } from '@/components/editor/workshop/voting/ballotOf';
import { followVotes } from '@/components/editor/workshop/voting/followVotes';
import { createVotingStore } from '@/components/editor/workshop/voting/votingStore';
import { arrange } from '@/lib/map/arrange';
import { rearrange } from '@/lib/map/rearrange';
import type { ClosedRound, OpenRound, VotesAnswer } from '@/lib/workshop/voting/votesAnswer';
import { smallMap } from '@/tests/builders/map';

afterEach(() => {
  vi.unstubAllGlobals();
});

const map = arrange(smallMap());
const [first = '', second = ''] = [...map.cells.values()].flat().map(({ id }) => id);
const rules = { title: '', kinds: ['note', 'painPoint'], laneIds: null, votesPerPerson: 3, mostPerCard: 2 } satisfies object;
const openedAt = '2026-11-26T21:00:00.000Z';
const round = (over: Partial<OpenRound> = {}): OpenRound =>
  ({ ...rules, id: 'r', openedAt, voters: 0, mine: {}, ...over }) as OpenRound;
const closed = (id: string) =>
  ({ ...rules, id, openedAt, closedAt: openedAt, voters: 0, votes: 0, ranking: [], dotsShown: true }) as ClosedRound;
const answer = (over: Partial<VotesAnswer> = {}): VotesAnswer => ({ open: round(), closed: [], mayVote: true, ...over });

describe('what a page knows of votes', () => {
  test('what one has just given is seen at once, and not overwritten by what was asked for before', () => {
    const store = createVotingStore();
    const mine = () => store.getState().votes.open?.mine;
    store.getState().take(answer());
    store.getState().expect(first, 2);
    expect(mine()).toEqual({ [first]: 2 });
    store.getState().takeBallot({ id: 'r', voters: 4, mine: { [second]: 1 } });
    expect(mine()).toEqual({ [first]: 2, [second]: 1 });
    store.getState().expect(first, 0);
    expect(mine()).toEqual({ [second]: 1 });
    store.getState().expect(first, null);
    store.getState().takeBallot({ id: 'other', voters: 9, mine: {} });
    expect(store.getState().votes.open).toMatchObject({ voters: 4, mine: { [second]: 1 } });
  });

  test('what was refused is not shown as given any more, also while the server is away', () => {
    const store = createVotingStore();
    const mine = () => store.getState().votes.open?.mine;
    store.getState().take(answer({ open: round({ mine: { [second]: 1 } }) }));
    store.getState().expect(first, 1);
    store.getState().expect(first, null);
    expect(mine()).toEqual({ [second]: 1 });
  });

  test('an answer that was asked for before one gave a dot takes nothing back', async () => {
    const store = createVotingStore();
    const asked: { method: string; answer(value: unknown): void }[] = [];
    vi.stubGlobal(
      'fetch',
      (_path: string, { method }: { method: string }) =>
        new Promise<Response>((resolve) => {
          asked.push({ method, answer: (value) => resolve(Response.json(value)) });
        }),
    );
    let open = () => undefined as unknown;
    const stop = followVotes('map', store, (watcher) => {
      open = () => watcher.onOpen?.();
      return () => undefined;
    });
    store.getState().take(answer());
    open();
    const given = store.getState().give('r', first, 1);
    await vi.waitFor(() => expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT']));
    asked[1]?.answer({ id: 'r', voters: 1, mine: { [first]: 1 } });
    await given;
    asked[0]?.answer(answer());
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(store.getState().votes.open?.mine).toEqual({ [first]: 1 });
    asked[2]?.answer(answer({ open: round({ voters: 2, mine: { [first]: 1 } }) }));
    await vi.waitFor(() => expect(store.getState().votes.open).toMatchObject({ voters: 2, mine: { [first]: 1 } }));
    stop();
  });

  test('the ranking comes into sight on pages that saw the vote open, and only there', () => {
    const store = createVotingStore();
    store.getState().take(answer());
    store.getState().expect(first, 1);
    store.getState().take(answer({ open: null, closed: [closed('r'), closed('old')] }));
    expect(store.getState()).toMatchObject({ shownId: 'r', pending: {} });
    store.getState().take(answer({ open: null, closed: [closed('old')] }));
    expect(store.getState().shownId).toBeNull();
    const late = createVotingStore();
    late.getState().take(answer({ open: null, closed: [closed('r')] }));
    expect(late.getState().shownId).toBeNull();
  });
});

describe('one’s own part in a vote', () => {
  test('is none for whoever only looks, and while none is open', () => {
    expect(ballotOf(answer({ mayVote: false }), map)).toBeNull();
    expect(ballotOf(answer({ open: null }), map)).toBeNull();
  });

  test('is the very same while people write, and another one when other cards can be voted for', () => {
    const told = answer();
    const whole = smallMap();
    const changed = (change: Partial<(typeof whole.cards)[number]>) => ({
      ...whole,
      cards: whole.cards.map((card) => (card.id === first ? { ...card, ...change } : card)),
    });
    const before = { map: whole, arranged: arrange(whole) };
    const ballot = steadyBallotOf(told, before.arranged);
    expect(steadyBallotOf(told, rearrange(changed({ text: 'Other words' }), before))).toBe(ballot);
    const other = steadyBallotOf(told, rearrange(changed({ kind: 'quote' }), before));
    expect(other).not.toBe(ballot);
    expect([ballot?.canVoteFor(first), other?.canVoteFor(first)]).toEqual([true, false]);
  });

  test('gives back the votes of cards that are gone, and says what can be done', () => {
    const ballot = ballotOf(answer({ open: round({ mine: { [first]: 2, gone: 1 } }) }), map);
    expect(ballot).toMatchObject({ left: 1, mine: { [first]: 2 } });
    if (!ballot) throw new Error('a ballot');
    expect(nextCount(ballot, first, 1)).toBeNull();
    expect(nextCount(ballot, first, -1)).toBe(1);
    expect(nextCount(ballot, second, 1)).toBe(1);
    expect(nextCount(ballot, second, -1)).toBeNull();
    expect(nextCount(ballot, 'gone', 1)).toBeNull();
  });
});
