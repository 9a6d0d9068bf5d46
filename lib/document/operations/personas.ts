import type * as Y from 'yjs';
import { toInputText } from '../plainValue';
import { localOrigin } from '../schema';
import { setText } from '../textReference';
import { makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord } from './records';

/** Adds a persona; at the end without a place. The first one is the map's main persona. Returns its id, or null when there is no such place. */
export function addPersona(
  doc: Y.Doc,
  input: { name: string; description?: string; place?: Place },
  origin: unknown = localOrigin,
): string | null {
  return doc.transact(() => {
    const order = makeRoom(doc, 'personas', null, input.place, 1)?.[0];
    if (order === undefined) return null;
    return insertRecord(doc, 'personas', {
      order,
      name: toInputText(input.name),
      description: toInputText(input.description ?? ''),
    });
  }, origin);
}

export function renamePersona(doc: Y.Doc, input: { id: string; name: string }, origin: unknown = localOrigin): boolean {
  return setText(doc, { reference: { type: 'persona', id: input.id, field: 'name' }, text: input.name }, origin);
}

export function movePersona(doc: Y.Doc, input: { id: string; place: Place }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => moveInList(doc, 'personas', [input.id], null, input.place), origin);
}

/** Deletes a persona. Its feelings come back with it when it is restored. */
export function deletePersona(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'personas', ids: [input.id] }, origin);
}
