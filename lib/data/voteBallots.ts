import { AppError } from '@/lib/errors';
import { type Choices, toChoices } from '@/lib/workshop/voting/ballot';
import type { VoteResult } from '@/lib/workshop/voting/result';
import type { Database, Transaction } from './database';
import { findRound, type RoundRow, toRound } from './voteRounds';

/** What somebody has voted for so far. */
export async function findChoices(db: Database, roundId: string, actorId: string): Promise<Choices> {
  const row = await db.prisma.voteBallot.findUnique({
    where: { roundId_actorId: { roundId, actorId } },
    select: { choices: true },
  });
  return toChoices(row?.choices);
}

/** How many people have voted. */
export function countVoters(db: Database, roundId: string): Promise<number> {
  return db.prisma.voteBallot.count({ where: { roundId } });
}

const gone = (): AppError => new AppError('notFound', 'No such vote.', { messageKey: 'voteNotFound' });

/** The vote, when it is open. Throws `notFound`, and `conflict` when it is closed. */
export function requireOpen(round: RoundRow | null | undefined): RoundRow {
  if (!round) throw gone();
  if (round.closedAt) throw new AppError('conflict', 'The vote is closed.', { messageKey: 'voteIsClosed' });
  return round;
}

/** Somebody's ballot. */
type Place = { mapId: string; roundId: string; actorId: string };

/** How often a change begins anew because another tab of the same person came first. */
const mostAttempts = 10;

/**
 * Changes what somebody has voted for. It is kept only if the ballot is still the one that `change` saw and the vote is open, in one short
 * statement: no two tabs give more than they have, the vote cannot be closed in between, and forty people who vote at once wait for no
 * transaction of another. Whatever `change` throws changes nothing. Throws `notFound`, `conflict` when it is closed.
 */
export async function changeBallot(
  db: Database,
  place: Place,
  change: (choices: Choices, round: RoundRow) => Choices,
): Promise<{ choices: Choices; turnoutChanged: boolean }> {
  const { mapId, roundId, actorId } = place;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const round = requireOpen(await findRound(db, mapId, roundId));
    const where = { roundId_actorId: { roundId, actorId } };
    const stored = await db.prisma.voteBallot.findUnique({ where, select: { choices: true } });
    const choices = change(toChoices(stored?.choices), round);
    const isEmpty = Object.keys(choices).length === 0;
    const before = stored && JSON.stringify(stored.choices);
    const isKept = isEmpty ? await takeBallot(db, place, before) : await keepBallot(db, place, before, choices);
    if (isKept) return { choices, turnoutChanged: (stored === null) !== isEmpty };
  }
  throw new AppError('conflict', 'The ballot changes too fast.', { messageKey: 'voteChangedMeanwhile' });
}

/** Keeps a ballot in an open vote in place of the one that says `before` (null: of none). Returns whether that was still so. */
async function keepBallot(db: Database, { mapId, roundId, actorId }: Place, before: string | null, choices: Choices) {
  const count = await db.prisma.$executeRaw`
    INSERT INTO vote_ballot (round_id, actor_id, choices)
    SELECT id, ${actorId}, ${JSON.stringify(choices)}::jsonb FROM vote_round
    WHERE id = ${roundId} AND map_id = ${mapId} AND closed_at IS NULL FOR SHARE
    ON CONFLICT (round_id, actor_id) DO UPDATE SET choices = excluded.choices WHERE vote_ballot.choices = ${before}::jsonb`;
  return count > 0;
}

/** Takes a ballot away that says `before`. Returns whether that was still so; none at all is none. */
async function takeBallot(db: Database, { roundId, actorId }: Place, before: string | null) {
  if (before === null) return true;
  const count = await db.prisma.$executeRaw`
    DELETE FROM vote_ballot WHERE round_id = ${roundId} AND actor_id = ${actorId} AND choices = ${before}::jsonb`;
  return count > 0;
}

/** Closes a vote: keeps what `count` says came of it and drops the ballots. `changed` is false for one that was closed before. Throws `notFound`. */
export function closeRound(
  db: Database,
  place: { mapId: string; roundId: string },
  count: (ballots: readonly Choices[], round: RoundRow) => VoteResult,
): Promise<{ result: VoteResult; changed: boolean }> {
  const { mapId, roundId } = place;
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM vote_round WHERE id = ${roundId} AND map_id = ${mapId} FOR UPDATE`;
    const stored = await tx.voteRound.findFirst({ where: { id: roundId, mapId } });
    const [round] = stored ? toRound(stored) : [];
    if (!round) throw gone();
    if (round.result) return { result: round.result, changed: false };
    const ballots = await tx.voteBallot.findMany({ where: { roundId }, select: { choices: true } });
    const result = count(
      ballots.map(({ choices }) => toChoices(choices)),
      round,
    );
    await tx.voteRound.update({ where: { id: roundId }, data: { closedAt: new Date(), result } });
    await tx.voteBallot.deleteMany({ where: { roundId } });
    return { result, changed: true };
  });
}

/** Takes back what people have voted for in votes that are still open: for those who are gone. */
export async function forgetVoters(tx: Transaction, actorIds: readonly string[]): Promise<void> {
  await tx.voteBallot.deleteMany({ where: { actorId: { in: [...actorIds] } } });
}
