import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NewRound } from '@/lib/workshop/voting/round';
import type { BallotAnswer, VotesAnswer } from '@/lib/workshop/voting/votesAnswer';

/** What leaders do with votes. Each rejects with a `RequestError`. */
export type VotingRequests = {
  open(round: NewRound): Promise<void>;
  close(roundId: string): Promise<void>;
  remove(roundId: string): Promise<void>;
  /** Puts a vote's dots onto the cards; null: takes them off. */
  showDots(roundId: string | null): Promise<void>;
  /** Gives a card so many of one's own dots. */
  give(roundId: string, cardId: string, count: number): Promise<void>;
};

export type VotingState = VotingRequests & {
  /** The votes as the server told them last. */
  told: VotesAnswer;
  /** The same, with one's own dots as one has just given them: what is shown. */
  votes: VotesAnswer;
  /** Dots that were given and are on their way. */
  pending: Readonly<Record<string, number>>;
  /** The vote whose ranking is in sight. */
  shownId: string | null;
  show(roundId: string | null): void;
  /** Takes an answer. The ranking of a vote that was open on this page before comes into sight by itself. */
  take(votes: VotesAnswer): void;
  takeBallot(ballot: BallotAnswer): void;
  /** Notes what is on its way; null: it has come, or was refused. */
  expect(cardId: string, count: number | null): void;
  /** Bound by whoever follows the votes (useVotesLine). */
  bind(requests: VotingRequests): void;
};

export type VotingStore = StoreApi<VotingState>;

const nothing = () => Promise.resolve();
const none: VotesAnswer = { open: null, closed: [], mayVote: false };

/** One's own dots: what the server says, and what is on its way there. */
function withPending(votes: VotesAnswer, pending: VotingState['pending']): VotesAnswer {
  if (!votes.open) return votes;
  const mine = Object.entries({ ...votes.open.mine, ...pending }).filter(([, count]) => count > 0);
  return { ...votes, open: { ...votes.open, mine: Object.fromEntries(mine) } };
}

/** The votes on the open map, as this page knows them. */
export function createVotingStore(): VotingStore {
  return createStore<VotingState>()((set, get) => ({
    told: none,
    votes: none,
    pending: {},
    shownId: null,
    show: (shownId) => set({ shownId }),
    take(answer) {
      const { votes, pending, shownId } = get();
      const wasOpen = votes.open?.id;
      const isOver = wasOpen !== undefined && wasOpen !== answer.open?.id;
      const known = (id: string | null | undefined) => answer.closed.some((round) => round.id === id);
      const kept = known(shownId) ? shownId : null;
      const left = isOver ? {} : pending;
      set({ told: answer, votes: withPending(answer, left), pending: left, shownId: isOver && known(wasOpen) ? wasOpen : kept });
    },
    takeBallot({ id, voters, mine }) {
      const { told: before, pending } = get();
      if (before.open?.id !== id) return;
      const told = { ...before, open: { ...before.open, voters, mine } };
      set({ told, votes: withPending(told, pending) });
    },
    expect(cardId, count) {
      const { told, pending } = get();
      const { [cardId]: _, ...others } = pending;
      const next = count === null ? others : { ...others, [cardId]: count };
      set({ votes: withPending(told, next), pending: next });
    },
    open: nothing,
    close: nothing,
    remove: nothing,
    showDots: nothing,
    give: nothing,
    bind: (requests) => set(requests),
  }));
}
