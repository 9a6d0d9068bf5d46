import { addLane } from '@/lib/document/operations/lanes';
import type { Place } from '@/lib/document/operations/places';
import type { LaneKind } from '@/lib/map/lane';
import type { Command, CommandContext } from './command';
import { goTo } from './navigate';
import { currentLane } from './targets';

/** Adds a lane of a kind. One of its own kind opens for naming, the others have their kind's name already. Returns its id. */
export function addLaneTo(context: CommandContext, kind: LaneKind, place?: Place): string | null {
  const id = addLane(context.doc, place ? { kind, place } : { kind });
  if (!id) return null;
  const reference = { type: 'lane', id } as const;
  if (kind === 'custom') context.selection.getState().edit(reference);
  else goTo(context, reference);
  return id;
}

export const addLaneBelow: Command = {
  id: 'addLaneBelow',
  shortcuts: [{ key: 'ArrowDown', mod: true, alt: true }],
  canPerform: (context) => context.canWrite,
  perform(context) {
    const id = currentLane(context);
    addLaneTo(context, 'custom', id ? { after: id } : undefined);
  },
};

export const addLaneAbove: Command = {
  id: 'addLaneAbove',
  shortcuts: [{ key: 'ArrowUp', mod: true, alt: true }],
  canPerform: (context) => context.canWrite && currentLane(context) !== null,
  perform(context) {
    const id = currentLane(context);
    if (id) addLaneTo(context, 'custom', { before: id });
  },
};
