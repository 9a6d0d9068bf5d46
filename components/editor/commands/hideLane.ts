import { hideLanes } from '@/lib/document/operations/lanes';
import { neighbour } from '../canvas/geometry/neighbours';
import type { MapReference } from '../reference';
import type { Command, CommandContext } from './command';
import { goTo } from './navigate';
import { selectedIds } from './targets';
import { undoOnce } from './undoOnce';

/** The lane beside those that go: below them, else above. */
function laneBeside(context: CommandContext, ids: readonly string[]): MapReference | null {
  const gone = new Set(ids);
  const { lanes } = context.index;
  const last = lanes.findLastIndex(({ id }) => gone.has(id));
  const beside =
    lanes.slice(last + 1).find(({ id }) => !gone.has(id)) ?? lanes.slice(0, last).findLast(({ id }) => !gone.has(id));
  if (beside) return { type: 'lane', id: beside.id };
  const at = lanes[0];
  return at ? neighbour(context.index, { type: 'lane', id: at.id }, 'up') : null;
}

/** Leaves lanes out of the map for everybody, says so, and goes on at the lane beside them. */
export function hideLanesOf(context: CommandContext, ids: readonly string[]): void {
  const titles = ids.flatMap(
    (id) =>
      context.index.laneById
        .get(id)
        ?.title.lines.map(({ text }) => text)
        .join(' ') ?? [],
  );
  const next = laneBeside(context, ids);
  if (!hideLanes(context.doc, { ids, hidden: true })) return;
  context.undo.stopCapturing();
  // The button that was pressed may go with the lane's own panel.
  context.focusCanvas();
  if (next) goTo(context, next);
  else context.selection.getState().clear();
  const undo = undoOnce(context.undo, {
    onTooLate: () => context.notify({ type: 'undoTooLate' }),
    onUndone: () => {
      // The button that was pressed goes: the keyboard goes on at the map.
      context.focusCanvas();
      context.announce('undone');
    },
  });
  context.notify({ type: 'lanesHidden', titles, undo });
}

/** Shows lanes again, and goes on at the first of them. */
export function showLanes(context: CommandContext, ids: readonly string[]): void {
  const reason = context.locks.at(ids.map((laneId) => ({ kind: 'lane', laneId })));
  if (reason) {
    context.locks.refuse(reason);
    return;
  }
  if (!hideLanes(context.doc, { ids, hidden: false })) return;
  context.undo.stopCapturing();
  const [first] = ids;
  // The button that was pressed goes with the list it stood in: the keyboard goes on where the lane appears.
  context.focusCanvas();
  if (first) context.afterLayout((now) => goTo(now, { type: 'lane', id: first }));
  context.announce('laneShown', { count: ids.length });
}

/** Hides the lanes that are selected. */
export const hideLane: Command = {
  id: 'hideLane',
  shortcuts: [{ key: ' ', code: 'Space', shift: true }],
  canPerform: (context) => context.canWrite && selectedIds(context, 'lane').length > 0,
  perform: (context) => hideLanesOf(context, selectedIds(context, 'lane')),
};
