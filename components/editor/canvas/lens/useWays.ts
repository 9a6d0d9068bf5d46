import type { Ways } from '@/lib/map/ways/way';
import { waysOf } from '@/lib/map/ways/waysOf';
import { useMapIndex } from '../CanvasContext';

/** The ways through the journey as it is now. */
export function useWays(): Ways {
  return waysOf(useMapIndex().map);
}
