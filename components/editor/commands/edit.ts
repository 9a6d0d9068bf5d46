import { isEditable } from '../canvas/geometry/editorSpec';
import { addCardTo } from './addCard';
import type { Command } from './command';
import { startEditing } from './startEditing';
import { primary } from './targets';

/** Opens the text of what is selected; in an empty cell, writes its first card. */
export const edit: Command = {
  id: 'edit',
  shortcuts: [{ key: 'Enter' }, { key: 'F2' }],
  canPerform(context) {
    const at = primary(context);
    return context.canWrite && at !== null && (at.type === 'cell' || isEditable(context.index, at));
  },
  perform(context) {
    const at = primary(context);
    if (!at) return;
    if (at.type === 'cell') addCardTo(context, { stepId: at.stepId, laneId: at.laneId });
    else startEditing(context, at);
  },
};
