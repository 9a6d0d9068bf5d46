import type { ArrangedMap } from '@/lib/map/arrange';
import type { WritePlace } from '@/lib/workshop/lockAt';
import type { TablePlace } from '../../tableView/tableGrid';
import { placesOf } from './placesOf';

/** What a cell of the table would write. */
export function placesOfCell(map: ArrangedMap, { row, column }: TablePlace): WritePlace[] {
  const [type, id = ''] = row.split(':');
  if (type === 'stage') return placesOf(map, { type: 'stage', id });
  const laneId = column.startsWith('lane:') ? column.slice('lane:'.length) : null;
  return placesOf(map, laneId === null ? { type: 'step', id } : { type: 'cell', stepId: id, laneId });
}
