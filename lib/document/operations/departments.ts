import type * as Y from 'yjs';
import { type DepartmentRole, departmentRoles } from '@/lib/map/department';
import { listMerged } from '../mergings';
import { toInputText, toPlainValue } from '../plainValue';
import { findAlive, localOrigin, pairKey, recordsOf } from '../schema';
import { makeRoom, moveInList } from './lists';
import type { Place } from './places';
import { deleteRecords, insertRecord, setField } from './records';

const toName = (name: string): string => toInputText(name.replace(/\s+/g, ' '), 200);

/** Adds a department; at the end without a place. `colour` names an entry of the palette. Returns its id, or null when there is no such place. */
export function addDepartment(
  doc: Y.Doc,
  input: { name: string; colour?: string; place?: Place },
  origin: unknown = localOrigin,
): string | null {
  return doc.transact(() => {
    const order = makeRoom(doc, 'departments', null, input.place, 1)?.[0];
    if (order === undefined) return null;
    const colour = (input.colour ?? 'slate').slice(0, 32);
    return insertRecord(doc, 'departments', { order, name: toName(input.name), colour });
  }, origin);
}

function setDepartment(doc: Y.Doc, id: string, field: 'name' | 'colour', value: string, origin: unknown): boolean {
  return doc.transact(() => {
    const department = findAlive(doc, 'departments', id);
    if (department) setField(department, field, value);
    return department !== null;
  }, origin);
}

export function renameDepartment(doc: Y.Doc, input: { id: string; name: string }, origin: unknown = localOrigin): boolean {
  return setDepartment(doc, input.id, 'name', toName(input.name), origin);
}

export function setDepartmentColour(doc: Y.Doc, input: { id: string; colour: string }, origin: unknown = localOrigin): boolean {
  return setDepartment(doc, input.id, 'colour', input.colour.slice(0, 32), origin);
}

export function moveDepartment(doc: Y.Doc, input: { id: string; place: Place }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => moveInList(doc, 'departments', [input.id], null, input.place), origin);
}

/** Deletes a department. Its parts in steps come back with it when it is restored. */
export function deleteDepartment(doc: Y.Doc, input: { id: string }, origin: unknown = localOrigin): boolean {
  return deleteRecords(doc, { collection: 'departments', ids: [input.id] }, origin);
}

/** Gives a department a part in a step, changes it, or ends it (null). False when step or department is not there. */
export function setStepDepartment(
  doc: Y.Doc,
  input: { stepId: string; departmentId: string; role: DepartmentRole | null },
  origin: unknown = localOrigin,
): boolean {
  const { stepId, departmentId, role } = input;
  if (role !== null && !departmentRoles.includes(role)) return false;
  return doc.transact(() => {
    if (!findAlive(doc, 'steps', stepId) || !findAlive(doc, 'departments', departmentId)) return false;
    const parts = recordsOf(doc, 'stepDepartments');
    const key = pairKey(stepId, departmentId);
    // What a merged step says would show again.
    for (const merged of listMerged(doc, 'steps', stepId)) parts.delete(pairKey(merged, departmentId));
    if (role === null) parts.delete(key);
    else if (roleOf(parts.get(key)) !== role) parts.set(key, { role });
    return true;
  }, origin);
}

function roleOf(part: unknown): unknown {
  const plain = toPlainValue(part);
  return typeof plain === 'object' && plain !== null && 'role' in plain ? plain.role : undefined;
}
