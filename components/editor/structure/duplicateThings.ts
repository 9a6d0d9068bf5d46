import { duplicateLanes, duplicateStages, duplicateSteps } from '@/lib/document/operations/duplicateBlocks';
import type { StructureContext } from './mergeThings';

const duplicates = { step: duplicateSteps, stage: duplicateStages, lane: duplicateLanes } as const;

/** Copies steps, stages or lanes and selects the copies. Returns how many; says so when it is more than goes at once. */
export function duplicateThings(context: StructureContext, type: keyof typeof duplicates, ids: readonly string[]): number {
  const made = duplicates[type](context.doc, { ids });
  context.undo.stopCapturing();
  if (made.length > 0) context.selection.getState().select(...made.map((id) => ({ type, id })));
  else if (ids.length > 0) context.notify({ type: 'refused', reason: 'tooMuch' });
  return made.length;
}
