import { findBoxOf } from '../canvas/geometry/boxOf';
import { type Direction, neighbour } from '../canvas/geometry/neighbours';
import { stickyInsets } from '../canvas/geometry/stickyInsets';
import { type MapReference, referenceKey } from '../reference';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { primary } from './targets';

const extendable: ReadonlySet<MapReference['type']> = new Set(['card', 'step', 'stage', 'lane']);

/** The next one of the same kind in a direction; for cards, past empty cells. */
function nextAlike(context: CommandContext, from: MapReference, direction: Direction): MapReference | null {
  let at: MapReference | null = from;
  do at = neighbour(context.index, at, direction);
  while (at && at.type === 'cell' && from.type === 'card');
  return at?.type === from.type ? at : null;
}

/** Selects one more, as Shift and an arrow do everywhere; on the way back, one less. */
function extend(context: CommandContext, to: MapReference): void {
  const selection = context.selection.getState();
  const before = selection.selected.at(-2);
  if (before && referenceKey(before) === referenceKey(to)) selection.select(...selection.selected.slice(0, -1));
  else selection.extend([to]);
  context.announce('selectedAll', { count: context.selection.getState().selected.length });
  const box = findBoxOf(context.index, to);
  if (box) context.view.reveal(box, stickyInsets(context.index, context.view.viewport(), to));
}

function extendCommand(id: CommandId, key: string, direction: Direction): Command {
  return {
    id,
    shortcuts: [{ key, shift: true }],
    canPerform: (context) => extendable.has(primary(context)?.type ?? 'cell'),
    perform(context) {
      const from = primary(context);
      const to = from && nextAlike(context, from, direction);
      if (to) extend(context, to);
    },
  };
}

export const extendUp = extendCommand('extendUp', 'ArrowUp', 'up');
export const extendDown = extendCommand('extendDown', 'ArrowDown', 'down');
export const extendLeft = extendCommand('extendLeft', 'ArrowLeft', 'left');
export const extendRight = extendCommand('extendRight', 'ArrowRight', 'right');
