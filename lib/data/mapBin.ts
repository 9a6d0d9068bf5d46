import { appendAudit } from './audit';
import type { Database } from './database';
import type { MapRow } from './maps';

/** A map in the bin, as its page shows it. `deletedBy`: an actor's id; null when nobody knows. */
export type BinnedMap = Pick<MapRow, 'id' | 'title' | 'persona' | 'kind' | 'stageCount' | 'stepCount'> & {
  deletedAt: Date;
  deletedBy: string | null;
};

/** The maps in a workspace's bin, the last deleted first. */
export async function listBinnedMaps(db: Database, workspaceId: string): Promise<BinnedMap[]> {
  const rows = await db.prisma.journeyMap.findMany({
    where: { workspaceId, deletedAt: { not: null }, purgedAt: null },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, title: true, persona: true, kind: true, stageCount: true, stepCount: true },
      ...{ deletedAt: true, deletedBy: true },
    },
  });
  return rows.flatMap(({ deletedAt, kind, ...row }) =>
    deletedAt ? [{ ...row, kind: kind === 'future' ? 'future' : 'current', deletedAt }] : [],
  );
}

/**
 * Says that a map in the bin is to be removed for good, with the audit log's entry: from here on nobody can bring it back, and whatever breaks
 * the removal off, housekeeping goes on with it. `before`: only if it was deleted before that. False when it was not in the bin.
 */
export function markMapForPurge(
  db: Database,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  { actorId, before }: { actorId: string; before?: Date },
): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.journeyMap.updateMany({
      where: { id: map.id, deletedAt: before ? { lt: before } : { not: null }, purgedAt: null },
      data: { purgedAt: new Date() },
    });
    if (count === 0) return false;
    await appendAudit(tx, { action: 'map.purged', actorId, workspaceId: map.workspaceId, mapId: map.id });
    return true;
  });
}

/** Marks the maps that were deleted before `before`. Returns how many. */
export async function markOverdueMaps(db: Database, before: Date): Promise<number> {
  const overdue = { deletedAt: { lt: before }, purgedAt: null };
  const rows = await db.prisma.journeyMap.findMany({ where: overdue, select: { id: true, workspaceId: true } });
  let marked = 0;
  for (const map of rows) if (await markMapForPurge(db, map, { actorId: 'system', before })) marked += 1;
  return marked;
}
