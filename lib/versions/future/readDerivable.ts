import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutReasons } from '@/lib/map/reasons';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import type { Runtime } from '@/lib/runtime';
import { readRevealedMap, type StoredVersion } from '../readVersion';

/**
 * What is on a version for a future state that starts from it: without what was deleted, votes, and reasons. Throws `notFound` when it is gone meanwhile, and
 * `conflict` while it holds cards that a silent round hides.
 */
export async function readDerivable(
  running: Pick<Runtime, 'database' | 'exporter'>,
  version: StoredVersion,
): Promise<JourneyMap> {
  return withoutReasons(withoutDeleted(await readRevealedMap(running, version)));
}
