import type { JourneyMap } from '@/lib/map/journeyMap';

/**
 * A current state as a future state of another workspace is told of it. Links to evidence that the future state’s workspace does not have (`sources`: ids of what it has) lead nowhere there, and
 * are no changes of its map: of these the current state says what both have in common.
 */
export function withOwnLinks(current: JourneyMap, common: JourneyMap | null, sources: ReadonlySet<string>): JourneyMap {
  const own = current.links.filter(({ sourceId }) => sources.has(sourceId));
  const ids = new Set(own.map(({ id }) => id));
  const known = common?.links.filter(({ id, sourceId }) => !sources.has(sourceId) && !ids.has(id)) ?? [];
  return { ...current, links: [...own, ...known] };
}
