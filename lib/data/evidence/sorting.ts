import { categorisedKinds } from '@/lib/evidence/categories/category';
import type { Database } from '../database';

/** A finished file of which answers may be in other categories than the rules say now. */
export type PendingSorting = { importId: string; sourceId: string; workspaceId: string };

const pending = `
  from evidence_import i join evidence_source s on s.id = i.source_id and s.deleted_at is null and s.kind = any($1)
  join workspace w on w.id = s.workspace_id and w.deleted_at is null
  where i.state = 'finished' and i.category_revision < w.category_revision`;

/** The next file whose answers are to be sorted anew; null when there is none. */
export async function findPendingSorting(db: Database): Promise<PendingSorting | null> {
  const { rows } = await db.pool.query<PendingSorting>(
    `select i.id as "importId", s.id as "sourceId", s.workspace_id as "workspaceId" ${pending} order by s.id, i.id limit 1`,
    [categorisedKinds],
  );
  return rows[0] ?? null;
}

/** How many files of a workspace are still to be sorted by the rules of now. */
export async function countPendingSorting(db: Database, workspaceId: string): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(`select count(*)::int as n ${pending} and w.id = $2`, [
    categorisedKinds,
    workspaceId,
  ]);
  return rows[0]?.n ?? 0;
}

/** Notes by which rules the answers of a file were sorted. */
export async function noteSorted(db: Database, importId: string, revision: number): Promise<void> {
  await db.prisma.evidenceImport.updateMany({ where: { id: importId }, data: { categoryRevision: revision } });
}
