import { clientOf, type Database, type Transaction } from './database';

/** What a future state was derived from, with the facts by which that is called even when it is gone. `mapId`: the future state. */
export type FutureStateRow = {
  mapId: string;
  /** Ids of what it was derived from; null where a file did not say. They lead somewhere only if it is `linked`. */
  sourceMapId: string | null;
  versionId: string | null;
  versionNumber: number;
  versionName: string;
  versionAt: Date;
  /** What the map was called. */
  title: string;
  /** Whether it was a baseline when the future state was made. */
  signed: boolean;
  /** SHA-256 (hex) of the version’s canonical JSON; null where a file did not say. */
  contentHash: string | null;
  schemaVersion: number;
  /** Where the content of the version lies; null when it never came here. */
  contentBlob: string | null;
  /** The map's files that this content shows; null before housekeeping has looked. */
  fileIds: readonly string[] | null;
  /** Whether whoever made it could see the map that it was derived from. Of one that came as a file, and was not known to them, the ids are only what that said. */
  linked: boolean;
  /** Whether the facts and the content are what a file said, and not what was found here. */
  fromFile: boolean;
};

const columns = {
  ...{ mapId: true, sourceMapId: true, versionId: true, versionNumber: true, versionName: true, versionAt: true },
  ...{ title: true, signed: true, contentHash: true, schemaVersion: true, contentBlob: true, fileIds: true },
  ...{ linked: true, fromFile: true },
} as const;

/** A row with its list judged: the database holds JSON. */
const toFutureState = <Row extends Omit<FutureStateRow, 'fileIds'> & { fileIds: unknown }>(row: Row): FutureStateRow => ({
  ...row,
  fileIds: Array.isArray(row.fileIds) ? row.fileIds.filter((id): id is string => typeof id === 'string') : null,
});

/** What makes one, beside the map that it is made with. `decisionsOf`: the future state that it is a copy of. */
export type Derivation = Omit<FutureStateRow, 'mapId'> & { decisionsOf?: string };

/** Notes what a new map is derived from; of a copy, with what was decided in its original, by whom and when. Give it the transaction that makes the map. */
export async function insertFutureState(
  target: Database | Transaction,
  { decisionsOf, fileIds, ...row }: Derivation & { mapId: string; createdBy: string },
): Promise<void> {
  const client = clientOf(target);
  await client.futureState.create({ data: { ...row, ...(fileIds && { fileIds: [...fileIds] }) } });
  if (decisionsOf === undefined) return;
  await client.$executeRaw`
    insert into future_decision (map_id, key, fingerprint, decided_by, decided_at)
    select ${row.mapId}, key, fingerprint, decided_by, decided_at from future_decision where map_id = ${decisionsOf}`;
}

/** What a map was derived from; null for maps that were not. */
export async function findFutureState(db: Database, mapId: string): Promise<FutureStateRow | null> {
  const row = await db.prisma.futureState.findUnique({ where: { mapId }, select: columns });
  return row && toFutureState(row);
}

/** The future states that were derived from a map and are not in the bin, oldest first. Says nothing about who may see them. */
export async function listFutureStatesOf(db: Database, sourceMapId: string): Promise<FutureStateRow[]> {
  const rows = await db.prisma.futureState.findMany({
    where: { sourceMapId, linked: true, map: { deletedAt: null, workspace: { deletedAt: null } } },
    orderBy: [{ createdAt: 'asc' }, { mapId: 'asc' }],
    select: columns,
  });
  return rows.map(toFutureState);
}

/** Future states of which it is not known yet which files only their baselines show. */
export async function listFutureStatesWithoutFiles(db: Database): Promise<FutureStateRow[]> {
  const { rows } = await db.pool.query<{ map_id: string }>('select map_id from future_state where file_ids is null');
  const where = { mapId: { in: rows.map((row) => row.map_id) } };
  const found = await db.prisma.futureState.findMany({ where, orderBy: { mapId: 'asc' }, select: columns });
  return found.map(toFutureState);
}

/** Notes which of the map's files the baseline of a future state shows. */
export async function noteBaselineFiles(db: Database, mapId: string, fileIds: readonly string[]): Promise<void> {
  await db.prisma.futureState.updateMany({ where: { mapId }, data: { fileIds: [...fileIds] } });
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
