import { clientOf, type Database, type Transaction } from './database';

/** What a future state was derived from, with the facts by which that is called even when it is gone. `mapId`: the future state. */
export type FutureStateRow = {
  mapId: string;
  sourceMapId: string;
  versionId: string;
  versionNumber: number;
  versionName: string;
  versionAt: Date;
  /** What the map was called. */
  title: string;
  /** Whether it was a baseline when the future state was made. */
  signed: boolean;
  contentHash: string;
  schemaVersion: number;
  /** Where the content of the version lies; null when it never came here. */
  contentBlob: string | null;
};

const columns = {
  ...{ mapId: true, sourceMapId: true, versionId: true, versionNumber: true, versionName: true, versionAt: true },
  ...{ title: true, signed: true, contentHash: true, schemaVersion: true, contentBlob: true },
} as const;

/** What makes one, beside the map that it is made with. `decisionsOf`: the future state that it is a copy of. */
export type Derivation = Omit<FutureStateRow, 'mapId'> & { decisionsOf?: string };

/** Notes what a new map is derived from; of a copy, with what was decided in its original, by whom and when. Give it the transaction that makes the map. */
export async function insertFutureState(
  target: Database | Transaction,
  { decisionsOf, ...row }: Derivation & { mapId: string; createdBy: string },
): Promise<void> {
  const client = clientOf(target);
  await client.futureState.create({ data: row });
  if (decisionsOf === undefined) return;
  await client.$executeRaw`
    insert into future_decision (map_id, key, fingerprint, decided_by, decided_at)
    select ${row.mapId}, key, fingerprint, decided_by, decided_at from future_decision where map_id = ${decisionsOf}`;
}

/** What a map was derived from; null for maps that were not. */
export async function findFutureState(db: Database, mapId: string): Promise<FutureStateRow | null> {
  return db.prisma.futureState.findUnique({ where: { mapId }, select: columns });
}

/** The future states that were derived from a map and are not in the bin, oldest first. Says nothing about who may see them. */
export function listFutureStatesOf(db: Database, sourceMapId: string): Promise<FutureStateRow[]> {
  return db.prisma.futureState.findMany({
    where: { sourceMapId, map: { deletedAt: null, workspace: { deletedAt: null } } },
    orderBy: [{ createdAt: 'asc' }, { mapId: 'asc' }],
    select: columns,
  });
}

/** The hashes of all stored bytes that future states need. */
export async function listFutureStateHashes(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ hash: string }>(
    'select distinct content_blob as hash from future_state where content_blob is not null',
  );
  return rows.map(({ hash }) => hash);
}

/** A change of the current state that somebody decided not to take over, as it was then. */
export type LeftChange = { key: string; fingerprint: string };

/** What is not taken over into a future state. */
export function listLeftChanges(db: Database, mapId: string): Promise<LeftChange[]> {
  return db.prisma.futureDecision.findMany({
    where: { mapId },
    orderBy: { key: 'asc' },
    select: { key: true, fingerprint: true },
  });
}

/** Notes that changes are not taken over, as they are now. */
export async function leaveChanges(
  db: Database,
  mapId: string,
  changes: readonly LeftChange[],
  decidedBy: string,
): Promise<void> {
  const keys = changes.map(({ key }) => key);
  await db.prisma.$transaction([
    db.prisma.futureDecision.deleteMany({ where: { mapId, key: { in: keys } } }),
    db.prisma.futureDecision.createMany({
      data: changes.map((change) => ({ mapId, ...change, decidedBy })),
      skipDuplicates: true,
    }),
  ]);
}

/** Forgets such decisions. */
export async function reopenChanges(db: Database, mapId: string, keys: readonly string[]): Promise<void> {
  await db.prisma.futureDecision.deleteMany({ where: { mapId, key: { in: [...keys] } } });
}
