import type { Actor } from '@/lib/access/actor';
import { publishRevoked } from '@/lib/auth/sessionEnd';
import { forgetGuest } from '@/lib/data/guests';
import { findMapEvenDeleted } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

/** Lets a guest go and forgets their name and department; what they wrote stays. Throws `forbidden` for account holders. */
export async function leaveAsGuest(running: Pick<Runtime, 'database' | 'events'>, actor: Actor): Promise<void> {
  if (actor.kind !== 'guest') throw new AppError('forbidden', 'Not a guest.');
  const { guestId: id, mapId } = actor;
  const map = await findMapEvenDeleted(running.database, mapId);
  await publishRevoked(running, await forgetGuest(running.database, { id, mapId, workspaceId: map?.workspaceId ?? null }));
}
