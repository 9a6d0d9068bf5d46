import { duplicateLanes, duplicateStages, duplicateSteps } from '@/lib/document/operations/duplicateBlocks';
import { type StructureContext, takeBack } from './mergeThings';

const duplicates = { step: duplicateSteps, stage: duplicateStages, lane: duplicateLanes } as const;

/** Copies steps, stages or lanes, selects the copies, and says what was not copied; or that it is more than goes at once. */
export function duplicateThings(context: StructureContext, type: keyof typeof duplicates, ids: readonly string[]): void {
  const made = duplicates[type](context.doc, { ids });
  context.undo.stopCapturing();
  if (made.length === 0) {
    context.notify({ type: 'refused', reason: 'tooMuch' });
    return;
  }
  context.selection.getState().select(...made.map((id) => ({ type, id })));
  context.notify({ type: 'duplicated', what: type, count: made.length, undo: takeBack(context) });
}
