import { splitStage as splitStageOperation } from '@/lib/document/operations/split';
import { takeBack } from '../structure/mergeThings';
import type { Command, CommandContext } from './command';
import { currentStage, currentStep, primary } from './targets';

/** The step at hand, if it has a stage in which a second one can stand beside it. */
const splittable = (context: CommandContext): string | null =>
  primary(context)?.type === 'stage' || currentStage(context) === null ? null : currentStep(context);

/** Asks what of the step goes to a new one behind it; from a selected card on, that and what comes after it in its lane. */
export const splitStep: Command = {
  id: 'splitStep',
  shortcuts: [{ key: 'Enter', alt: true }],
  canPerform: (context) => context.canWrite && splittable(context) !== null,
  perform(context) {
    const stepId = splittable(context);
    const at = primary(context);
    const from = at?.type === 'card' || at?.type === 'touchpoint' ? at.id : null;
    if (stepId) context.ask({ type: 'splitStep', stepId, from });
  },
};

/** The step at hand and its stage, if there is a step before it in the stage. */
function stageStart(context: CommandContext): { stepId: string; name: string } | null {
  const stepId = splittable(context);
  const stage = context.index.map.stages.find(({ id }) => id === currentStage(context));
  return stage && stepId && stage.steps.findIndex(({ id }) => id === stepId) > 0 ? { stepId, name: stage.title } : null;
}

/** Begins a new stage with the step at hand, and opens its title. */
export const splitStage: Command = {
  id: 'splitStage',
  shortcuts: [{ key: 'Enter', alt: true, shift: true }],
  canPerform: (context) => context.canWrite && stageStart(context) !== null,
  perform(context) {
    const start = stageStart(context);
    const id = start && splitStageOperation(context.doc, { stepId: start.stepId });
    if (!start || !id) return;
    context.undo.stopCapturing();
    context.notify({ type: 'split', what: 'stage', name: start.name, undo: takeBack(context) });
    context.selection.getState().edit({ type: 'stage', id });
  },
};
