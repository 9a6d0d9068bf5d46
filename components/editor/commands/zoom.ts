import { isEditable } from '../canvas/geometry/editorSpec';
import type { Command, CommandContext } from './command';
import { primary } from './targets';

/** Whether a plain key would begin a text: then digits and signs are text, and zooming needs Ctrl, Cmd or Shift. */
export function wouldType(context: CommandContext): boolean {
  const at = primary(context);
  return context.canWrite && at !== null && (at.type === 'cell' || isEditable(context.index, at));
}

const free = (context: CommandContext): boolean => !wouldType(context);
const always = (): boolean => true;

const zoom = (direction: 1 | -1) => (context: CommandContext) => context.view.zoomBy(direction);
const reset = (context: CommandContext): void => context.view.zoomTo(1);
const fitMap = (context: CommandContext): void => {
  const { width, height } = context.index.layout;
  context.view.fit({ x: 0, y: 0, width, height }, { isWhole: true });
};

/** Zooms in a step, around the middle. */
export const zoomIn: Command = {
  id: 'zoomIn',
  shortcuts: [
    { key: '+', mod: true },
    { key: '=', mod: true },
  ],
  canPerform: always,
  perform: zoom(1),
};
export const zoomInPlain: Command = { ...zoomIn, shortcuts: [{ key: '+' }, { key: '=' }], canPerform: free };

export const zoomOut: Command = { id: 'zoomOut', shortcuts: [{ key: '-', mod: true }], canPerform: always, perform: zoom(-1) };
export const zoomOutPlain: Command = { ...zoomOut, shortcuts: [{ key: '-' }], canPerform: free };

/** To 100 %. */
export const zoomReset: Command = { id: 'zoomReset', shortcuts: [{ key: '0', mod: true }], canPerform: always, perform: reset };
export const zoomResetPlain: Command = { ...zoomReset, shortcuts: [{ key: '0' }], canPerform: free };

/** Shows the whole map. */
export const fit: Command = {
  id: 'fit',
  shortcuts: [{ key: '1', code: 'Digit1', shift: true }],
  canPerform: always,
  perform: fitMap,
};
export const fitPlain: Command = { ...fit, shortcuts: [{ key: '1' }], canPerform: free };
