import { isStartOf } from '@/lib/versions/comparedSide';
import type { AskedComparison } from '@/lib/versions/comparison';
import type { FutureOrigin } from '../future/futureRequests';

/**
 * Where a PDF of the open map says how far it is from what it was derived from, and why: behind the map, before it where it is compared with just that, and nowhere (null) where that is not kept, or
 * something else is compared.
 */
export function whereReasons(
  origin: FutureOrigin | null | undefined,
  asked: AskedComparison | null,
  ownMapId: string,
): 'before' | 'behind' | null {
  if (!origin?.hasContent) return null;
  if (!asked) return 'behind';
  const { from, to } = asked;
  if ((to.mapId ?? ownMapId) !== ownMapId) return null;
  const start = { mapId: origin.source.mapId, number: origin.version.number };
  return isStartOf({ mapId: from.mapId ?? ownMapId, state: from.state }, ownMapId, start) ? 'before' : null;
}
