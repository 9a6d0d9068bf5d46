import { addStep, type StepPlace } from '@/lib/document/operations/steps';
import type { Command, CommandContext } from './command';
import { currentStage, currentStep } from './targets';

/** Adds a step and opens its title for writing. Returns its id. */
export function addStepTo(context: CommandContext, at: StepPlace): string | null {
  const id = addStep(context.doc, { at });
  if (id) context.selection.getState().edit({ type: 'step', id });
  return id;
}

function placeBeside(context: CommandContext, side: 'before' | 'after'): StepPlace | null {
  const stageId = currentStage(context);
  const stage = context.index.map.stages.find(({ id }) => id === stageId);
  if (!stage) return null;
  const stepId = context.selection.getState().selected.at(-1)?.type === 'stage' ? null : currentStep(context);
  if (stepId) return side === 'before' ? { before: stepId } : { after: stepId };
  return side === 'before' ? { stageId: stage.id, index: 0 } : { stageId: stage.id };
}

export const addStepAfter: Command = {
  id: 'addStepAfter',
  shortcuts: [{ key: 'ArrowRight', mod: true, alt: true }],
  canPerform: (context) => context.canWrite && placeBeside(context, 'after') !== null,
  perform(context) {
    const at = placeBeside(context, 'after');
    if (at) addStepTo(context, at);
  },
};

export const addStepBefore: Command = {
  id: 'addStepBefore',
  shortcuts: [{ key: 'ArrowLeft', mod: true, alt: true }],
  canPerform: (context) => context.canWrite && placeBeside(context, 'before') !== null,
  perform(context) {
    const at = placeBeside(context, 'before');
    if (at) addStepTo(context, at);
  },
};
