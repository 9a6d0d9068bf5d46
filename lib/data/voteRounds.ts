import { AppError } from '@/lib/errors';
import { isOn, leads } from '@/lib/workshop/state';
import { resultSchema, type VoteResult } from '@/lib/workshop/voting/result';
import { mostRounds, type NewRound, newRoundSchema } from '@/lib/workshop/voting/round';
import type { Database, Transaction } from './database';
import { toWorkshopState } from './workshops';

/** A vote as it is stored. `result` is null while it is open. */
export type RoundRow = NewRound & {
  id: string;
  openedAt: Date;
  closedAt: Date | null;
  result: VoteResult | null;
  dotsShown: boolean;
};

const columns = {
  ...{ id: true, title: true, kinds: true, laneIds: true, votesPerPerson: true, mostPerCard: true },
  ...{ openedAt: true, closedAt: true, result: true, dotsShown: true },
} as const;

type Stored = Omit<RoundRow, 'kinds' | 'laneIds' | 'result'> & { kinds: unknown; laneIds: unknown; result: unknown };

const nothing: VoteResult = { voters: 0, votes: 0, ranking: [] };

/** What is stored is read with care: a vote whose rules cannot be read is none. */
export function toRound({ result, ...row }: Stored): RoundRow[] {
  const { title, kinds, laneIds, votesPerPerson, mostPerCard } = row;
  const rules = newRoundSchema.safeParse({ title, kinds, laneIds, votesPerPerson, mostPerCard });
  if (!rules.success) return [];
  const read = row.closedAt === null ? null : (resultSchema.safeParse(result).data ?? nothing);
  return [{ ...row, ...rules.data, result: read }];
}

/** The votes on a map, the one that was opened last first. */
export async function listRounds(db: Database, mapId: string): Promise<RoundRow[]> {
  const rows = await db.prisma.voteRound.findMany({
    where: { mapId },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: columns,
  });
  return rows.flatMap(toRound);
}

/** One vote on a map. */
export async function findRound(db: Database, mapId: string, id: string): Promise<RoundRow | null> {
  const row = await db.prisma.voteRound.findFirst({ where: { id, mapId }, select: columns });
  return (row && toRound(row)[0]) ?? null;
}

/** The id of the vote that is open on a map. */
export async function findOpenRoundId(db: Database, mapId: string): Promise<string | null> {
  const row = await db.prisma.voteRound.findFirst({ where: { mapId, closedAt: null }, select: { id: true } });
  return row?.id ?? null;
}

/** The state of the map's workshop, whose row is locked until the transaction ends: votes are opened one at a time, and while it is on. */
async function lockWorkshop(tx: Transaction, mapId: string) {
  const [row] = await tx.$queryRaw<{ state: unknown }[]>`SELECT state FROM workshop WHERE map_id = ${mapId} FOR UPDATE`;
  return toWorkshopState(row?.state);
}

/** Opens a vote for whoever leads the workshop on the map. Throws `forbidden`, and `conflict` when none is on, one is open, or there are too many. */
export function createRound(db: Database, mapId: string, actorId: string, round: NewRound & { id: string }): Promise<void> {
  const { laneIds, ...fields } = round;
  return db.prisma.$transaction(async (tx) => {
    const workshop = await lockWorkshop(tx, mapId);
    if (!isOn(workshop)) throw new AppError('conflict', 'No workshop is on.', { messageKey: 'workshopIsOver' });
    if (!leads(workshop, actorId)) {
      throw new AppError('forbidden', 'Does not lead the workshop.', { messageKey: 'workshopNotLeader' });
    }
    if ((await tx.voteRound.count({ where: { mapId, closedAt: null } })) > 0) {
      throw new AppError('conflict', 'A vote is open.', { messageKey: 'voteIsOpen' });
    }
    if ((await tx.voteRound.count({ where: { mapId } })) >= mostRounds) {
      const values = { max: mostRounds };
      throw new AppError('conflict', 'The map has too many votes.', { messageKey: 'voteTooMany', values });
    }
    await tx.voteRound.create({ data: { ...fields, ...(laneIds && { laneIds }), mapId, openedBy: actorId } });
  });
}

/** Deletes a vote with everything that came of it. Returns whether there was one. */
export async function deleteRound(db: Database, mapId: string, id: string): Promise<boolean> {
  const { count } = await db.prisma.voteRound.deleteMany({ where: { id, mapId } });
  return count > 0;
}

/** Notes which vote's dots are on the cards of a map. */
export async function markDotsShown(db: Database, mapId: string, id: string | null): Promise<void> {
  await db.prisma.$executeRaw`UPDATE vote_round SET dots_shown = (id = ${id ?? ''}) WHERE map_id = ${mapId}`;
}
