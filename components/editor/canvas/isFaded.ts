import { type Emphasis, isCardClear, isTouchpointClear } from '@/lib/map/emphasis';
import type { MapReference } from '../reference';
import { findStepIdOf, type MapIndex } from './geometry/mapIndex';

/** Whether something is not what is looked at. What belongs to no step (lanes, the title block) never is faded. */
export function isFaded(emphasis: Emphasis | null, index: MapIndex, reference: MapReference): boolean {
  if (emphasis === null || reference.type === 'lane' || reference.type === 'meta' || reference.type === 'cell') return false;
  if (reference.type === 'transition') return !emphasis.transitions.has(reference.id);
  if (reference.type === 'stage') {
    const stage = index.map.stages.find(({ id }) => id === reference.id);
    return stage !== undefined && !stage.steps.some(({ id }) => emphasis.steps.has(id));
  }
  const stepId = findStepIdOf(index, reference);
  if (stepId === null) return false;
  if (reference.type === 'card') return !isCardClear(emphasis, { id: reference.id, stepId });
  if (reference.type === 'touchpoint') return !isTouchpointClear(emphasis, { id: reference.id, stepId });
  return !emphasis.steps.has(stepId);
}
