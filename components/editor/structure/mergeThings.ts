import { mergeStages } from '@/lib/document/operations/mergeStages';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { readMap } from '@/lib/document/readMap';
import { arrange } from '@/lib/map/arrange';
import { findMergeProblem } from '@/lib/map/findMergeProblem';
import type { CommandContext } from '../commands/command';
import { undoOnce } from '../commands/undoOnce';

/** What changing the structure needs, on the canvas as in the panel. */
export type StructureContext = Pick<CommandContext, 'doc' | 'selection' | 'undo' | 'notify' | 'focusCanvas'>;

/** Takes back what was just done, from a notice. The button that was pressed goes with it: the keyboard goes on at the map. */
export function takeBack({ undo, notify, focusCanvas }: Pick<StructureContext, 'undo' | 'notify' | 'focusCanvas'>): () => void {
  return undoOnce(undo, { onTooLate: () => notify({ type: 'undoTooLate' }), onUndone: focusCanvas });
}

/** Makes one of several steps or stages, selects it, and says which of them it is and why. Returns whether it could. */
export function mergeThings(context: StructureContext, type: 'step' | 'stage', ids: readonly string[]): boolean {
  const map = arrange(readMap(context.doc).map);
  const problem = findMergeProblem(map, type, ids);
  if (problem === 'tooLong') context.notify({ type: 'refused', reason: 'textTooLong' });
  if (problem !== null) return false;
  const kept = type === 'step' ? mergeSteps(context.doc, { ids }) : mergeStages(context.doc, { ids });
  if (kept === null) return false;
  context.undo.stopCapturing();
  context.selection.getState().select({ type, id: kept });
  const step = map.steps.find(({ id }) => id === kept);
  const name = type === 'step' ? String(step?.number ?? '') : (map.stages.find(({ id }) => id === kept)?.title ?? '');
  context.notify({ type: 'merged', what: type, count: ids.length, name, undo: takeBack(context) });
  return true;
}
