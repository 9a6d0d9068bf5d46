import type { Actor } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { Database } from '@/lib/data/database';
import type { MapRow } from '@/lib/data/maps';

/**
 * The map, for an actor who may bring a version of it back, or undo that: whoever does changes the map, and keeps a version of it. Throws `notFound`
 * without any access, `forbidden` with too little.
 */
export async function requireRestoring(db: Database, actor: Actor | null, mapId: string): Promise<MapRow> {
  await requireMapAccess(actor, mapId, 'saveVersion', db);
  const { map } = await requireMapAccess(actor, mapId, 'write', db);
  return map;
}
