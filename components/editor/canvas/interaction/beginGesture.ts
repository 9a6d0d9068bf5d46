import { unplacedStageId } from '@/lib/map/arrange';
import type { Point } from '@/lib/map/layout/types';
import type { CommandContext } from '../../commands/command';
import { toLaneHeight } from '../../commands/laneHeight';
import { inMapOrder } from '../../commands/targets';
import { type MapReference, referenceKey } from '../../reference';
import { isSelected } from '../../selection';
import { placesOf } from '../../workshop/locks/placesOf';
import type { Gesture } from '../gestures';
import type { Press } from './press';

const draggable: ReadonlySet<MapReference['type']> = new Set(['card', 'step', 'stage', 'lane', 'touchpoint']);

/** Of these several are dragged at once. */
const together: ReadonlySet<MapReference['type']> = new Set(['card', 'step', 'stage', 'lane']);

/** What dragging takes along: the whole selection when the grabbed one is part of it and they are of one kind, in the map's order. */
export function listDragged(context: CommandContext, grabbed: MapReference): readonly MapReference[] {
  const { selected } = context.selection.getState();
  if (!together.has(grabbed.type) || !isSelected({ selected }, grabbed)) return [grabbed];
  const alike = selected.filter((reference) => reference.type === grabbed.type);
  const ids = new Set(alike.flatMap((reference) => ('id' in reference ? [reference.id] : [])));
  if (grabbed.type === 'card') return inMapOrder(context, ids).map((id): MapReference => ({ type: 'card', id }));
  const { steps, lanes, layout } = context.index;
  const row =
    grabbed.type === 'step' ? steps : grabbed.type === 'lane' ? lanes : layout.stages.filter(({ unplaced }) => !unplaced);
  const type = grabbed.type === 'step' ? 'step' : grabbed.type === 'lane' ? 'lane' : 'stage';
  return row.flatMap(({ id }): MapReference[] => (ids.has(id) ? [{ type, id }] : []));
}

/** Whether something can be moved by the pointer: by whom may write, and of what has a place to go to. */
export function canTakeHold(context: CommandContext, reference: MapReference | null): reference is MapReference {
  if (!context.canWrite || !reference || referenceKey(reference) === `stage:${unplacedStageId}`) return false;
  if (context.locks.at(placesOf(context.index.map, reference))) return false;
  return reference.type === 'emotion' || draggable.has(reference.type);
}

/** What a pointer that moves does, by what it was pressed on. On paper, and for readers, it draws a marquee. */
export function beginGesture(
  context: CommandContext,
  { reference: pressed, laneEdge }: Pick<Press, 'reference' | 'laneEdge'>,
  at: Point,
): Gesture {
  const lane = laneEdge ? context.index.laneById.get(laneEdge) : undefined;
  if (lane) {
    const { id, box } = lane;
    return { type: 'laneHeight', laneId: id, from: at, before: box.height, height: toLaneHeight(lane, box.height) };
  }
  if (context.canWrite && pressed && (pressed.type === 'emotion' || draggable.has(pressed.type))) {
    const reason = context.locks.at(placesOf(context.index.map, pressed));
    if (reason) context.locks.refuse(reason);
  }
  if (!canTakeHold(context, pressed)) return { type: 'marquee', from: at, to: at };
  if (pressed.type === 'emotion') {
    const value = context.index.stepRecords.get(pressed.stepId)?.emotions.get(pressed.personaId) ?? 0;
    context.selection.getState().select(pressed);
    return { type: 'emotion', stepId: pressed.stepId, personaId: pressed.personaId, value };
  }
  const items = listDragged(context, pressed);
  if (!isSelected(context.selection.getState(), pressed)) context.selection.getState().select(pressed);
  return { type: 'drag', items, grabbed: pressed, from: at, at, drop: null };
}
