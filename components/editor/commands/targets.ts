import { cellKey } from '@/lib/map/arrange';
import { findLaneIdOf, findStepIdOf } from '../canvas/geometry/mapIndex';
import type { MapReference } from '../reference';
import { primaryOf } from '../selection';
import type { CommandContext } from './command';

/** The one that the keyboard acts from, or null. */
export function primary(context: CommandContext): MapReference | null {
  return primaryOf(context.selection.getState());
}

/** Ids of what is selected of one type, in the order of selection. */
export function selectedIds(
  context: CommandContext,
  type: 'card' | 'step' | 'stage' | 'lane' | 'transition' | 'touchpoint' | 'moment',
): string[] {
  return context.selection.getState().selected.flatMap((reference) => (reference.type === type ? [reference.id] : []));
}

/** Selected cards as they lie on the map, row by row; a selected cell stands for its cards. */
export function selectedCards(context: CommandContext): string[] {
  const chosen = new Set<string>();
  for (const reference of context.selection.getState().selected) {
    if (reference.type === 'card') chosen.add(reference.id);
    if (reference.type === 'cell') {
      for (const card of context.index.map.cells.get(cellKey(reference.stepId, reference.laneId)) ?? []) chosen.add(card.id);
    }
  }
  return inMapOrder(context, chosen);
}

/** Card ids sorted by lane, then step, then place in the cell: the order of reading. */
export function inMapOrder(context: Pick<CommandContext, 'index'>, ids: ReadonlySet<string>): string[] {
  const { map } = context.index;
  return map.lanes.flatMap((lane) =>
    map.steps.flatMap((step) =>
      (map.cells.get(cellKey(step.id, lane.id)) ?? []).flatMap((card) => (ids.has(card.id) ? [card.id] : [])),
    ),
  );
}

/** The cell that the keyboard stands in, or null. */
export function currentCell(context: CommandContext): { stepId: string; laneId: string } | null {
  const at = primary(context);
  if (!at) return null;
  const stepId = findStepIdOf(context.index, at);
  const laneId = findLaneIdOf(context.index, at);
  return stepId && laneId && at.type !== 'lane' ? { stepId, laneId } : null;
}

/** The step that the keyboard stands at, or null. */
export function currentStep(context: CommandContext): string | null {
  const at = primary(context);
  return at ? findStepIdOf(context.index, at) : null;
}

/** The stage that the keyboard stands at, or null; never the stand-in for deleted stages. */
export function currentStage(context: CommandContext): string | null {
  const at = primary(context);
  if (!at) return null;
  const { stages } = context.index.map;
  if (at.type === 'stage') return stages.find((stage) => stage.id === at.id && !stage.unplaced)?.id ?? null;
  const stepId = findStepIdOf(context.index, at);
  return stages.find((stage) => !stage.unplaced && stage.steps.some((step) => step.id === stepId))?.id ?? null;
}

/** The lane that the keyboard stands in, or null. */
export function currentLane(context: CommandContext): string | null {
  const at = primary(context);
  return at ? findLaneIdOf(context.index, at) : null;
}
