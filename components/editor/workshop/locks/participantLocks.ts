import { locksAnything } from '@/lib/workshop/lockAt';
import type { WorkshopLocks } from '@/lib/workshop/state';
import type { WorkshopStoreState } from '../workshopStore';

/** What is locked for whoever has this page open; null for leaders, and where nothing is. */
export function participantLocks({ workshop }: WorkshopStoreState): WorkshopLocks | null {
  const { isOn, leads, state } = workshop;
  return isOn && !leads && locksAnything(state.locks) ? state.locks : null;
}

/** What is locked, for everybody to see: leaders, too. */
export function shownLocks({ workshop }: WorkshopStoreState): WorkshopLocks | null {
  return workshop.isOn && locksAnything(workshop.state.locks) ? workshop.state.locks : null;
}
