import { setEmotion } from '@/lib/document/operations/emotions';
import { toEmotion } from '@/lib/map/emotion';
import type { Command, CommandContext, Shortcut } from './command';
import type { CommandId } from './commandIds';
import { currentStep, primary } from './targets';

/** The point that keys move: the selected one, else the main persona's at the step. Null without a persona. */
function target(context: CommandContext): { stepId: string; personaId: string } | null {
  const at = primary(context);
  if (at?.type === 'emotion') return { stepId: at.stepId, personaId: at.personaId };
  const stepId = currentStep(context);
  const persona = context.index.map.personas[0];
  return stepId && persona ? { stepId, personaId: persona.id } : null;
}

/** Sets an emotion by a whole or a tenth step, says it, and selects the point. */
function change(context: CommandContext, by: number): void {
  const point = target(context);
  if (!point) return;
  const before = context.index.stepRecords.get(point.stepId)?.emotions.get(point.personaId) ?? 0;
  const value = toEmotion(
    Math.abs(by) === 1 && !Number.isInteger(before) ? (by > 0 ? Math.ceil(before) : Math.floor(before)) : before + by,
  );
  setEmotion(context.doc, { ...point, value });
  context.selection.getState().select({ type: 'emotion', ...point });
  context.announce('emotion', { value });
}

function emotionCommand(id: CommandId, by: number, shortcuts: readonly Shortcut[], onPointOnly: boolean): Command {
  return {
    id,
    shortcuts,
    canPerform: (context) =>
      context.canWrite && target(context) !== null && (!onPointOnly || primary(context)?.type === 'emotion'),
    perform: (context) => change(context, by),
  };
}

// On a point the plain arrows move it, as sliders do; with Ctrl or Cmd they do so from anywhere in the step's column.
export const raiseEmotion = emotionCommand('raiseEmotion', 1, [{ key: 'ArrowUp', mod: true }], false);
export const lowerEmotion = emotionCommand('lowerEmotion', -1, [{ key: 'ArrowDown', mod: true }], false);
export const raiseEmotionFine = emotionCommand('raiseEmotionFine', 0.1, [{ key: 'ArrowUp', mod: true, shift: true }], false);
export const lowerEmotionFine = emotionCommand('lowerEmotionFine', -0.1, [{ key: 'ArrowDown', mod: true, shift: true }], false);
export const raisePoint = emotionCommand('raiseEmotion', 1, [{ key: 'ArrowUp' }, { key: 'PageUp' }], true);
export const lowerPoint = emotionCommand('lowerEmotion', -1, [{ key: 'ArrowDown' }, { key: 'PageDown' }], true);
export const raisePointFine = emotionCommand('raiseEmotionFine', 0.1, [{ key: 'ArrowUp', shift: true }], true);
export const lowerPointFine = emotionCommand('lowerEmotionFine', -0.1, [{ key: 'ArrowDown', shift: true }], true);

/** From a point of the curve back to its step. */
export const leaveEmotion: Command = {
  id: 'leaveEmotion',
  shortcuts: [{ key: 'Escape' }],
  canPerform: (context) => primary(context)?.type === 'emotion',
  perform(context) {
    const at = primary(context);
    if (at?.type === 'emotion') context.selection.getState().select({ type: 'step', id: at.stepId });
  },
};
