import { operations } from '@/lib/access/operation';
import type { Database } from './database';
import { type MapKind, type MapRow, mapColumns, toMapRow } from './maps';

/** Which maps to list: those of the workspaces that a user belongs to. */
export type MapFilter = {
  userId: string;
  workspaceId?: string | undefined;
  kind?: MapKind | undefined;
  /** Words that the title or the persona contains, whatever the case. */
  text?: string | undefined;
  /** Those in the bin instead. */
  deleted: boolean;
};

/** Maps in the order in which they were made, newest first, behind a given one; at most `limit`. */
export async function pageMaps(
  db: Database,
  { userId, workspaceId, kind, text, deleted }: MapFilter,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<MapRow[]> {
  const contains = { contains: text, mode: 'insensitive' } as const;
  // Not every member may look into the bin.
  const role = deleted ? { in: [...operations['workspace.readBin'].members] } : undefined;
  const rows = await db.prisma.journeyMap.findMany({
    where: {
      workspace: { deletedAt: null, memberships: { some: { userId, ...(role ? { role } : {}) } } },
      ...(workspaceId === undefined ? {} : { workspaceId }),
      ...(kind === undefined ? {} : { kind }),
      deletedAt: deleted ? { not: null } : null,
      purgedAt: null,
      AND: [
        text === undefined ? {} : { OR: [{ title: contains }, { persona: contains }] },
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: mapColumns,
  });
  return rows.map(toMapRow);
}
