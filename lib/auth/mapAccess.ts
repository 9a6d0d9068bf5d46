import { type Actor, actorIdOf, type Role } from '@/lib/access/actor';
import { canWriteMap, type MapNeed, meetsMapNeed } from '@/lib/access/map';
import { type Standing, standingOnMap } from '@/lib/access/standing';
import type { Database } from '@/lib/data/database';
import { findMap, findMapEvenDeleted, type MapRow } from '@/lib/data/maps';
import { findMembership } from '@/lib/data/memberships';
import { findMapHold } from '@/lib/data/workshops';
import { findWorkspace } from '@/lib/data/workspaces';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import { runtime } from '@/lib/runtime';

export type MapAccess = { map: MapRow; role: Role; standing: Standing };

async function findAccessTo(db: Database, actor: Actor | null, map: MapRow | null): Promise<MapAccess | null> {
  if (!actor || !map) return null;
  const membership = actor.kind === 'user' ? await findMembership(db, map.workspaceId, actor.userId) : null;
  const standing = standingOnMap(actor, map, membership);
  if (!standing) return null;
  if (standing.kind === 'guest' && !(await findWorkspace(db, map.workspaceId))) return null;
  if (!canWriteMap(standing)) return { map, role: standing.role, standing };
  const leaders = await findMapHold(db, map.id);
  const held = leaders !== null && !leaders.includes(actorIdOf(actor));
  return { map, role: standing.role, standing: held ? { ...standing, held } : standing };
}

/** The map and the actor's role on it, or null when there is no such map, or no access to it: the two look the same from outside. */
export async function findMapAccess(db: Database, actor: Actor | null, mapId: string): Promise<MapAccess | null> {
  if (!actor || !idSchema.safeParse(mapId).success) return null;
  return findAccessTo(db, actor, await findMap(db, mapId));
}

function requireNeed(access: MapAccess | null, need: MapNeed): MapAccess {
  if (!access) throw new AppError('notFound', 'No such map for this actor.', { messageKey: 'mapNotFound' });
  if (meetsMapNeed(access.standing, need)) return access;
  if (meetsMapNeed({ ...access.standing, held: false }, need)) {
    throw new AppError('forbidden', 'The leaders of a workshop have locked the map.', { messageKey: 'mapHeld' });
  }
  throw new AppError('forbidden', `The role ${access.role} does not allow to ${need}.`);
}

/** The map, for an actor who may do this with it. Throws `notFound` without any access, `forbidden` with too little. */
export async function requireMapAccess(
  actor: Actor | null,
  mapId: string,
  need: MapNeed,
  db: Database = runtime().database,
): Promise<MapAccess> {
  return requireNeed(await findMapAccess(db, actor, mapId), need);
}

/** The same for a map that may lie in the bin: to restore it. */
export async function requireDeletedMapAccess(
  actor: Actor | null,
  mapId: string,
  need: MapNeed,
  db: Database = runtime().database,
): Promise<MapAccess> {
  return requireNeed(await findAccessTo(db, actor, await findMapEvenDeleted(db, mapId)), need);
}
