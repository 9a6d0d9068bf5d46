import { isEditable } from '../canvas/geometry/editorSpec';
import { addCardTo } from './addCard';
import type { CommandContext, KeyPress } from './command';
import { startEditing } from './startEditing';
import { primary } from './targets';

/** Whether a key press writes something: a character, or the beginning of an input method's composition. */
export function isTyping(press: KeyPress): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || press.key === ' ') return false;
  return press.key === 'Process' || press.key === 'Unidentified' || [...press.key].length === 1;
}

/** Opens the text of what is selected so that the key being pressed goes into it: in an empty cell, into a new card. False when there is none. */
export function startTyping(context: CommandContext): boolean {
  const at = primary(context);
  if (!context.canWrite || !at) return false;
  if (at.type === 'cell') return addCardTo(context, { stepId: at.stepId, laneId: at.laneId }) !== null;
  return isEditable(context.index, at) && startEditing(context, at);
}
