import type { ArrangedMap } from '@/lib/map/arrange';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import type { MapReference } from '../reference';

/** What evidence that is linked to a selected thing is about; null where there is nothing to link to. */
export function linkTargetOf(map: Pick<ArrangedMap, 'steps'>, reference: MapReference | null): LinkTarget | null {
  switch (reference?.type) {
    case 'card':
    case 'step':
    case 'transition':
    case 'moment':
      return { type: reference.type, id: reference.id };
    case 'emotion':
    case 'cell':
      return map.steps.some(({ id }) => id === reference.stepId) ? { type: 'step', id: reference.stepId } : null;
    case 'touchpoint': {
      const step = map.steps.find(({ touchpoints }) => touchpoints.some(({ id }) => id === reference.id));
      return step ? { type: 'step', id: step.id } : null;
    }
    default:
      return null;
  }
}

/** What stands on the map for a target. */
export const referenceOfTarget = ({ type, id }: LinkTarget): MapReference => ({ type, id });
