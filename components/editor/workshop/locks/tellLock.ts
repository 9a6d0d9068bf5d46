import type { Role } from '@/lib/access/actor';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { MapReference } from '../../reference';
import type { LockGuard } from '../../session/lockGuard';
import { placesOf } from './placesOf';

/** Says why something cannot be written now, to whoever else might. Whoever only reads does not wonder. */
export function tellLock(role: Role, locks: LockGuard, map: ArrangedMap, reference: MapReference): void {
  const reason = role === 'owner' || role === 'editor' ? locks.at(placesOf(map, reference)) : null;
  if (reason) locks.refuse(reason);
}
