import type * as Y from 'yjs';
import { arrange } from '@/lib/map/arrange';
import type { CardContent, LanesBlock, StepContent, StepsBlock } from '@/lib/map/block';
import { linkAddressSchema } from '@/lib/map/cardLink';
import { toTag } from '@/lib/map/cardTag';
import { listLanes } from '@/lib/map/listLanes';
import { orderAt } from '@/lib/map/order';
import { laneName } from '@/lib/map/takeBlock';
import { toDormantMoment, toRecordMap } from '../createDocument';
import { toInputText } from '../plainValue';
import { readMap } from '../readMap';
import { localOrigin, pairKey, recordsOf } from '../schema';
import { type AttachedFile, addAttachments } from './attachments';
import { addDepartment } from './departments';
import { makeRoom } from './lists';
import { addPersona } from './personas';
import type { Place } from './places';
import { insertRecord } from './records';
import { addStage } from './stages';
import { addStep, findStepPlace, type StepPlace } from './steps';

/**
 * How what a block refers to is found: by id on the map that it was taken from, else by name. Of several with one name the n-th stands for the
 * n-th; what is missing is made.
 */
export type Matching = {
  sameMap: boolean;
  /** Gets the files of cards that came from another map: they lie with that one, and have to be brought. */
  elsewhere?: { cardId: string; files: readonly AttachedFile[] }[];
};

type Ids = { lanes: string[]; personas: string[]; departments: string[]; matching: Matching };

/** Ids for references, those that are missing made by `make`. */
function match<T extends { id: string; nth: number }>(
  wanted: readonly T[],
  there: readonly { id: string; name: string }[],
  nameOf: (reference: T) => string,
  { sameMap }: Matching,
  make: (reference: T) => string | null,
): string[] {
  const known = new Set(there.map(({ id }) => id));
  const byName = new Map<string, string[]>();
  for (const { id, name } of there) byName.set(name, [...(byName.get(name) ?? []), id]);
  return wanted.map((reference) => {
    if (sameMap && known.has(reference.id)) return reference.id;
    return byName.get(nameOf(reference))?.[reference.nth] ?? make(reference) ?? '';
  });
}

function matchSurroundings(doc: Y.Doc, block: StepsBlock, matching: Matching, origin: unknown): Ids {
  const { map: read } = readMap(doc);
  const map = arrange(read);
  const named = (records: readonly { id: string; name: string }[]) => records.map(({ id, name }) => ({ id, name: name.trim() }));
  return {
    matching,
    lanes: match(
      block.lanes,
      listLanes(read).map((lane) => ({ id: lane.id, name: laneName(lane) })),
      laneName,
      matching,
      ({ id: _, nth: __, ...lane }) => insertLane(doc, lane, undefined),
    ),
    personas: match(
      block.personas,
      named(map.personas),
      ({ name }) => name.trim(),
      matching,
      ({ name, description }) => addPersona(doc, { name, description }, origin),
    ),
    departments: match(
      block.departments,
      named(map.departments),
      ({ name }) => name.trim(),
      matching,
      ({ name, colour }) => addDepartment(doc, { name, colour }, origin),
    ),
  };
}

function insertLane(doc: Y.Doc, lane: LanesBlock['rows'][number]['lane'], place: Place | undefined): string | null {
  const order = makeRoom(doc, 'lanes', null, place, 1)?.[0];
  return order === undefined ? null : insertRecord(doc, 'lanes', { ...lane, title: toInputText(lane.title), order });
}

function insertCard(
  doc: Y.Doc,
  pos: { stepId: string; laneId: string; order: string },
  { tags = [], links = [], files = [], ...card }: CardContent,
  { sameMap, elsewhere }: Matching,
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
  if (files.length === 0) return;
  if (sameMap) addAttachments(doc, { cardId: id, files });
  else elsewhere?.push({ cardId: id, files });
}

function insertStep(doc: Y.Doc, pos: object, step: StepContent, ids: Ids): string {
  const { touchpoints, departments, emotions, moment, cards, ...fields } = step;
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

function matchColumns(doc: Y.Doc, { columns }: LanesBlock, matching: Matching, origin: unknown): string[] {
  const { steps, stages } = arrange(readMap(doc).map);
  if (steps.length === 0 && columns.length > 0) {
    const stageId = stages[0]?.id ?? addStage(doc, {}, origin) ?? '';
    return columns.map(({ title }) => addStep(doc, { at: { stageId }, title }, origin) ?? '');
  }
  // A step without a title is like any other: only its number tells where it was.
  const named = steps.flatMap(({ id, title }) => (title.trim() === '' ? [] : [{ id, name: title.trim() }]));
  const there = matching.sameMap ? steps.map(({ id, title }) => ({ id, name: title.trim() })) : named;
  return match(
    columns,
    there,
    ({ title }) => title.trim(),
    matching,
    ({ number }) => steps[Math.min(number, steps.length) - 1]?.id ?? steps[0]?.id ?? null,
  );
}
