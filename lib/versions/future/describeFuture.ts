import type { Actor } from '@/lib/access/actor';
import { canReadVersions } from '@/lib/access/map';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { isBaseline } from '@/lib/data/baselines';
import type { Database } from '@/lib/data/database';
import { type FutureStateRow, listFutureStatesOf } from '@/lib/data/futureStates';
import { findMapEvenDeleted } from '@/lib/data/maps';
import { findVersionById, type VersionRow } from '@/lib/data/versions';

/**
 * Where the current state is that a future state was derived from: `here`: whoever asks can open it; `bin`: it lies in the bin of the workspace; `away`: it was
 * removed for good, is in a workspace that they do not belong to, or never was in this installation.
 */
export const sourcePlaces = ['here', 'bin', 'away'] as const;

/** What a future state was derived from, and what of it is still there. Times are ISO 8601. */
export type Origin = {
  source: { place: (typeof sourcePlaces)[number]; mapId: string | null; title: string };
  version: { number: number; name: string; at: string; isThere: boolean };
  /** Whether it was signed off when the future state was made. */
  wasBaseline: boolean;
  /** Whether it is signed off by now. */
  isBaseline: boolean;
  /** Whether what was on it is kept, so that the distance from it can be told. */
  hasContent: boolean;
  /** Whether all of this is what a file said from which the map was made, and not what was found here. */
  fromFile: boolean;
};

/** The version that a future state names, if it is there: on the map that it names as well, and with the content of which it tells. */
async function findNamedVersion(
  db: Database,
  { sourceMapId, versionId, contentHash }: FutureStateRow,
): Promise<VersionRow | null> {
  const version = versionId === null ? null : await findVersionById(db, versionId);
  if (version?.mapId !== sourceMapId) return null;
  return version.contentHash === contentHash ? version : null;
}

/** What a future state (in `workspaceId`) was derived from, as far as the actor may know it. */
export async function describeOrigin(db: Database, actor: Actor, row: FutureStateRow, workspaceId: string): Promise<Origin> {
  const { versionNumber, versionName, versionAt, title, signed, contentBlob, fromFile } = row;
  const sourceMapId = row.linked ? row.sourceMapId : null;
  const access = sourceMapId === null ? null : await findMapAccess(db, actor, sourceMapId);
  const binned = access || sourceMapId === null ? null : await findMapEvenDeleted(db, sourceMapId);
  const isInBin = binned?.deletedAt != null && binned.workspaceId === workspaceId;
  const version = access && canReadVersions(access.standing) ? await findNamedVersion(db, row) : null;
  return {
    source: {
      place: access ? 'here' : isInBin ? 'bin' : 'away',
      mapId: access ? sourceMapId : null,
      title: access?.map.title ?? title,
    },
    version: {
      number: versionNumber,
      name: version?.name ?? versionName,
      at: versionAt.toISOString(),
      isThere: version !== null,
    },
    wasBaseline: signed,
    isBaseline: version !== null && (await isBaseline(db, version.id)),
    hasContent: contentBlob !== null,
    fromFile,
  };
}

/** A future state as a list at its current state shows it. */
export type ListedFuture = { mapId: string; title: string; versionNumber: number; wasBaseline: boolean; fromFile: boolean };

/** The future states that were derived from a map, as far as the actor can open them; oldest first. */
export async function listFutures(db: Database, actor: Actor, mapId: string): Promise<ListedFuture[]> {
  const listed: ListedFuture[] = [];
  for (const { mapId: futureId, versionNumber, signed, fromFile } of await listFutureStatesOf(db, mapId)) {
    const access = await findMapAccess(db, actor, futureId);
    if (access) listed.push({ mapId: futureId, title: access.map.title, versionNumber, wasBaseline: signed, fromFile });
  }
  return listed;
}
