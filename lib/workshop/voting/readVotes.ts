import { type Actor, actorIdOf } from '@/lib/access/actor';
import { canVoteOnMap } from '@/lib/access/map';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { countVoters, findChoices } from '@/lib/data/voteBallots';
import { findRound, listRounds, type RoundRow } from '@/lib/data/voteRounds';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import type { BallotAnswer, ClosedRound, VotesAnswer } from './votesAnswer';

type Running = Pick<Runtime, 'database'>;

const toRules = ({ id, title, kinds, laneIds, votesPerPerson, mostPerCard, openedAt }: RoundRow) => ({
  ...{ id, title, kinds, laneIds, votesPerPerson, mostPerCard },
  openedAt: openedAt.toISOString(),
});

async function readBallot({ database }: Running, roundId: string, actorId: string): Promise<BallotAnswer> {
  const [voters, mine] = [await countVoters(database, roundId), await findChoices(database, roundId, actorId)];
  return { id: roundId, voters, mine };
}

/** The votes on a map: the open one with one's own dots and how many have voted, and what came of the others. Throws `notFound`. */
export async function readVotes(running: Running, actor: Actor, mapId: string): Promise<VotesAnswer> {
  const { map, standing } = await requireMapAccess(actor, mapId, 'read', running.database);
  const rounds = await listRounds(running.database, map.id);
  const open = rounds.find(({ closedAt }) => closedAt === null);
  const closed = rounds.flatMap((round): ClosedRound[] => {
    const { closedAt, result, dotsShown } = round;
    return closedAt && result ? [{ ...toRules(round), closedAt: closedAt.toISOString(), ...result, dotsShown }] : [];
  });
  return {
    open: open ? { ...toRules(open), ...(await readBallot(running, open.id, actorIdOf(actor))) } : null,
    closed: closed.sort((a, b) => (a.closedAt < b.closedAt ? 1 : -1)),
    mayVote: canVoteOnMap(standing),
  };
}

/** What changes about an open vote: one's own dots and how many have voted. Throws `notFound`, for a closed one, too. */
export async function readOwnBallot(running: Running, actor: Actor, mapId: string, roundId: string): Promise<BallotAnswer> {
  const { map } = await requireMapAccess(actor, mapId, 'read', running.database);
  const round = await findRound(running.database, map.id, roundId);
  if (!round || round.closedAt) throw new AppError('notFound', 'No such open vote.', { messageKey: 'voteNotFound' });
  return readBallot(running, round.id, actorIdOf(actor));
}
