import type * as Y from 'yjs';
import { arrange } from '@/lib/map/arrange';
import { countRecords, maxBlockRecords } from '@/lib/map/block';
import { listLanes } from '@/lib/map/listLanes';
import { takeLanes, takeStages, takeSteps } from '@/lib/map/takeBlock';
import { localOrigin } from '../schema';
import { readShown } from '../silentRound';
import { insertLanes, insertStages, insertSteps } from './insertBlock';

/**
 * Copies steps with everything on them but ways, which belong to the originals. The copies stand together, behind the last one
 * copied of their stage. Returns their ids; empty when there is nothing to copy, or more than goes at once (`most` records).
 */
export function duplicateSteps(
  doc: Y.Doc,
  input: { ids: readonly string[]; most?: number },
  origin: unknown = localOrigin,
): string[] {
  const map = readShown(doc);
  const groups = arrange(map).stages.flatMap((stage) => {
    const steps = stage.steps.filter(({ id }) => !stage.unplaced && input.ids.includes(id));
    const block = takeSteps(
      map,
      steps.map(({ id }) => id),
    );
    const last = steps.at(-1)?.id;
    return block?.kind === 'steps' && last !== undefined ? [{ block, at: { after: last } }] : [];
  });
  if (groups.reduce((sum, { block }) => sum + countRecords(block), 0) > (input.most ?? maxBlockRecords)) return [];
  return doc.transact(() => groups.flatMap((group) => insertSteps(doc, { ...group, sameMap: true }, origin) ?? []), origin);
}

/** Copies stages with their steps, behind the last one copied; otherwise as `duplicateSteps`. */
export function duplicateStages(
  doc: Y.Doc,
  input: { ids: readonly string[]; most?: number },
  origin: unknown = localOrigin,
): string[] {
  const map = readShown(doc);
  const block = takeStages(map, input.ids);
  const last = arrange(map).stages.findLast(({ id, unplaced }) => !unplaced && input.ids.includes(id));
  if (block?.kind !== 'stages' || !last || countRecords(block) > (input.most ?? maxBlockRecords)) return [];
  return insertStages(doc, { block, place: { after: last.id }, sameMap: true }, origin) ?? [];
}

/** Copies lanes with their cards, below the last one copied; otherwise as `duplicateSteps`. */
export function duplicateLanes(
  doc: Y.Doc,
  input: { ids: readonly string[]; most?: number },
  origin: unknown = localOrigin,
): string[] {
  const map = readShown(doc);
  const block = takeLanes(map, input.ids);
  const last = listLanes(map).findLast(({ id }) => input.ids.includes(id));
  if (!block || !last || countRecords(block) > (input.most ?? maxBlockRecords)) return [];
  return insertLanes(doc, { block, place: { after: last.id }, sameMap: true }, origin) ?? [];
}
