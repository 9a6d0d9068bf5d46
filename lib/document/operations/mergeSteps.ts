import type * as Y from 'yjs';
import { type ArrangedStep, arrange } from '@/lib/map/arrange';
import { cardsByCell } from '@/lib/map/cardsByCell';
import { findMergeProblem } from '@/lib/map/findMergeProblem';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLanes } from '@/lib/map/listLanes';
import { absorbOne, settleCircles } from '../mergings';
import { readMap } from '../readMap';
import { findRecord, localOrigin } from '../schema';
import { moveInList } from './lists';
import { mergeTransitions } from './mergeTransitions';
import { setField } from './records';
import { mergedEvidenceLevel, sumOf } from './stepSums';

/**
 * Makes one step of several. The first of them on the map keeps its id and its place; texts are joined, cards and touchpoints come behind its
 * own, times are added, the weakest evidence level counts, and its own feelings, departments and moment are filled up from the others. Ways
 * and evidence lead to it, ways between them go. The others are softly deleted. Returns the kept id; null when there are not two of them, or
 * when a joined text would be too long.
 */
export function mergeSteps(doc: Y.Doc, input: { ids: readonly string[] }, origin: unknown = localOrigin): string | null {
  const { map: read } = readMap(doc);
  const map = arrange(read);
  if (findMergeProblem(map, 'step', input.ids) !== null) return null;
  const [kept, ...others] = map.steps.filter(({ id }) => input.ids.includes(id));
  if (!kept) return null;
  return doc.transact(() => {
    settleCircles(doc, 'steps');
    moveContents(doc, read, kept, others);
    const gone = new Set(others.map(({ id }) => id));
    mergeTransitions(doc, read, kept.id, gone);
    for (const link of read.links) {
      const { type, id } = link.target;
      const record = (type === 'step' || type === 'moment') && gone.has(id) ? findRecord(doc, 'links', link.id) : null;
      record?.set('target', { type, id: kept.id });
    }
    const all = [kept, ...others];
    const record = findRecord(doc, 'steps', kept.id);
    if (record) {
      setField(record, 'duration', sumOf(all.map(({ duration }) => duration)));
      setField(record, 'waiting', sumOf(all.map(({ waiting }) => waiting)));
      setField(record, 'evidenceLevel', mergedEvidenceLevel(all));
    }
    for (const { id } of others) {
      const merged = findRecord(doc, 'steps', id);
      merged?.set('deletedAt', Date.now());
      merged?.set('mergedInto', kept.id);
      // Feelings and departments stay with the merged step: reading fills up from there.
      absorbOne(doc, 'steps', kept.id, id);
    }
    return kept.id;
  }, origin);
}

function moveContents(doc: Y.Doc, map: JourneyMap, kept: ArrangedStep, others: readonly ArrangedStep[]): void {
  const cardsOf = cardsByCell(map);
  for (const { id: laneId } of listLanes(map)) {
    const ids = others.flatMap((step) => cardsOf(step.id, laneId).map(({ id }) => id));
    if (ids.length > 0) moveInList(doc, 'cards', ids, { stepId: kept.id, laneId }, undefined);
  }
  const touchpoints = others.flatMap((step) => step.touchpoints.map(({ id }) => id));
  if (touchpoints.length > 0) moveInList(doc, 'touchpoints', touchpoints, { stepId: kept.id }, undefined);
}
