import { type SourceKind, type SurveyBasis, sourceKinds, surveyBases } from '@/lib/evidence/sourceKind';
import { appendAudit } from '../audit';
import { clientOf, type Database, type Transaction } from '../database';
import { lockWorkspace } from '../memberships';

/** A source of what customers said. `revision` grows with every change of what its figures are made of. */
export type SourceRow = {
  id: string;
  workspaceId: string;
  kind: SourceKind;
  basis: SurveyBasis | null;
  name: string;
  retentionDays: number | null;
  revision: number;
  createdAt: Date;
};

const columns = {
  ...{ id: true, workspaceId: true, kind: true, basis: true, name: true, retentionDays: true, revision: true, createdAt: true },
} as const;

type Stored = Omit<SourceRow, 'kind' | 'basis'> & { kind: string; basis: string | null };

/** A kind that this version does not know (a newer one wrote it) counts as a survey. */
const toSource = (row: Stored): SourceRow => ({
  ...row,
  kind: sourceKinds.find((kind) => kind === row.kind) ?? 'survey',
  basis: surveyBases.find((basis) => basis === row.basis) ?? null,
});

/**
 * Holds a source until the transaction ends. Everything that changes its answers does so first, and looks at them in a statement of its own: one that waited sees what
 * was there before it had to wait.
 */
export async function lockSource(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM evidence_source WHERE id = ${id} FOR UPDATE`;
}

/** The sources of a workspace, by name. */
export async function listSources(db: Database, workspaceId: string): Promise<SourceRow[]> {
  const rows = await db.prisma.evidenceSource.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toSource);
}

/** The source with this id, or null when there is none, or its workspace was deleted. Says nothing about who may see it. */
export async function findSource(db: Database, id: string): Promise<SourceRow | null> {
  const where = { id, deletedAt: null, workspace: { deletedAt: null } };
  const row = await db.prisma.evidenceSource.findFirst({ where, select: columns });
  return row && toSource(row);
}

/** All sources that are there, with how long they keep answers. */
export function listKeptSources(db: Database): Promise<Pick<SourceRow, 'id' | 'workspaceId' | 'retentionDays'>[]> {
  const select = { id: true, workspaceId: true, retentionDays: true } as const;
  return db.prisma.evidenceSource.findMany({ where: { deletedAt: null }, select });
}

/** Sources that are being removed. */
export async function listDeletedSources(db: Database): Promise<string[]> {
  const rows = await db.prisma.evidenceSource.findMany({ where: { deletedAt: { not: null } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export type NewSource = Pick<SourceRow, 'id' | 'workspaceId' | 'kind' | 'basis' | 'name' | 'retentionDays'> & {
  createdBy: string;
};

/** Makes a source, with the audit log's entry. Null when the workspace has `most` of them already. */
export function createSource(db: Database, source: NewSource, most: number): Promise<SourceRow | null> {
  const { workspaceId } = source;
  return db.prisma.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    if ((await tx.evidenceSource.count({ where: { workspaceId, deletedAt: null } })) >= most) return null;
    const row = await tx.evidenceSource.create({ data: source, select: columns });
    await appendAudit(tx, { action: 'source.created', actorId: source.createdBy, workspaceId, detail: { sourceId: row.id } });
    return toSource(row);
  });
}

export type SourceChange = Partial<Pick<SourceRow, 'name' | 'basis' | 'retentionDays'>>;

/** Changes what is given of a source, with the audit log's entry. Null when it is gone. */
export function changeSource(
  db: Database,
  { id, workspaceId, actorId }: { id: string; workspaceId: string; actorId: string },
  change: SourceChange,
): Promise<SourceRow | null> {
  return db.prisma.$transaction(async (tx) => {
    const where = { id, deletedAt: null };
    const [row] = await tx.evidenceSource.updateManyAndReturn({ where, data: change, select: columns });
    if (!row) return null;
    if (Object.keys(change).length > 0) {
      const detail = { sourceId: id, retentionDays: row.retentionDays };
      await appendAudit(tx, { action: 'source.changed', actorId, workspaceId, detail });
    }
    return toSource(row);
  });
}

/** Marks a source to be removed for good, with the audit log's entry: it is gone at once; `purgeSource` removes what it had. False when it was gone. */
export function markSourceDeleted(
  db: Database,
  { id, workspaceId, actorId }: { id: string; workspaceId: string; actorId: string },
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.evidenceSource.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: new Date() } });
    if (count === 0) return false;
    await appendAudit(tx, { action: 'source.deleted', actorId, workspaceId, detail: { sourceId: id } });
    return true;
  });
}

/** Says that a source's figures may have changed. `imports`: of which the counts are others now. */
export async function raiseRevision(db: Database | Transaction, sourceId: string, imports: readonly string[]): Promise<void> {
  const data = { revision: { increment: 1 } };
  await clientOf(db).evidenceImport.updateMany({ where: { sourceId, id: { in: [...imports] } }, data });
  await clientOf(db).evidenceSource.updateMany({ where: { id: sourceId }, data });
}
