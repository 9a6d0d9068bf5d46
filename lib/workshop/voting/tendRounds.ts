import type * as Y from 'yjs';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { canLeadWorkshop } from '@/lib/access/map';
import { countAttempt } from '@/lib/auth/limits';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { closeRound } from '@/lib/data/voteBallots';
import { createRound, deleteRound, findOpenRoundId, findRound, markDotsShown } from '@/lib/data/voteRounds';
import { findWorkshop } from '@/lib/data/workshops';
import { serverOrigin } from '@/lib/document/createDocument';
import { setVotes } from '@/lib/document/operations/votes';
import { toCleanText } from '@/lib/document/plainValue';
import { AppError } from '@/lib/errors';
import { arrange } from '@/lib/map/arrange';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '../shownMap';
import { leads } from '../state';
import { listCandidates } from './candidates';
import { countBallots, type RankedCard } from './result';
import type { NewRound } from './round';
import { tellVotes } from './tellVotes';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'liveMaps' | 'metrics'>;

const gone = (): AppError => new AppError('notFound', 'No such vote.', { messageKey: 'voteNotFound' });

/** The map's id, for whoever leads the workshop on it. Throws `notFound`, `forbidden`, `tooMany`. */
async function requireLeader(running: Running, actor: Actor, mapId: string): Promise<string> {
  const { map, standing } = await requireMapAccess(actor, mapId, 'read', running.database);
  const { state } = await findWorkshop(running.database, map.id);
  // Whoever lost the right to lead is still named among the leaders, and has no say any more.
  if (!canLeadWorkshop(standing) || !leads(state, actorIdOf(actor))) {
    throw new AppError('forbidden', 'Does not lead the workshop.', { messageKey: 'workshopNotLeader' });
  }
  await countAttempt(running, [{ limit: 'workshop', who: actorIdOf(actor) }]);
  return map.id;
}

/** Opens a vote. Throws `notFound`, `forbidden`, `conflict` when one is open, `tooMany`. */
export async function openRound(running: Running, actor: Actor, mapId: string, round: NewRound): Promise<void> {
  const id = await requireLeader(running, actor, mapId);
  await createRound(running.database, id, actorIdOf(actor), { ...round, title: toCleanText(round.title), id: newId() });
  await tellVotes(running, id);
}

async function putDots(running: Running, actorId: string, mapId: string, roundId: string | null, ranking: readonly RankedCard[]) {
  const votes = new Map(ranking.map((card) => [card.cardId, card.votes]));
  await running.liveMaps.write(mapId, actorId, (doc: Y.Doc) => setVotes(doc, { votes }, serverOrigin));
  await markDotsShown(running.database, mapId, roundId);
}

/** Closes a vote and puts its dots onto the cards. Nothing happens to one that is closed. */
async function close(running: Running, actorId: string, mapId: string, roundId: string): Promise<void> {
  // Before the transaction: an embedded database has one session, and reading the map may need it.
  const map = arrange(await readShownMap(running, mapId));
  const { result, changed } = await closeRound(running.database, { mapId, roundId }, (ballots, round) =>
    countBallots(ballots, listCandidates(map, round)),
  );
  if (!changed) return;
  // What came of it is stored; were the server to stop here, its leaders can still put the dots onto the cards.
  await putDots(running, actorId, mapId, roundId, result.ranking).finally(() => tellVotes(running, mapId));
}

/** Closes a vote: everybody sees what came of it, and who voted for what is forgotten. Throws `notFound`, `forbidden`, `tooMany`. */
export async function closeVote(running: Running, actor: Actor, place: { mapId: string; roundId: string }): Promise<void> {
  await close(running, actorIdOf(actor), await requireLeader(running, actor, place.mapId), place.roundId);
}

/** Closes the vote that is open on a map whose workshop has ended. `actorId`: who ended it. */
export async function closeOpenVote(running: Running, actorId: string, mapId: string): Promise<void> {
  const roundId = await findOpenRoundId(running.database, mapId);
  if (roundId !== null) await close(running, actorId, mapId, roundId);
}

/** Shows on the cards what came of a closed vote, or takes all dots off them. Throws `notFound`, `forbidden`, `tooMany`. */
export async function showDots(running: Running, actor: Actor, mapId: string, roundId: string | null): Promise<void> {
  const id = await requireLeader(running, actor, mapId);
  const round = roundId === null ? null : await findRound(running.database, id, roundId);
  if (roundId !== null && !round?.result) throw gone();
  await putDots(running, actorIdOf(actor), id, roundId, round?.result?.ranking ?? []);
  await tellVotes(running, id);
}

/** Deletes a vote, open or closed, as if it had never been; its dots go from the cards. Throws `notFound`, `forbidden`, `tooMany`. */
export async function removeRound(running: Running, actor: Actor, place: { mapId: string; roundId: string }): Promise<void> {
  const id = await requireLeader(running, actor, place.mapId);
  const round = await findRound(running.database, id, place.roundId);
  if (!round || !(await deleteRound(running.database, id, round.id))) throw gone();
  if (round.dotsShown) await putDots(running, actorIdOf(actor), id, null, []).finally(() => tellVotes(running, id));
  else await tellVotes(running, id);
}
