import { addPersona } from '@/lib/document/operations/personas';
import { isEditable } from '../canvas/geometry/editorSpec';
import type { MapReference } from '../reference';
import { placesOf } from '../workshop/locks/placesOf';
import type { CommandContext } from './command';

/** Opens something's text in place. Writing the persona's name makes the persona when there is none. False when it has no text to edit. */
export function startEditing(context: CommandContext, reference: MapReference): boolean {
  if (!context.canWrite || !isEditable(context.index, reference)) return false;
  const reason = context.locks.at(placesOf(context.index.map, reference));
  if (reason) {
    context.locks.refuse(reason);
    return false;
  }
  if (reference.type === 'meta' && reference.field === 'persona' && context.index.map.personas.length === 0) {
    addPersona(context.doc, { name: '' });
  }
  context.selection.getState().edit(reference);
  return true;
}
