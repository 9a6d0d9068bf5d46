import { appendAudit } from '../audit';
import type { Database } from '../database';

/** The key of a workspace's pseudonyms; `fresh` becomes it when there is none yet. */
export async function requirePseudonymKey(db: Database, workspaceId: string, fresh: string): Promise<string> {
  const { rows } = await db.pool.query<{ key: string }>(
    `with made as (insert into evidence_key (workspace_id, key) values ($1, $2) on conflict do nothing returning key)
     select key from made union all select key from evidence_key where workspace_id = $1 limit 1`,
    [workspaceId, fresh],
  );
  const [row] = rows;
  // Another request made it at this very moment.
  if (!row) return requirePseudonymKey(db, workspaceId, fresh);
  return row.key;
}

/** The key of a workspace's pseudonyms; null when there are none yet. */
export async function findPseudonymKey(db: Database, workspaceId: string): Promise<string | null> {
  return (await db.prisma.evidenceKey.findUnique({ where: { workspaceId }, select: { key: true } }))?.key ?? null;
}

/**
 * Notes that a person's answers are erased, with the audit log's entry: from now on they are refused when they come. False when that was noted already.
 */
export function noteErasure(
  db: Database,
  { workspaceId, pseudonyms, actorId }: { workspaceId: string; pseudonyms: readonly string[]; actorId: string },
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const data = pseudonyms.map((pseudonym) => ({ workspaceId, pseudonym, by: actorId }));
    const { count } = await tx.evidenceErasure.createMany({ data, skipDuplicates: true });
    await appendAudit(tx, { action: 'evidence.erased', actorId, workspaceId });
    return count > 0;
  });
}

/** Persons who were erased from a workspace, the last first: when, and by whom. Of the person nothing is told. */
export async function listErasures(db: Database, workspaceId: string, limit = 200): Promise<{ at: Date; by: string }[]> {
  return db.prisma.evidenceErasure.findMany({
    where: { workspaceId },
    orderBy: [{ at: 'desc' }, { pseudonym: 'asc' }],
    take: limit,
    select: { at: true, by: true },
  });
}

/** The sources of workspaces in which somebody was erased whose answers are there (again). */
export async function listSourcesToErase(db: Database): Promise<{ id: string; workspaceId: string }[]> {
  const { rows } = await db.pool.query<{ id: string; workspaceId: string }>(
    `select s.id, s.workspace_id as "workspaceId" from evidence_source s where exists (
       select from evidence_erasure e join evidence_person p on p.source_id = s.id and p.pseudonym = e.pseudonym
       where e.workspace_id = s.workspace_id)`,
  );
  return rows;
}

/** The sources of a workspace, those that are being removed as well. */
export async function listSourceIds(db: Database, workspaceId: string): Promise<string[]> {
  return (await db.prisma.evidenceSource.findMany({ where: { workspaceId }, select: { id: true } })).map(({ id }) => id);
}
