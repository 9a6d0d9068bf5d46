import type { MapRow } from '@/lib/data/maps';
import { summarizeMap } from '@/lib/document/summary';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** A map's row with what its live content says now: the row follows the content with a second's delay. */
export function toCurrentRow(row: MapRow, map: JourneyMap): MapRow {
  const { title, persona, kind, stageCount, stepCount, momentCount } = summarizeMap(map);
  return { ...row, title, persona, kind, stageCount, stepCount, momentCount };
}
