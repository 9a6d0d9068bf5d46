import { type PastedTable, pasteTable } from '@/lib/document/operations/pasteTable';
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
  const undo = undoOnce(context.undo, {
    onTooLate: () => context.notify({ type: 'undoTooLate' }),
    onUndone: () => {
      // The button that was pressed goes: the keyboard goes on at the map.
      context.focusCanvas();
      context.announce('undone');
    },
  });
  const counts = { steps: newSteps.length, lanes: made.laneIds.length, entries: made.entries };
  context.notify({ type: 'pastedTable', ...counts, undo });
  context.afterLayout((now) => {
    const references = listMade(now, newSteps, made);
    const [first] = references;
    if (first) goTo(now, first);
    // The first of them is where the keyboard goes on.
    now.selection.getState().select(...references.toReversed());
  });
}

/** What to select of a pasted table: the new steps, else the cards that are drawn, else the first step that it went to. */
function listMade({ index }: CommandContext, newSteps: readonly string[], { cardIds, stepIds }: PastedTable): MapReference[] {
  const steps = (ids: readonly string[]): MapReference[] => ids.map((id) => ({ type: 'step', id }));
  if (newSteps.length > 0) return steps(newSteps);
  const cards = cardIds.filter((id) => index.cards.has(id)).map((id): MapReference => ({ type: 'card', id }));
  return cards.length > 0 ? cards : steps(stepIds.slice(0, 1));
}
