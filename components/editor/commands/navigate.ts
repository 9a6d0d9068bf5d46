import { findBoxOf } from '../canvas/geometry/boxOf';
import { type Direction, firstReference, neighbour, nextStop, rowEnd } from '../canvas/geometry/neighbours';
import { stickyInsets } from '../canvas/geometry/stickyInsets';
import type { MapReference } from '../reference';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { primary } from './targets';

/** Selects something and brings it into view. */
export function goTo(context: CommandContext, reference: MapReference): void {
  context.selection.getState().select(reference);
  const box = findBoxOf(context.index, reference);
  if (box) context.view.reveal(box, stickyInsets(context.index, context.view.viewport(), reference));
}

function stepCommand(id: CommandId, key: string, direction: Direction): Command {
  const target = (context: CommandContext): MapReference | null => {
    const from = primary(context);
    return from ? neighbour(context.index, from, direction) : firstReference(context.index);
  };
  return {
    id,
    shortcuts: [{ key }],
    // At an edge the key still belongs to the canvas: the page must not scroll under it.
    canPerform: () => true,
    perform(context) {
      const to = target(context);
      if (to) goTo(context, to);
    },
  };
}

export const goUp = stepCommand('goUp', 'ArrowUp', 'up');
export const goDown = stepCommand('goDown', 'ArrowDown', 'down');
export const goLeft = stepCommand('goLeft', 'ArrowLeft', 'left');
export const goRight = stepCommand('goRight', 'ArrowRight', 'right');

function stopCommand(id: CommandId, shift: boolean): Command {
  const target = (context: CommandContext): MapReference | null => {
    const from = primary(context);
    return from ? nextStop(context.index, from, shift ? -1 : 1) : null;
  };
  return {
    id,
    shortcuts: [{ key: 'Tab', shift }],
    // At either end of the map, and with nothing selected, Tab leaves the canvas as everywhere on the web.
    canPerform: (context) => target(context) !== null,
    perform(context) {
      const to = target(context);
      if (to) goTo(context, to);
    },
  };
}

export const nextCell = stopCommand('nextCell', false);
export const previousCell = stopCommand('previousCell', true);

function endCommand(id: CommandId, key: string, end: 'first' | 'last', whole: boolean): Command {
  return {
    id,
    shortcuts: [whole ? { key, mod: true } : { key }],
    canPerform: () => true,
    perform(context) {
      const to = rowEnd(context.index, primary(context) ?? firstReference(context.index), end, whole);
      if (to) goTo(context, to);
    },
  };
}

export const goHome = endCommand('goHome', 'Home', 'first', false);
export const goEnd = endCommand('goEnd', 'End', 'last', false);
export const goMapStart = endCommand('goMapStart', 'Home', 'first', true);
export const goMapEnd = endCommand('goMapEnd', 'End', 'last', true);
