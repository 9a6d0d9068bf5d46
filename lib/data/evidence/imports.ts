import { AppError } from '@/lib/errors';
import { type ImportKind, importKinds } from '@/lib/evidence/importKind';
import { type ImportState, importStates } from '@/lib/evidence/importState';
import type { Prisma } from '@/lib/generated/prisma/client';
import { appendAudit } from '../audit';
import type { Database } from '../database';
import { lockSource } from './sources';

const columns = {
  ...{
    id: true,
    sourceId: true,
    kind: true,
    state: true,
    fileName: true,
    byteCount: true,
    bytesRead: true,
    plan: true,
    shape: true,
  },
  ...{ rowsRead: true, added: true, skipped: true, changed: true, erased: true, expired: true, rejected: true, failure: true },
  ...{ createdBy: true, createdAt: true, startedAt: true, endedAt: true },
} as const;

type Stored = Prisma.EvidenceImportGetPayload<{ select: typeof columns }>;

/** One file. `plan` and `failure` are what the program wrote, and are judged by who reads them. */
export type ImportRow = Omit<Stored, 'kind' | 'state' | 'plan' | 'failure'> & {
  kind: ImportKind;
  state: ImportState;
  plan: unknown;
  failure: unknown;
};

const toImport = (row: Stored): ImportRow => ({
  ...row,
  kind: importKinds.find((kind) => kind === row.kind) ?? 'file',
  state: importStates.find((state) => state === row.state) ?? 'failed',
});

/** The files of a source, the last first. */
export async function listImports(db: Database, sourceId: string, limit = 200): Promise<ImportRow[]> {
  const rows = await db.prisma.evidenceImport.findMany({
    where: { sourceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: columns,
  });
  return rows.map(toImport);
}

/** The file with this id, or null when there is none, or its source was deleted. Says nothing about who may see it. */
export async function findImport(db: Database, id: string): Promise<ImportRow | null> {
  const where = { id, source: { deletedAt: null, workspace: { deletedAt: null } } };
  const row = await db.prisma.evidenceImport.findFirst({ where, select: columns });
  return row && toImport(row);
}

/** Files in these states, in sources that are there, the first made first. */
export async function listImportsIn(db: Database, states: readonly ImportState[]): Promise<ImportRow[]> {
  const rows = await db.prisma.evidenceImport.findMany({
    where: { state: { in: [...states] }, source: { deletedAt: null } },
    orderBy: [{ startedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toImport);
}

/** Files of a source that nobody reads yet, those of a deleted one as well. */
export async function listWaitingIds(db: Database, sourceId: string): Promise<string[]> {
  const where = { sourceId, state: { in: ['staged', 'queued'] } };
  return (await db.prisma.evidenceImport.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Files of a workspace that lie ready, wait or are being read, the first made first. */
export async function listOpenImports(db: Database, workspaceId: string): Promise<ImportRow[]> {
  const rows = await db.prisma.evidenceImport.findMany({
    where: { state: { in: ['staged', 'queued', 'running'] }, source: { workspaceId, deletedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toImport);
}

/** The ids of a workspace's files that have not ended. */
export async function listUnended(db: Database, workspaceId: string): Promise<string[]> {
  const state = { in: ['staged', 'queued', 'running'] };
  const where = { state, source: { workspaceId, deletedAt: null } };
  return (await db.prisma.evidenceImport.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** Notes a file that lies ready. Null when its source is gone: whoever deletes one finds all files that were noted before. */
export function createImport(
  db: Database,
  file: { id: string; sourceId: string; fileName: string; byteCount: number; createdBy: string },
): Promise<ImportRow | null> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, file.sourceId);
    if ((await tx.evidenceSource.count({ where: { id: file.sourceId, deletedAt: null } })) === 0) return null;
    return toImport(await tx.evidenceImport.create({ data: { ...file, state: 'staged' }, select: columns }));
  });
}

/** Puts a file that lies ready in the queue, with the plan that it is read by, which is remembered for files of this shape. False when it does not lie ready. */
export function queueImport(
  db: Database,
  { id, sourceId }: Pick<ImportRow, 'id' | 'sourceId'>,
  { plan, shape }: { plan: Prisma.InputJsonObject; shape: string },
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const data = { state: 'queued', plan, shape, startedAt: new Date() };
    const { count } = await tx.evidenceImport.updateMany({ where: { id, state: 'staged' }, data });
    if (count === 0) return false;
    const remembered = { plan, at: new Date() };
    const key = { sourceId, shape };
    await tx.evidencePlan.upsert({ where: { sourceId_shape: key }, create: { ...key, ...remembered }, update: remembered });
    return true;
  });
}

/** The plans by which files of a source were read, the last settled first. */
export async function listPlans(db: Database, sourceId: string, limit = 50): Promise<unknown[]> {
  const orderBy = [{ at: 'desc' as const }, { shape: 'asc' as const }];
  return (await db.prisma.evidencePlan.findMany({ where: { sourceId }, orderBy, take: limit, select: { plan: true } })).map(
    ({ plan }) => plan,
  );
}

/** The plan by which a file of this shape was read last, or null. */
export async function findPlan(db: Database, sourceId: string, shape: string): Promise<unknown> {
  const row = await db.prisma.evidencePlan.findUnique({ where: { sourceId_shape: { sourceId, shape } }, select: { plan: true } });
  return row?.plan ?? null;
}

/** Says that the rows of a file are being read. False when it is not its turn (any more). */
export function beginImport(db: Database, { id, sourceId }: Pick<ImportRow, 'id' | 'sourceId'>): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    // Either a file is taken back before, and its answers are removed first, or not while this one is read.
    await lockSource(tx, sourceId);
    const where = { id, state: { in: ['queued', 'running'] }, source: { deletedAt: null } };
    return (await tx.evidenceImport.updateMany({ where, data: { state: 'running' } })).count > 0;
  });
}

/**
 * Makes all answers of a file count, in one short transaction, with the audit log's entry. False when it does not run (any more). `keptPersonal`: columns
 * with personal data that were stored as they are.
 */
export function finishImport(
  db: Database,
  { id, sourceId, createdBy }: Pick<ImportRow, 'id' | 'sourceId' | 'createdBy'>,
  { workspaceId, keptPersonal }: { workspaceId: string; keptPersonal: number },
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const [row] = await tx.evidenceImport.updateManyAndReturn({
      where: { id, state: 'running', source: { deletedAt: null } },
      data: { state: 'finished', endedAt: new Date() },
      select: { added: true, byteCount: true },
    });
    if (!row) return false;
    await tx.evidenceSource.updateMany({ where: { id: sourceId }, data: { revision: { increment: 1 } } });
    const detail = { sourceId, importId: id, added: row.added, keptPersonal };
    await appendAudit(tx, { action: 'evidence.imported', actorId: createdBy, workspaceId, detail });
    return true;
  });
}

