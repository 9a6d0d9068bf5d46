import { type Actor, actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { MapRow } from '@/lib/data/maps';
import { changeBallot, countVoters, requireOpen } from '@/lib/data/voteBallots';
import { findRound } from '@/lib/data/voteRounds';
import { AppError } from '@/lib/errors';
import { arrange } from '@/lib/map/arrange';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';
import { readShownMap, versionOfShown } from '../shownMap';
import { VoteRefused, vote } from './ballot';
import { listCandidates } from './candidates';
import type { Dots } from './round';
import { tellTurnout, tellVoter } from './tellVotes';
import type { BallotAnswer } from './votesAnswer';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'liveMaps' | 'log' | 'metrics'>;

const keepCandidates = createKeeper<ReadonlySet<string>>('voteCandidates');

/**
 * The ids of the cards that can be voted for. Everybody votes in the same minutes, and reading a large map for each dot would stall the process. Throws
 * as `requireOpen`.
 */
async function findCandidates(running: Running, row: MapRow, roundId: string, exactly = false) {
  const wanted = { of: `${row.id} ${roundId}`, version: await versionOfShown(running, row), exactly };
  return keepCandidates(running, wanted, async () => {
    const round = requireOpen(await findRound(running.database, row.id, roundId));
    return new Set(listCandidates(arrange(await readShownMap(running, row.id)), round).map(({ id }) => id));
  });
}

/**
 * Gives a card so many of one's own dots; the last word counts, and saying it twice changes nothing. Throws `notFound`, `forbidden` for whoever
 * may only look, `conflict` when the vote is closed or the dots are used up, `tooMany`.
 */
export async function castVote(
  running: Running,
  actor: Actor,
  place: { mapId: string; roundId: string },
  dots: Dots,
): Promise<BallotAnswer> {
  const { map: row } = await requireMapAccess(actor, place.mapId, 'vote', running.database);
  const actorId = actorIdOf(actor);
  await countAttempt(running, [{ limit: 'vote', who: actorId }]);
  const { choices, turnoutChanged } = await changeOwn(running, row, { roundId: place.roundId, actorId }, dots);
  await tellVoter(running, actor, row.id, place.roundId);
  if (turnoutChanged) tellTurnout(running, row.id, place.roundId);
  return { id: place.roundId, voters: await countVoters(running.database, place.roundId), mine: choices };
}

async function changeOwn(running: Running, row: MapRow, { roundId, actorId }: { roundId: string; actorId: string }, dots: Dots) {
  const changeBy = (candidates: ReadonlySet<string>) =>
    changeBallot(running.database, { mapId: row.id, roundId, actorId }, (before, round) =>
      vote(before, dots, round, (id) => candidates.has(id)),
    );
  const { value, isCurrent } = await findCandidates(running, row, roundId);
  try {
    try {
      return await changeBy(value);
    } catch (error) {
      // What was kept may be a little old: this card may be new, or one with dots gone. A dot too many on one that is gone counts for nothing at the end.
      if (isCurrent || !(error instanceof VoteRefused)) throw error;
      return await changeBy((await findCandidates(running, row, roundId, true)).value);
    }
  } catch (error) {
    if (!(error instanceof VoteRefused)) throw error;
    const { messageKey, max } = error;
    throw new AppError('conflict', `Refused: ${messageKey}.`, { messageKey, values: { max } });
  }
}
