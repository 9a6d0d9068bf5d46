import { pasteTable } from '@/lib/document/operations/pasteTable';
import type { Table } from '@/lib/map/table/readTable';
import type { TablePlan, TableTarget } from '@/lib/map/table/tablePlan';
import type { MapReference } from '../reference';
import type { CommandContext } from './command';
import { goTo } from './navigate';
import { currentCell, currentStage, currentStep, primary } from './targets';
import { undoOnce } from './undoOnce';

/** The places that a table may go to from where the keyboard stands, the nearest first; the end of the map is always one of them. */
export function listTableTargets(context: CommandContext): TableTarget[] {
  const cell = currentCell(context);
  const stepId = primary(context)?.type === 'stage' ? null : currentStep(context);
  const stageId = currentStage(context);
  const last = context.index.map.stages.findLast(({ unplaced }) => !unplaced);
  return [
    ...(cell ? [{ type: 'cells', ...cell } as const] : []),
    ...(stepId && stageId ? [{ type: 'afterStep', stepId } as const] : []),
    ...(stageId && stageId !== last?.id ? [{ type: 'endOfStage', stageId } as const] : []),
    { type: 'end' },
  ];
}

/** Opens the look at a table before it goes onto the map. Says so to those who may only look. */
export function openTable(context: CommandContext, table: Table): void {
  if (context.canWrite) context.pastedTable.setState({ pasted: { table, targets: listTableTargets(context) } });
  else context.announce('readOnly');
}

/** Takes a planned table over, in one step of undo, and goes to what it made. */
export function takeTable(context: CommandContext, plan: TablePlan): void {
  if (!context.canWrite) {
    context.announce('readOnly');
    return;
  }
  context.undo.stopCapturing();
  const made = pasteTable(context.doc, plan);
  context.undo.stopCapturing();
  context.focusCanvas();
  if (!made) {
    context.notify({ type: 'tableGone' });
    return;
  }
  const newSteps = made.stepIds.filter((_, at) => plan.steps[at]?.id === null);
  const references: MapReference[] =
    newSteps.length > 0
      ? newSteps.map((id) => ({ type: 'step', id }))
      : made.cardIds.length > 0
        ? made.cardIds.map((id) => ({ type: 'card', id }))
        : made.stepIds.slice(0, 1).map((id) => ({ type: 'step', id }));
  const [first] = references;
  const undo = undoOnce(context.undo, {
    onTooLate: () => context.notify({ type: 'undoTooLate' }),
    onUndone: () => context.announce('undone'),
  });
  const counts = { steps: newSteps.length, lanes: made.laneIds.length, entries: made.entries };
  context.notify({ type: 'pastedTable', ...counts, undo });
  context.afterLayout((now) => {
    if (first) goTo(now, first);
    // The first of them is where the keyboard goes on.
    now.selection.getState().select(...references.toReversed());
  });
}
