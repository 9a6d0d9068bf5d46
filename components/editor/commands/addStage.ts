import type { Place } from '@/lib/document/operations/places';
import { addStage } from '@/lib/document/operations/stages';
import type { Command, CommandContext } from './command';
import { currentStage } from './targets';

/** Adds a stage; at the end without a place. It opens for writing. Returns its id. */
export function addStageTo(context: CommandContext, place?: Place): string | null {
  const id = addStage(context.doc, place ? { place } : {});
  if (id) context.selection.getState().edit({ type: 'stage', id });
  return id;
}

/** A stage after the one at hand, or the map's last one. */
export const addStageAfter: Command = {
  id: 'addStageAfter',
  shortcuts: [],
  canPerform: (context) => context.canWrite,
  perform(context) {
    const id = currentStage(context);
    addStageTo(context, id ? { after: id } : undefined);
  },
};

export const addStageBefore: Command = {
  id: 'addStageBefore',
  shortcuts: [],
  canPerform: (context) => context.canWrite && currentStage(context) !== null,
  perform(context) {
    const id = currentStage(context);
    if (id) addStageTo(context, { before: id });
  },
};
