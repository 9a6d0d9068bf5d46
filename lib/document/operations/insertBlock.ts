import type * as Y from 'yjs';
import type { CardContent, LanesBlock, StepContent, StepsBlock } from '@/lib/map/block';
import { linkAddressSchema } from '@/lib/map/cardLink';
import { toTag } from '@/lib/map/cardTag';
import type { Evidence, LinkTarget } from '@/lib/map/evidenceLink';
import { orderAt } from '@/lib/map/order';
import { toDormantMoment, toRecordMap } from '../createDocument';
import { toInputText } from '../plainValue';
import { localOrigin, pairKey, recordsOf } from '../schema';
import { addAttachments } from './attachments';
import { insertEvidence } from './insertEvidence';
import { makeRoom } from './lists';
import { type Ids, insertLane, type Matching, matchColumns, matchSurroundings } from './matchBlock';
import type { Place } from './places';
import { insertRecord } from './records';
import { addStage } from './stages';
import { findStepPlace, type StepPlace } from './steps';

function insertCard(
  doc: Y.Doc,
  pos: { stepId: string; laneId: string; order: string },
  { tags = [], links = [], files = [], evidence, ...card }: CardContent,
  matching: Matching,
): void {
  const id = insertRecord(doc, 'cards', { ...card, text: toInputText(card.text), pos });
  for (const words of tags) {
    const tag = toTag(words);
    if (tag !== null) recordsOf(doc, 'cardTags').set(pairKey(id, tag), true);
  }
  for (const [index, { address, label }] of links.entries()) {
    const fields = linkAddressSchema.safeParse(address);
    if (!fields.success) continue;
    insertRecord(doc, 'cardLinks', {
      address: fields.data,
      label: toInputText(label, 200),
      pos: { cardId: id, order: orderAt(index) },
    });
  }
  insertLinks(doc, { type: 'card', id }, evidence, matching);
  if (files.length === 0) return;
  const { sameMap, elsewhere } = matching;
  if (sameMap) addAttachments(doc, { cardId: id, files });
  else elsewhere?.push({ cardId: id, files });
}

/** What links refer to is there where the same sources are. */
function insertLinks(
  doc: Y.Doc,
  target: LinkTarget,
  evidence: readonly Evidence[] | undefined,
  { sameMap, sameSources = sameMap }: Matching,
): void {
  if (sameSources) insertEvidence(doc, target, evidence);
}

function insertStep(doc: Y.Doc, pos: object, step: StepContent, ids: Ids): string {
  const { touchpoints, departments, emotions, moment, cards, evidence, momentEvidence, ...fields } = step;
  const [title, notes] = [toInputText(fields.title), toInputText(fields.notes)];
  const id = insertRecord(doc, 'steps', { ...fields, title, notes, pos });
  recordsOf(doc, 'moments').set(id, moment ? toRecordMap('moments', toMoment(moment)) : toDormantMoment());
  for (const [index, touchpoint] of touchpoints.entries()) {
    insertRecord(doc, 'touchpoints', { ...touchpoint, pos: { stepId: id, order: orderAt(index) } });
  }
  for (const { department, role } of departments) {
    const other = ids.departments[department];
    if (other) recordsOf(doc, 'stepDepartments').set(pairKey(id, other), { role });
  }
  for (const { persona, value } of emotions) {
    const other = ids.personas[persona];
    if (other) recordsOf(doc, 'emotions').set(pairKey(id, other), value);
  }
  insertLinks(doc, { type: 'step', id }, evidence, ids.matching);
  insertLinks(doc, { type: 'moment', id }, momentEvidence, ids.matching);
  const counts = new Map<string, number>();
  for (const { lane, card } of cards) {
    const laneId = ids.lanes[lane];
    if (!laneId) continue;
    const count = counts.get(laneId) ?? 0;
    counts.set(laneId, count + 1);
    insertCard(doc, { stepId: id, laneId, order: orderAt(count) }, card, ids.matching);
  }
  return id;
}

const toMoment = ({ stays, leaves, gate }: NonNullable<StepContent['moment']>) => ({
  stays: toInputText(stays),
  leaves: toInputText(leaves),
  gate,
  // Undo of the copying takes the mark back, too.
  ...{ revocable: true, live: true },
});

function insertStepsAt(doc: Y.Doc, at: StepPlace, steps: readonly StepContent[], ids: Ids): string[] | null {
  const target = findStepPlace(doc, at);
  const orders = target && makeRoom(doc, 'steps', target.container, target.place, steps.length);
  if (!target || !orders) return null;
  return steps.map((step, index) => insertStep(doc, { ...target.container, order: orders[index] }, step, ids));
}

/** Puts copied steps at a place. Returns their ids; null when there is no such place. */
export function insertSteps(
  doc: Y.Doc,
  input: { block: Extract<StepsBlock, { kind: 'steps' }>; at: StepPlace } & Matching,
  origin: unknown = localOrigin,
): string[] | null {
  const { block, at } = input;
  if (!findStepPlace(doc, at)) return null;
  return doc.transact(() => insertStepsAt(doc, at, block.steps, matchSurroundings(doc, block, input, origin)), origin);
}

/** Puts copied stages with their steps at a place; at the end without one. Returns the stages' ids; null when there is no such place. */
export function insertStages(
  doc: Y.Doc,
  input: { block: Extract<StepsBlock, { kind: 'stages' }>; place?: Place | undefined } & Matching,
  origin: unknown = localOrigin,
): string[] | null {
  const { block } = input;
  return doc.transact(() => {
    const made: string[] = [];
    let place = input.place;
    let ids: Ids | null = null;
    for (const { title, steps } of block.stages) {
      const id = addStage(doc, place ? { title, place } : { title }, origin);
      if (!id) return made.length > 0 ? made : null;
      ids ??= matchSurroundings(doc, block, input, origin);
      insertStepsAt(doc, { stageId: id }, steps, ids);
      made.push(id);
      place = { after: id };
    }
    return made;
  }, origin);
}

/**
 * Puts copied lanes with their cards at a place; at the end without one. Cards come to the same steps, found as `Matching` says; without such a
 * step, into the column of the same number or the last one. On a map without steps, these are made. Returns the lanes' ids.
 */
export function insertLanes(
  doc: Y.Doc,
  input: { block: LanesBlock; place?: Place | undefined } & Matching,
  origin: unknown = localOrigin,
): string[] | null {
  const { block } = input;
  return doc.transact(() => {
    const made: string[] = [];
    let place = input.place;
    let columns: string[] | null = null;
    for (const { lane, cards } of block.rows) {
      const laneId = insertLane(doc, lane, place);
      if (!laneId) return made.length > 0 ? made : null;
      columns ??= matchColumns(doc, block, input, origin);
      const counts = new Map<string, number>();
      for (const { column, card } of cards) {
        const stepId = columns[column];
        if (!stepId) continue;
        const count = counts.get(stepId) ?? 0;
        counts.set(stepId, count + 1);
        insertCard(doc, { stepId, laneId, order: orderAt(count) }, card, input);
      }
      made.push(laneId);
      place = { after: laneId };
    }
    return made;
  }, origin);
}
