import type { EventWatcher } from '@/components/live/watchEvents';
import { voteReader, votingRequests } from './votingRequests';
import type { VotingStore } from './votingStore';

/** Keeps the votes on a map as the server has them, and lets them be changed, until the returned function is called. */
export function followVotes(mapId: string, voting: VotingStore, watch: (watcher: EventWatcher) => () => void): () => void {
  const read = voteReader(mapId);
  let isOver = false;
  let isBusy = false;
  // What is to be fetched: everything, or one's own ballot alone.
  let wanted: { all: boolean; roundId: string | null } = { all: false, roundId: null };
  /** How often this page has changed the votes: an answer that was asked for before may not know of the last time. */
  let changes = 0;
  const fetchOne = async (): Promise<void> => {
    const { all, roundId } = wanted;
    wanted = { all: false, roundId: null };
    const before = changes;
    const isStale = (): boolean => {
      if (changes !== before) wanted = { all: wanted.all || all, roundId: wanted.roundId ?? roundId };
      return isOver || changes !== before;
    };
    if (!all && roundId !== null && voting.getState().votes.open?.id === roundId) {
      const ballot = await read.ballot(roundId).catch(() => null);
      if (isStale()) return;
      if (ballot) return voting.getState().takeBallot(ballot);
    }
    // What is known stays; the line's next opening asks again.
    const votes = await read.list().catch(() => null);
    if (!isStale() && votes) voting.getState().take(votes);
  };
  // Never twice at once: what is asked for meanwhile is fetched afterwards, so that the last answer is never older than the last event.
  const fetchAll = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (!isOver && (wanted.all || wanted.roundId !== null)) await fetchOne();
    isBusy = false;
  };
  const ask = (roundId: string | null): void => {
    wanted = { all: wanted.all || roundId === null, roundId: roundId ?? wanted.roundId };
    void fetchAll();
  };
  const hooks = {
    changed: () => {
      changes += 1;
    },
    refused: () => ask(null),
  };
  voting.getState().bind(votingRequests(mapId, voting, hooks));
  const stop = watch({
    onOpen: () => ask(null),
    onEvent(kind, { roundId }) {
      if (kind === 'votes.changed') ask(typeof roundId === 'string' ? roundId : null);
    },
  });
  return () => {
    isOver = true;
    stop();
  };
}
