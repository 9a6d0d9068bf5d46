import { cellKey } from '@/lib/map/arrange';
import type { Box } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import type { MapIndex } from './mapIndex';

const square = (x: number, y: number, half: number): Box => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half });

/** Where something stands on the map; null when it is not drawn (deleted, folded away, or unknown). */
export function findBoxOf(index: MapIndex, reference: MapReference): Box | null {
  switch (reference.type) {
    case 'card':
      return index.cards.get(reference.id)?.box ?? null;
    case 'step':
      return index.stepById.get(reference.id)?.box ?? null;
    case 'stage':
      return index.stageById.get(reference.id)?.box ?? null;
    case 'lane':
      return index.laneById.get(reference.id)?.header ?? null;
    case 'touchpoint':
      return index.touchpoints.get(reference.id)?.box ?? null;
    case 'transition':
      return index.transitions.get(reference.id)?.labelBox ?? null;
    case 'moment': {
      const at = index.stepById.get(reference.id)?.moment?.at;
      return at ? square(at.x, at.y, 14) : null;
    }
    case 'cell':
      return index.layout.cells.get(cellKey(reference.stepId, reference.laneId))?.box ?? null;
    case 'emotion': {
      const persona = index.layout.curve.personas.find(({ personaId }) => personaId === reference.personaId);
      const point = persona?.points.find(({ stepId }) => stepId === reference.stepId);
      return point ? square(point.x, point.y, 12) : null;
    }
    case 'meta':
      return index.layout.title.fields[reference.field];
  }
}
