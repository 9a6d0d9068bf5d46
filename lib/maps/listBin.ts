import { findActorNames } from '@/lib/data/actorNames';
import { type BinnedMap, listBinnedMaps } from '@/lib/data/mapBin';
import type { Runtime } from '@/lib/runtime';
import { endOfBin } from './endOfBin';

/** A map in the bin with the name of whoever put it there (null: nobody knows, or their account is gone), and when it goes for good. */
export type ListedBinnedMap = BinnedMap & { deletedByName: string | null; endsAt: Date };

/** The maps in a workspace's bin, the last deleted first. */
export async function listBin(
  { database, env }: Pick<Runtime, 'database' | 'env'>,
  workspaceId: string,
): Promise<ListedBinnedMap[]> {
  const maps = await listBinnedMaps(database, workspaceId);
  const names = await findActorNames(
    database,
    maps.flatMap(({ deletedBy }) => deletedBy ?? []),
  );
  return maps.map((map) => ({
    ...map,
    deletedByName: map.deletedBy === null ? null : (names.get(map.deletedBy) ?? null),
    endsAt: endOfBin(map.deletedAt, env),
  }));
}
