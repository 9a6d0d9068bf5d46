import type * as Y from 'yjs';
import { type ArrangedStep, arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLanes } from '@/lib/map/listLanes';
import { toDormantMoment } from '../createDocument';
import { toInputText } from '../plainValue';
import { readMap } from '../readMap';
import { findRecord, localOrigin, pairKey, recordsOf } from '../schema';
import { containerOf, makeRoom, moveInList } from './lists';
import { insertRecord } from './records';
import { addStage } from './stages';

/**
 * Makes two steps of one. The first part keeps the id, and with it evidence, ways, moment, times and notes; the new step behind it gets the cards
 * and touchpoints that are named, in their lanes. Departments, feelings and evidence level are true of both. Returns the new step's id; null
 * when the step is not there or has no stage.
 */
export function splitStep(
  doc: Y.Doc,
  input: { id: string; title?: string; cardIds?: readonly string[]; touchpointIds?: readonly string[] },
  origin: unknown = localOrigin,
): string | null {
  const { map } = readMap(doc);
  const stage = arrange(map).stages.find(({ steps, unplaced }) => !unplaced && steps.some(({ id }) => id === input.id));
  const step = stage?.steps.find(({ id }) => id === input.id);
  const record = findRecord(doc, 'steps', input.id);
  const container = record && containerOf(record);
  if (!step || !container) return null;
  return doc.transact(() => {
    const order = makeRoom(doc, 'steps', container, { after: step.id }, 1)?.[0];
    if (order === undefined) return null;
    const title = toInputText(input.title ?? '');
    const fields = { pos: { ...container, order }, title, notes: '', evidenceLevel: step.evidenceLevel };
    const id = insertRecord(doc, 'steps', fields);
    recordsOf(doc, 'moments').set(id, toDormantMoment());
    for (const { id: departmentId, role } of step.departments) {
      recordsOf(doc, 'stepDepartments').set(pairKey(id, departmentId), { role });
    }
    for (const [personaId, value] of step.emotions) recordsOf(doc, 'emotions').set(pairKey(id, personaId), value);
    handOver(doc, map, step, id, input);
    return id;
  }, origin);
}

/** Gives cards and touchpoints of a step to another one. They keep their order; cards whose lane is gone stay with the first part. */
function handOver(
  doc: Y.Doc,
  map: JourneyMap,
  step: ArrangedStep,
  stepId: string,
  { cardIds = [], touchpointIds = [] }: { cardIds?: readonly string[]; touchpointIds?: readonly string[] },
): void {
  const chosen = new Set(cardIds);
  const lanes = new Set(listLanes(map).map(({ id }) => id));
  for (const { id, pos, deletedAt } of map.cards) {
    if (pos.stepId !== step.id || deletedAt !== undefined || !chosen.has(id) || !lanes.has(pos.laneId)) continue;
    findRecord(doc, 'cards', id)?.set('pos', { ...pos, stepId });
  }
  for (const { id, pos } of step.touchpoints) {
    if (touchpointIds.includes(id)) findRecord(doc, 'touchpoints', id)?.set('pos', { ...pos, stepId });
  }
}

/**
 * Makes two stages of one: a new one behind it gets the steps from this one on. The first part keeps the id. Returns the new stage's id; null
 * when the step is not there, is the first of its stage, or has none.
 */
export function splitStage(doc: Y.Doc, input: { stepId: string; title?: string }, origin: unknown = localOrigin): string | null {
  const { stages } = arrange(readMap(doc).map);
  const stage = stages.find(({ steps, unplaced }) => !unplaced && steps.some(({ id }) => id === input.stepId));
  const at = stage?.steps.findIndex(({ id }) => id === input.stepId) ?? 0;
  if (!stage || at < 1) return null;
  return doc.transact(() => {
    const id = addStage(doc, { title: input.title ?? '', place: { after: stage.id } }, origin);
    const moving = stage.steps.slice(at).map((step) => step.id);
    if (id) moveInList(doc, 'steps', moving, { stageId: id }, undefined);
    return id;
  }, origin);
}
