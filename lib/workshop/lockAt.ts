import type { WorkshopLocks } from './state';

/**
 * What somebody is about to change: a card, which lies in a stage and in a lane; a step with what hangs on it (touchpoints, feelings, moments, ways);
 * a stage, a lane, or what belongs to the map as a whole. A stage that is not known (`null`) is locked by nobody.
 */
export type WritePlace =
  | { kind: 'card'; stageId: string | null; laneId: string }
  | { kind: 'step' | 'stage'; stageId: string | null }
  | { kind: 'lane'; laneId: string }
  | { kind: 'map' };

/** Why a place is closed to participants. */
export type LockReason = { type: 'map' } | { type: 'stage' | 'lane'; id: string } | { type: 'onlyLanes' };

/** What keeps participants from writing at a place; null: nothing. Whoever leads the workshop does not ask. */
export function lockAt(locks: WorkshopLocks, place: WritePlace): LockReason | null {
  if (locks.map) return { type: 'map' };
  const stageId = 'stageId' in place ? place.stageId : null;
  const laneId = 'laneId' in place ? place.laneId : null;
  if (laneId !== null && locks.lanes.includes(laneId)) return { type: 'lane', id: laneId };
  if (stageId !== null && locks.stages.includes(stageId)) return { type: 'stage', id: stageId };
  if (locks.onlyLanes === null) return null;
  // Cards in these lanes, and nothing else: neither the lanes themselves.
  return place.kind === 'card' && locks.onlyLanes.includes(place.laneId) ? null : { type: 'onlyLanes' };
}

/** The first lock at any of several places: from where something is taken, and to where it goes. */
export function firstLockAt(locks: WorkshopLocks, places: Iterable<WritePlace>): LockReason | null {
  for (const place of places) {
    const reason = lockAt(locks, place);
    if (reason) return reason;
  }
  return null;
}

/** Whether somebody may write at a place. */
export function mayWriteAt(locks: WorkshopLocks, leads: boolean, place: WritePlace): boolean {
  return leads || lockAt(locks, place) === null;
}

/** Whether anything is locked at all. */
export function locksAnything(locks: WorkshopLocks): boolean {
  return locks.map || locks.lanes.length > 0 || locks.stages.length > 0 || locks.onlyLanes !== null;
}
