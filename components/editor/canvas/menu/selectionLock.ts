import type { LockReason } from '@/lib/workshop/lockAt';
import type { CommandContext } from '../../commands/command';
import { writtenPlaces } from '../../commands/writtenPlaces';

/** What a workshop's leaders have locked of what is selected, or, where nothing is, of the map itself; null: nothing. */
export function selectionLock(context: CommandContext): LockReason | null {
  const places = writtenPlaces(context, 'edit');
  return context.locks.at(places.length > 0 ? places : [{ kind: 'map' }]);
}

/** Whether the map itself is locked: lanes cannot be added then. */
export function isMapLocked({ locks }: CommandContext): boolean {
  return locks.at([{ kind: 'map' }]) !== null;
}
