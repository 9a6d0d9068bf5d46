import { findBoxOf } from '../canvas/geometry/boxOf';
import type { LookPlace } from '../presence/together';
import { referenceKey } from '../reference';
import type { Command, CommandContext } from './command';
import { primary } from './targets';

/** What is selected; else where the pointer is; else the middle of what is in sight. */
function placeOf(context: CommandContext): LookPlace {
  const selected = primary(context);
  const box = selected && findBoxOf(context.index, selected);
  if (selected && box) return { at: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, key: referenceKey(selected) };
  const { width, height } = context.view.size();
  const { x, y, zoom } = context.view.viewport();
  return { at: context.pointerAt() ?? { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }, key: null };
}

/** Shows a place to everybody who is here: a ring with one's name there, and the way to it for those who look elsewhere. */
export const lookHere: Command = {
  id: 'lookHere',
  shortcuts: [{ key: 'l', code: 'KeyL', alt: true, shift: true }],
  canPerform: () => true,
  perform(context) {
    context.announce(context.lookHere(placeOf(context)) ? 'looked' : 'lookedTooSoon');
  },
};
