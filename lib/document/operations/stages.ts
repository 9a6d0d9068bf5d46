import type * as Y from 'yjs';
import { toInputText } from '../plainValue';
import { localOrigin } from '../schema';
import { setText } from '../textReference';
import { makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord } from './records';

/** Adds a stage; at the end without a place. Returns its id, or null when the stage next to the place is not there. */
export function addStage(
  doc: Y.Doc,
  input: { title?: string; place?: Place } = {},
  origin: unknown = localOrigin,
): string | null {
  return doc.transact(() => {
    const order = makeRoom(doc, 'stages', null, input.place, 1)?.[0];
    return order === undefined ? null : insertRecord(doc, 'stages', { order, title: toInputText(input.title ?? '') });
  }, origin);
}

export function renameStage(doc: Y.Doc, input: { id: string; title: string }, origin: unknown = localOrigin): boolean {
  return setText(doc, { reference: { type: 'stage', id: input.id, field: 'title' }, text: input.title }, origin);
}

/** Moves a stage with its steps. The place counts the other stages only. */
export function moveStage(doc: Y.Doc, input: { id: string; place: Place }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => moveInList(doc, 'stages', [input.id], null, input.place), origin);
}

/** Deletes a stage. Its steps stay and are shown as unplaced. */
export function deleteStage(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'stages', ids: [input.id] }, origin);
}
