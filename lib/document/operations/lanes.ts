import type * as Y from 'yjs';
import { type LaneKind, laneKinds, maxLaneHeight, minLaneHeight } from '@/lib/map/lane';
import { toInputText } from '../plainValue';
import { findAlive, localOrigin } from '../schema';
import { setText } from '../textReference';
import { makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord, setField } from './records';

/** Adds a lane; without a title it shows its kind's name. Returns its id, or null when there is no such kind or place. */
export function addLane(
  doc: Y.Doc,
  input: { kind: LaneKind; title?: string; place?: Place },
  origin: unknown = localOrigin,
): string | null {
  if (!laneKinds.includes(input.kind)) return null;
  return doc.transact(() => {
    const order = makeRoom(doc, 'lanes', null, input.place, 1)?.[0];
    if (order === undefined) return null;
    return insertRecord(doc, 'lanes', { order, kind: input.kind, title: toInputText(input.title ?? '') });
  }, origin);
}

export function renameLane(doc: Y.Doc, input: { id: string; title: string }, origin: unknown = localOrigin): boolean {
  return setText(doc, { reference: { type: 'lane', id: input.id, field: 'title' }, text: input.title }, origin);
}

/** The place counts the other lanes only. */
export function moveLane(doc: Y.Doc, input: { id: string; place: Place }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => moveInList(doc, 'lanes', [input.id], null, input.place), origin);
}

/** Deletes a lane. Its cards stay and are shown as unplaced. */
export function deleteLane(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'lanes', ids: [input.id] }, origin);
}

/** Least height in pixels at 100 %, held within 24–4000; null lets the content decide. */
export function setLaneHeight(doc: Y.Doc, input: { id: string; height: number | null }, origin: unknown = localOrigin): boolean {
  const { id, height } = input;
  if (height !== null && !Number.isFinite(height)) return false;
  return doc.transact(() => {
    const lane = findAlive(doc, 'lanes', id);
    const held = height === null ? undefined : Math.min(Math.max(Math.round(height), minLaneHeight), maxLaneHeight);
    if (lane) setField(lane, 'height', held);
    return lane !== null;
  }, origin);
}

export function foldLane(doc: Y.Doc, input: { id: string; folded: boolean }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const lane = findAlive(doc, 'lanes', input.id);
    if (lane) setField(lane, 'folded', input.folded || undefined);
    return lane !== null;
  }, origin);
}

/** Leaves lanes out of the map for everybody, or shows them again. Their cards stay where they are. False when none of them is there. */
export function hideLanes(
  doc: Y.Doc,
  input: { ids: readonly string[]; hidden: boolean },
  origin: unknown = localOrigin,
): boolean {
  return doc.transact(() => {
    const lanes = input.ids.flatMap((id) => findAlive(doc, 'lanes', id) ?? []);
    for (const lane of lanes) setField(lane, 'hidden', input.hidden || undefined);
    return lanes.length > 0;
  }, origin);
}

export function setLaneKind(doc: Y.Doc, input: { id: string; kind: LaneKind }, origin: unknown = localOrigin): boolean {
  if (!laneKinds.includes(input.kind)) return false;
  return doc.transact(() => {
    const lane = findAlive(doc, 'lanes', input.id);
    if (lane) setField(lane, 'kind', input.kind);
    return lane !== null;
  }, origin);
}
