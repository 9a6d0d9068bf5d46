import type { Database } from '@/lib/data/database';
import { listSources } from '@/lib/data/evidence/sources';
import type { JourneyMap } from '@/lib/map/journeyMap';

/**
 * A map without links to sources of evidence that its workspace does not have: in another one they lead nowhere, and their ids are nobody's business.
 * `left`: how many links those were.
 */
export async function keepOwnLinks(
  database: Database,
  workspaceId: string,
  map: JourneyMap,
): Promise<{ map: JourneyMap; left: number }> {
  if (map.links.length === 0) return { map, left: 0 };
  const sources = new Set((await listSources(database, workspaceId)).map(({ id }) => id));
  const links = map.links.filter(({ sourceId }) => sources.has(sourceId));
  return { map: { ...map, links }, left: map.links.length - links.length };
}
