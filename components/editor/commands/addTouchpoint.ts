import { addTouchpoint as addTouchpointOperation } from '@/lib/document/operations/touchpoints';
import type { MapIndex } from '../canvas/geometry/mapIndex';
import type { Command } from './command';
import { currentStep } from './targets';

/** Lanes in which touchpoints are shown. */
export function touchpointLaneIds(index: MapIndex): ReadonlySet<string> {
  return new Set(index.map.lanes.filter((lane) => lane.kind === 'touchpoints').map((lane) => lane.id));
}

/** Adds a touchpoint to the step, by phone at first: the commonest one in a service journey. */
export const addTouchpoint: Command = {
  id: 'addTouchpoint',
  shortcuts: [],
  canPerform: (context) => context.canWrite && currentStep(context) !== null,
  perform(context) {
    const stepId = currentStep(context);
    const id = stepId && addTouchpointOperation(context.doc, { at: { stepId }, channel: 'phone' });
    if (id) context.selection.getState().select({ type: 'touchpoint', id });
  },
};
