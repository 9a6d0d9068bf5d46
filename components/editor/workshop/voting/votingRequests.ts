import { requestJson } from '@/components/workspace/request';
import { type BallotAnswer, ballotAnswerSchema, type VotesAnswer, votesAnswerSchema } from '@/lib/workshop/voting/votesAnswer';
import type { VotingRequests, VotingStore } from './votingStore';

/** Reading the votes on a map. */
export function voteReader(mapId: string): { list(): Promise<VotesAnswer>; ballot(roundId: string): Promise<BallotAnswer> } {
  const path = `/api/maps/${mapId}/votes`;
  return {
    list: () => requestJson('GET', path, votesAnswerSchema),
    ballot: (roundId) => requestJson('GET', `${path}/${roundId}`, ballotAnswerSchema),
  };
}

/** `changed`: this page has changed the votes; what it had asked for before may not know of it. `refused`: one's own dots have to be read again. */
type Hooks = { changed(): void; refused(): void };

/** Everything that is done with the votes on a map. What one gives is seen at once, and sent one after the other. */
export function votingRequests(mapId: string, voting: VotingStore, { changed, refused }: Hooks): VotingRequests {
  const path = `/api/maps/${mapId}/votes`;
  const { take, takeBallot, expect } = voting.getState();
  let last: Promise<unknown> = Promise.resolve();
  const send = async (roundId: string, cardId: string, count: number): Promise<void> => {
    // Meanwhile one has thought again: that is sent after this.
    if (voting.getState().pending[cardId] !== count) return;
    try {
      const ballot = await requestJson('PUT', `${path}/${roundId}`, ballotAnswerSchema, { cardId, count });
      changed();
      takeBallot(ballot);
      if (voting.getState().pending[cardId] === count) expect(cardId, null);
    } catch (error) {
      expect(cardId, null);
      refused();
      throw error;
    }
  };
  const change = async (method: 'POST' | 'PUT' | 'DELETE', at: string, body?: unknown): Promise<void> => {
    const votes = await requestJson(method, at, votesAnswerSchema, body);
    changed();
    take(votes);
  };
  return {
    open: (round) => change('POST', path, round),
    close: (id) => change('POST', `${path}/${id}/close`),
    remove: (id) => change('DELETE', `${path}/${id}`),
    showDots: (roundId) => change('PUT', `/api/maps/${mapId}/votes-shown`, { roundId }),
    give(roundId, cardId, count) {
      expect(cardId, count);
      const sent = last.then(() => send(roundId, cardId, count));
      last = sent.catch(() => undefined);
      return sent;
    },
  };
}
