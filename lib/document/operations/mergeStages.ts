import type * as Y from 'yjs';
import { arrange } from '@/lib/map/arrange';
import { findMergeProblem } from '@/lib/map/findMergeProblem';
import { absorbOne, settleCircles } from '../mergings';
import { readMap } from '../readMap';
import { findRecord, localOrigin } from '../schema';
import { moveInList } from './lists';

/**
 * Makes one stage of several. The first of them on the map keeps its id and its place, and gets the steps of the others behind its own. The
 * others are softly deleted. Returns the kept id; null when there are not two of them, or when the joined title would be too long.
 */
export function mergeStages(doc: Y.Doc, input: { ids: readonly string[] }, origin: unknown = localOrigin): string | null {
  const map = arrange(readMap(doc).map);
  if (findMergeProblem(map, 'stage', input.ids) !== null) return null;
  const [kept, ...others] = map.stages.filter(({ id, unplaced }) => !unplaced && input.ids.includes(id));
  if (!kept) return null;
  return doc.transact(() => {
    settleCircles(doc, 'stages');
    const steps = others.flatMap((stage) => stage.steps.map(({ id }) => id));
    if (steps.length > 0) moveInList(doc, 'steps', steps, { stageId: kept.id }, undefined);
    for (const { id } of others) {
      const merged = findRecord(doc, 'stages', id);
      merged?.set('deletedAt', Date.now());
      merged?.set('mergedInto', kept.id);
      absorbOne(doc, 'stages', kept.id, id);
    }
    return kept.id;
  }, origin);
}
