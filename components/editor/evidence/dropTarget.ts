import type { LinkTarget } from '@/lib/map/evidenceLink';
import type { Point } from '@/lib/map/layout/types';
import { findStepAt, hitTest } from '../canvas/geometry/hitTest';
import type { MapIndex } from '../canvas/geometry/mapIndex';
import { linkTargetOf } from './linkTargets';

/** What evidence is linked to that is dropped at a point of the map: what lies there, else the step in whose column it is. */
export function evidenceTargetAt(index: MapIndex, point: Point): LinkTarget | null {
  const under = linkTargetOf(index.map, hitTest(index, point));
  if (under) return under;
  const stepId = findStepAt(index, point.x);
  return stepId ? { type: 'step', id: stepId } : null;
}
