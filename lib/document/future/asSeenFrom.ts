import type { JourneyMap } from '@/lib/map/journeyMap';

/** A future state for comparing it with its baseline: what it is called, that it is a future state, and of which day, are no differences; nor are reasons. */
export function asSeenFrom(base: JourneyMap, future: JourneyMap): JourneyMap {
  const { title, kind, asOf } = base.meta;
  return { ...future, meta: { ...future.meta, title, kind, asOf }, reasons: base.reasons };
}
