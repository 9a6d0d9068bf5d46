import { markMoment, unmarkMoment } from '@/lib/document/operations/moments';
import type { Command } from './command';
import { currentStep } from './targets';

/** Marks the step as an all-or-nothing moment, or takes the mark away. */
export const toggleMoment: Command = {
  id: 'toggleMoment',
  shortcuts: [{ key: 'm', mod: true, shift: true }],
  canPerform: (context) => context.canWrite && currentStep(context) !== null,
  perform(context) {
    const stepId = currentStep(context);
    if (!stepId) return;
    if (context.index.stepRecords.get(stepId)?.moment) unmarkMoment(context.doc, { stepId });
    else markMoment(context.doc, { stepId });
  },
};
