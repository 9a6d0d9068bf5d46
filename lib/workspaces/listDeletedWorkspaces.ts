import { findActorNames } from '@/lib/data/actorNames';
import { type BinnedWorkspace, listBinnedWorkspaces } from '@/lib/data/workspaceBin';
import { daysLeft } from '@/lib/maps/endOfBin';
import type { Runtime } from '@/lib/runtime';

export type ListedDeletedWorkspace = BinnedWorkspace & { deletedByName: string | null; daysLeft: number };

/** The deleted workspaces that a user owns, with who deleted them and how many days are left. */
export async function listDeletedWorkspaces(
  { database, env }: Pick<Runtime, 'database' | 'env'>,
  userId: string,
): Promise<ListedDeletedWorkspace[]> {
  const rows = await listBinnedWorkspaces(database, userId);
  const names = await findActorNames(
    database,
    rows.flatMap(({ deletedBy }) => deletedBy ?? []),
  );
  return rows.map((row) => ({
    ...row,
    deletedByName: row.deletedBy === null ? null : (names.get(row.deletedBy) ?? null),
    daysLeft: daysLeft(row.deletedAt, env),
  }));
}