/** Ends a file that was not finished because it cannot be. False when it had ended already. */
export async function failImport(db: Database, id: string, failure: Prisma.InputJsonObject): Promise<boolean> {
  const where = { id, state: { in: ['staged', 'queued', 'running'] } };
  const data = { state: 'failed', failure, endedAt: new Date() };
  return (await db.prisma.evidenceImport.updateMany({ where, data })).count > 0;
}

/**
 * Takes a file back, at whatever stage it is, with the audit log's entry when its answers counted already. Returns the state that it was in; null when
 * there was nothing to take back. Throws `conflict` when its answers count and another file of the source is being read: that one passes over rows which are
 * known from this one, and they would be gone with it.
 */
export function cancelImport(
  db: Database,
  { id, sourceId }: Pick<ImportRow, 'id' | 'sourceId'>,
  { actorId, workspaceId }: { actorId: string; workspaceId: string },
): Promise<ImportState | null> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    const [before] = await tx.$queryRaw<{ state: ImportState }[]>`SELECT state FROM evidence_import WHERE id = ${id} FOR UPDATE`;
    if (!before || before.state === 'cancelled' || before.state === 'failed') return null;
    if (before.state === 'finished' && (await tx.evidenceImport.count({ where: { sourceId, state: 'running' } })) > 0) {
      throw new AppError('conflict', 'Another file of the source is being read.', { messageKey: 'importRunning' });
    }
    await tx.evidenceImport.updateMany({ where: { id }, data: { state: 'cancelled', endedAt: new Date() } });
    if (before.state === 'finished') {
      await tx.evidenceSource.updateMany({ where: { id: sourceId }, data: { revision: { increment: 1 } } });
      await appendAudit(tx, { action: 'evidence.removed', actorId, workspaceId, detail: { sourceId, importId: id } });
    }
    return before.state;
  });
}

/** Files that count for nothing (any more) and have answers all the same. */
export async function listLeftovers(db: Database): Promise<Pick<ImportRow, 'id' | 'sourceId'>[]> {
  const { rows } = await db.pool.query<{ id: string; sourceId: string }>(
    `select i.id, i.source_id as "sourceId" from evidence_import i
     where i.state in ('failed', 'cancelled') and exists (select from evidence_response r where r.import_id = i.id)`,
  );
  return rows;
}

/** A row that was not taken over. `problem` is judged by who reads it. */
export type RejectionRow = { row: number; line: number; problem: unknown };

/** Rejected rows of a file, in its order, page by page. */
export function pageRejections(db: Database, importId: string, after: number, limit = 500): Promise<RejectionRow[]> {
  return db.prisma.evidenceRejection.findMany({
    where: { importId, row: { gt: after } },
    orderBy: { row: 'asc' },
    take: limit,
    select: { row: true, line: true, problem: true },
  });
}

/** Removes in short steps why rows of a source's files were not taken over that ended before a moment. How many there were stays. */
export async function removeRejections(db: Database, sourceId: string, before: Date): Promise<void> {
  for (let removed = 500; removed === 500; ) {
    const { rowCount } = await db.pool.query(
      `delete from evidence_rejection where ctid = any(array(
         select x.ctid from evidence_rejection x join evidence_import i on i.id = x.import_id
         where i.source_id = $1 and i.ended_at < $2 limit 500))`,
      [sourceId, before],
    );
    removed = rowCount ?? 0;
  }
}
