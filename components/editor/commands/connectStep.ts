import type { Command } from './command';
import { currentStep } from './targets';

/** Asks for the step to which a transition leads from the one that the keyboard stands at. */
export const connectStep: Command = {
  id: 'connectStep',
  shortcuts: [{ key: 'k', mod: true, shift: true }],
  canPerform: (context) => context.canWrite && currentStep(context) !== null,
  perform(context) {
    const stepId = currentStep(context);
    if (stepId) context.chooseTarget(stepId);
  },
};
