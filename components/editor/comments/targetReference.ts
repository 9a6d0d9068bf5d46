import type { CommentTarget } from '@/lib/comments/commentTarget';
import { type ArrangedMap, unplacedStageId } from '@/lib/map/arrange';
import type { MapReference } from '../reference';

/** What a comment on something that is selected is about: its record; the step for what belongs to one, the map for its title block. */
export function targetOf(map: Pick<ArrangedMap, 'steps'>, reference: MapReference | null): CommentTarget {
  switch (reference?.type) {
    case 'card':
    case 'step':
    case 'lane':
    case 'transition':
      return { type: reference.type, id: reference.id };
    case 'stage':
      // The stand-in for deleted stages is no record.
      return reference.id === unplacedStageId ? { type: 'map' } : { type: 'stage', id: reference.id };
    case 'moment':
      return { type: 'step', id: reference.id };
    case 'emotion':
    case 'cell':
      return { type: 'step', id: reference.stepId };
    case 'touchpoint': {
      const step = map.steps.find(({ touchpoints }) => touchpoints.some(({ id }) => id === reference.id));
      return step ? { type: 'step', id: step.id } : { type: 'map' };
    }
    default:
      return { type: 'map' };
  }
}

/** What stands on the map for a target; null for the map itself. */
export function referenceOf(target: CommentTarget): MapReference | null {
  return target.type === 'map' ? null : { type: target.type, id: target.id };
}
