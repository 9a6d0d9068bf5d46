import { unplacedStageId } from '@/lib/map/arrange';
import { mergeThings } from '../structure/mergeThings';
import type { Command, CommandContext } from './command';
import { currentStage, currentStep, primary, selectedIds } from './targets';

type Merged = { type: 'step' | 'stage'; ids: string[] };

/** The selected steps or stages, by what the last selected one is. */
function selectedThings(context: CommandContext): Merged | null {
  const at = primary(context);
  if (at?.type !== 'step' && at?.type !== 'stage') return null;
  const ids = selectedIds(context, at.type).filter((id) => id !== unplacedStageId);
  return ids.length > 1 ? { type: at.type, ids } : null;
}

/** The step or stage at hand and the one after it. */
function withNext(context: CommandContext): Merged | null {
  const { steps, stages } = context.index.map;
  const isStage = primary(context)?.type === 'stage';
  const id = isStage ? currentStage(context) : currentStep(context);
  const all = isStage ? stages.filter(({ unplaced }) => !unplaced) : steps;
  const next = all[all.findIndex((one) => one.id === id) + 1];
  return id && next && next.id !== id ? { type: isStage ? 'stage' : 'step', ids: [id, next.id] } : null;
}

/** Makes one of the selected steps or stages. */
export const merge: Command = {
  id: 'merge',
  shortcuts: [{ key: 'Backspace', alt: true }],
  canPerform: (context) => context.canWrite && selectedThings(context) !== null,
  perform(context) {
    const things = selectedThings(context);
    if (things) mergeThings(context, things.type, things.ids);
  },
};

/** Makes one of the step or stage at hand and the one after it: for a single finger, and when nothing more is selected. */
export const mergeWithNext: Command = {
  id: 'mergeWithNext',
  shortcuts: [],
  canPerform: (context) => context.canWrite && selectedThings(context) === null && withNext(context) !== null,
  perform(context) {
    const things = withNext(context);
    if (things) mergeThings(context, things.type, things.ids);
  },
};
