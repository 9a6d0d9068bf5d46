import { moveCards } from '@/lib/document/operations/cards';
import { moveLane } from '@/lib/document/operations/lanes';
import type { Place } from '@/lib/document/operations/places';
import { moveStage } from '@/lib/document/operations/stages';
import { moveSteps } from '@/lib/document/operations/steps';
import { moveTouchpoint } from '@/lib/document/operations/touchpoints';
import { localOrigin } from '@/lib/document/schema';
import { cellKey } from '@/lib/map/arrange';
import { findBoxOf } from '../canvas/geometry/boxOf';
import type { Direction } from '../canvas/geometry/neighbours';
import { stickyInsets } from '../canvas/geometry/stickyInsets';
import type { Command, CommandContext } from './command';
import type { CommandId } from './commandIds';
import { primary, selectedCards, selectedIds } from './targets';

type Cell = { stepId: string; laneId: string };

const by = (direction: Direction): 1 | -1 => (direction === 'left' || direction === 'up' ? -1 : 1);
const isAcross = (direction: Direction): boolean => direction === 'left' || direction === 'right';

/** Moves all cards of the selected cell into the one beside it, behind those that lie there, and goes with them. */
function moveCellBy(context: CommandContext, cell: Cell, direction: Direction): boolean {
  const { map } = context.index;
  const { steps, lanes } = map;
  const step = steps[steps.findIndex(({ id }) => id === cell.stepId) + (isAcross(direction) ? by(direction) : 0)];
  const lane = lanes[lanes.findIndex(({ id }) => id === cell.laneId) + (isAcross(direction) ? 0 : by(direction))];
  const ids = (map.cells.get(cellKey(cell.stepId, cell.laneId)) ?? []).map(({ id }) => id);
  if (!step || !lane || !moveCards(context.doc, { ids, to: { stepId: step.id, laneId: lane.id } })) return false;
  context.selection.getState().select({ type: 'cell', stepId: step.id, laneId: lane.id });
  return true;
}

function moveCardsBy(context: CommandContext, direction: Direction): boolean {
  const ids = selectedCards(context);
  const [first, last] = [ids[0], ids.at(-1)];
  const lead = direction === 'up' || direction === 'left' ? first : last;
  const pos = lead ? context.index.cardRecords.get(lead)?.pos : undefined;
  if (!lead || !pos) return false;
  const { steps, lanes, cells } = context.index.map;
  const column = steps.findIndex(({ id }) => id === pos.stepId);
  const row = lanes.findIndex(({ id }) => id === pos.laneId);
  if (isAcross(direction)) {
    const step = steps[column + by(direction)];
    const rank = (cells.get(cellKey(pos.stepId, pos.laneId)) ?? []).findIndex(({ id }) => id === first);
    return step ? moveCards(context.doc, { ids, to: { stepId: step.id, laneId: pos.laneId, index: Math.max(0, rank) } }) : false;
  }
  const cell = cells.get(cellKey(pos.stepId, pos.laneId)) ?? [];
  const beside = cell[cell.findIndex(({ id }) => id === lead) + by(direction)];
  if (beside) return moveCards(context.doc, { ids, to: direction === 'up' ? { before: beside.id } : { after: beside.id } });
  const lane = lanes[row + by(direction)];
  if (!lane) return false;
  const to = { stepId: pos.stepId, laneId: lane.id };
  return moveCards(context.doc, { ids, to: direction === 'up' ? to : { ...to, index: 0 } });
}

function moveStepsBy(context: CommandContext, direction: Direction): boolean {
  const { steps, stages } = context.index.map;
  const chosen = new Set(selectedIds(context, 'step'));
  const ids = steps.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  const lead = direction === 'left' ? ids[0] : ids.at(-1);
  if (!lead || !isAcross(direction)) return false;
  const stage = stages.findIndex((candidate) => candidate.steps.some(({ id }) => id === lead));
  const within = stages[stage]?.steps ?? [];
  const beside = within[within.findIndex(({ id }) => id === lead) + by(direction)];
  if (beside) return moveSteps(context.doc, { ids, to: direction === 'left' ? { before: beside.id } : { after: beside.id } });
  const next = stages[stage + by(direction)];
  if (!next || next.unplaced) return false;
  return moveSteps(context.doc, { ids, to: direction === 'left' ? { stageId: next.id } : { stageId: next.id, index: 0 } });
}

/** Moves stages or lanes past the one beside them, in one step of undo. Several come to stand together. */
function moveRowBy(
  context: CommandContext,
  row: readonly { id: string }[],
  ids: readonly string[],
  direction: Direction,
  move: (id: string, place: Place) => boolean,
): boolean {
  const chosen = row.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const lead = by(direction) < 0 ? chosen[0] : chosen.at(-1);
  const beside = row[row.findIndex(({ id }) => id === lead) + by(direction)];
  const [first, ...others] = chosen;
  if (first === undefined || !beside) return false;
  return context.doc.transact(() => {
    let before = first;
    let moved = move(first, by(direction) < 0 ? { before: beside.id } : { after: beside.id });
    for (const id of others) {
      moved = move(id, { after: before }) || moved;
      before = id;
    }
    return moved;
  }, localOrigin);
}

function moveOne(context: CommandContext, direction: Direction): boolean {
  const at = primary(context);
  const { doc } = context;
  const { map, lanes, layout } = context.index;
  if (at?.type === 'stage' && isAcross(direction)) {
    const stages = layout.stages.filter((stage) => !stage.unplaced);
    return moveRowBy(context, stages, selectedIds(context, 'stage'), direction, (id, place) => moveStage(doc, { id, place }));
  }
  if (at?.type === 'lane' && !isAcross(direction)) {
    return moveRowBy(context, lanes, selectedIds(context, 'lane'), direction, (id, place) => moveLane(doc, { id, place }));
  }
  if (at?.type === 'touchpoint') {
    const column = map.steps.findIndex((step) => step.touchpoints.some(({ id }) => id === at.id));
    const siblings = map.steps[column]?.touchpoints ?? [];
    if (isAcross(direction)) {
      const step = map.steps[column + by(direction)];
      return step ? moveTouchpoint(context.doc, { id: at.id, to: { stepId: step.id } }) : false;
    }
    const beside = siblings[siblings.findIndex(({ id }) => id === at.id) + by(direction)];
    if (!beside) return false;
    return moveTouchpoint(context.doc, { id: at.id, to: direction === 'up' ? { before: beside.id } : { after: beside.id } });
  }
  return false;
}

function moveCommand(id: CommandId, key: string, direction: Direction): Command {
  return {
    id,
    shortcuts: [{ key, alt: true }],
    canPerform: (context) => context.canWrite && context.selection.getState().selected.length > 0,
    perform(context) {
      const selected = primary(context);
      const moved =
        selected?.type === 'cell'
          ? moveCellBy(context, selected, direction)
          : selectedCards(context).length > 0
            ? moveCardsBy(context, direction)
            : selectedIds(context, 'step').length > 0
              ? moveStepsBy(context, direction)
              : moveOne(context, direction);
      if (!moved) return;
      context.announce('moved');
      const at = primary(context);
      const box = at && findBoxOf(context.index, at);
      if (at && box) context.view.reveal(box, stickyInsets(context.index, context.view.viewport(), at));
    },
  };
}

export const moveUp = moveCommand('moveUp', 'ArrowUp', 'up');
export const moveDown = moveCommand('moveDown', 'ArrowDown', 'down');
export const moveLeft = moveCommand('moveLeft', 'ArrowLeft', 'left');
export const moveRight = moveCommand('moveRight', 'ArrowRight', 'right');
