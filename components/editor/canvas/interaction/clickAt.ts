import { setEmotion } from '@/lib/document/operations/emotions';
import type { Point } from '@/lib/map/layout/types';
import { addCardTo } from '../../commands/addCard';
import { addTouchpoint, touchpointLaneIds } from '../../commands/addTouchpoint';
import type { CommandContext } from '../../commands/command';
import { startEditing } from '../../commands/startEditing';
import type { MapReference } from '../../reference';
import { isSelected } from '../../selection';
import { tellLock } from '../../workshop/locks/tellLock';
import { contains } from '../geometry/box';
import { findStepAt } from '../geometry/hitTest';

/** A click: selects, or with Shift, Ctrl or Cmd adds and takes out. */
export function selectAt(context: CommandContext, reference: MapReference | null, add: boolean): void {
  const selection = context.selection.getState();
  if (!reference) {
    if (!add) selection.clear();
    return;
  }
  if (!add) selection.select(reference);
  else if (reference.type !== 'cell') {
    // A cell that the keyboard stood on is no part of what one gathers.
    const gathered = selection.selected.filter((other) => other.type !== 'cell');
    if (gathered.length < selection.selected.length) selection.select(...gathered);
    selection.toggle(reference);
  }
}

/** A click on the curve where the main persona has no point yet: sets one, on the nearest whole number. True when it did. */
export function setEmotionAt(context: CommandContext, point: Point): boolean {
  const { plot } = context.index.layout.curve;
  const stepId = findStepAt(context.index, point.x);
  const persona = context.index.map.personas[0];
  if (!context.canWrite || !stepId || !persona || !contains(plot, point, 12)) return false;
  if (context.index.stepRecords.get(stepId)?.emotions.has(persona.id)) return false;
  const value = Math.round(2 - ((point.y - plot.y) / plot.height) * 4);
  setEmotion(context.doc, { stepId, personaId: persona.id, value });
  context.selection.getState().select({ type: 'emotion', stepId, personaId: persona.id });
  return true;
}

/** A double click: opens a text, or writes a new card where there is none. */
export function openAt(context: CommandContext, reference: MapReference | null): void {
  if (!reference) return;
  if (!context.canWrite) {
    tellLock(context.role, context.locks, context.index.map, reference);
    return;
  }
  if (reference.type !== 'cell') {
    startEditing(context, reference);
    return;
  }
  const selection = context.selection.getState();
  if (!isSelected(selection, reference)) selection.select(reference);
  if (touchpointLaneIds(context.index).has(reference.laneId)) addTouchpoint.perform(context);
  else addCardTo(context, { stepId: reference.stepId, laneId: reference.laneId });
}
