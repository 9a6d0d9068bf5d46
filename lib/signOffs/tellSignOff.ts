import type { MapRow } from '@/lib/data/maps';
import type { SignOffRow } from '@/lib/data/signOffs';
import type { Runtime } from '@/lib/runtime';

const userIdOf = (actorId: string): string | null => (actorId.startsWith('user:') ? actorId.slice(5) : null);

/** Whoever put it up, and everybody who is asked. */
export const everybodyIn = ({ createdBy, signatures }: SignOffRow): string[] => [
  createdBy,
  ...signatures.map(({ actorId }) => actorId),
];

/**
 * Tells everybody who has the map open, or sees it in a list, that a sign-off of it changed, and those whom it concerns that something waits for them or no longer does.
 * Call after the commit.
 */
export async function tellSignOff(
  { events }: Pick<Runtime, 'events'>,
  { id: mapId, workspaceId }: Pick<MapRow, 'id' | 'workspaceId'>,
  { signOffId, number }: { signOffId: string; number: number },
  concerned: Iterable<string>,
): Promise<void> {
  await events.publish({ kind: 'signOff.changed', mapId, payload: { signOffId } });
  // Lists show how far it is.
  await events.publish({ kind: 'versions.changed', mapId, payload: { number } });
  await events.publish({ kind: 'maps.changed', workspaceId, mapId });
  for (const actorId of new Set(concerned)) {
    const userId = userIdOf(actorId);
    if (userId !== null) await events.publish({ kind: 'inbox.changed', userId });
  }
}
