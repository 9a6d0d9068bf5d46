import type { OnWay } from '@/lib/map/ways/onWay';
import type { MapReference } from '../reference';
import { findStepIdOf, type MapIndex } from './geometry/mapIndex';

/** Whether something lies beside the way that is highlighted. What belongs to no step (lanes, the title block) never does. */
export function isFaded(onWay: OnWay | null, index: MapIndex, reference: MapReference): boolean {
  if (onWay === null || reference.type === 'lane' || reference.type === 'meta' || reference.type === 'cell') return false;
  if (reference.type === 'transition') return !onWay.transitions.has(reference.id);
  if (reference.type === 'stage') {
    const stage = index.map.stages.find(({ id }) => id === reference.id);
    return stage !== undefined && !stage.steps.some(({ id }) => onWay.steps.has(id));
  }
  const stepId = findStepIdOf(index, reference);
  return stepId !== null && !onWay.steps.has(stepId);
}
