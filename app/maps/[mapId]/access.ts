import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/lib/access/actor';
import { findActor } from '@/lib/auth/actor';
import { findMapAccess, type MapAccess } from '@/lib/auth/mapAccess';
import { runtime } from '@/lib/runtime';

/** The map and what whoever asks may do with it, or null; asked once per request. */
export const findPageAccess = cache(
  async (mapId: string): Promise<MapAccess | null> => findMapAccess(runtime().database, await findActor(), mapId),
);

/** The same for a page that needs it: leads to the sign-in and back, or to "no such map". */
export async function requirePageAccess(mapId: string): Promise<{ actor: Actor; access: MapAccess }> {
  const actor = await findActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(`/maps/${mapId}`)}`);
  const access = await findPageAccess(mapId);
  if (!access) notFound();
  return { actor, access };
}
