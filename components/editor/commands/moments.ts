import { listMoments } from '@/lib/map/momentTally';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { currentStep } from './targets';

/** So small on the screen that nobody could read what is shown. */
const leastZoom = 0.6;

/** Selects a step with an all-or-nothing moment and brings it into the middle, with what is said of the moment beside the map. */
function showMoment(context: CommandContext, stepId: string): void {
  const moments = listMoments(context.index.map);
  const place = moments.findIndex(({ id }) => id === stepId);
  const found = moments[place];
  const step = context.index.stepById.get(stepId);
  if (!found || !step) return;
  context.lens.getState().open('moments');
  context.selection.getState().select({ type: 'step', id: stepId });
  const { zoom } = context.view.viewport();
  context.view.centre(step.box, Math.max(zoom, leastZoom));
  const { number, moment } = found;
  context.announce(`moment.${moment.gate}`, { place: place + 1, count: moments.length, number });
}

/** The moment after or before the step that the keyboard stands at; after the last one comes the first. */
function nextFrom(context: CommandContext, direction: 1 | -1): string | null {
  const moments = listMoments(context.index.map);
  const stepId = currentStep(context);
  const number = context.index.stepRecords.get(stepId ?? '')?.number ?? (direction === 1 ? 0 : Number.POSITIVE_INFINITY);
  const next =
    direction === 1
      ? (moments.find((moment) => moment.number > number) ?? moments[0])
      : (moments.findLast((moment) => moment.number < number) ?? moments.at(-1));
  return next?.id ?? null;
}

function momentCommand(id: CommandId, shift: boolean): Command {
  const direction = shift ? -1 : 1;
  return {
    id,
    shortcuts: [{ key: 'F9', shift }],
    canPerform: (context) => nextFrom(context, direction) !== null,
    perform(context) {
      const stepId = nextFrom(context, direction);
      if (stepId) showMoment(context, stepId);
    },
  };
}

export const nextMoment = momentCommand('nextMoment', false);
export const previousMoment = momentCommand('previousMoment', true);
