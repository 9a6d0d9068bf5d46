import * as Y from 'yjs';
import { answerKey, toAnswers } from '@/lib/map/reason';
import { type Collection, type RecordMap, setFields } from './schema';

// What several people answer at once all stays: each answer is a key of its own (`card:4f…`), with the value true.

export const isSetField = (collection: Collection | 'meta', field: string): boolean =>
  setFields[collection]?.includes(field) ?? false;

/** A set as it is read, in canonical order, from its plain value: a list, as files have it, or keys. */
export function readSet(value: unknown): unknown {
  if (Array.isArray(value)) return toAnswers(value);
  if (typeof value !== 'object' || value === null) return value;
  return toAnswers(Object.entries(value).flatMap(([key, is]) => (is === true ? [toElement(key)] : [])));
}

function toElement(key: string): { type: string; id: string } {
  const at = key.indexOf(':');
  return { type: key.slice(0, at), id: key.slice(at + 1) };
}

const keysOf = (value: unknown): string[] => (Array.isArray(value) ? toAnswers(value).map(answerKey) : []);

/** A set as it is stored, not yet part of a document. */
export function toStoredSet(value: unknown): Y.Map<true> {
  return new Y.Map(keysOf(value).map((key) => [key, true]));
}

/** Makes a set hold exactly these elements, touching only those that come or go. Call inside a transaction. */
export function writeSet(record: RecordMap, field: string, value: unknown): void {
  const set = record.get(field);
  if (!(set instanceof Y.Map)) {
    record.set(field, toStoredSet(value));
    return;
  }
  const wanted = new Set(keysOf(value));
  for (const key of [...set.keys()]) if (!wanted.has(key)) set.delete(key);
  for (const key of wanted) if (set.get(key) !== true) set.set(key, true);
}

/** Puts one element into a set, or takes it out. Call inside a transaction. */
export function writeElement(record: RecordMap, field: string, key: string, isIn: boolean): void {
  const set = record.get(field);
  if (!(set instanceof Y.Map)) record.set(field, new Y.Map(isIn ? [[key, true]] : []));
  else if (isIn && set.get(key) !== true) set.set(key, true);
  else if (!isIn && set.has(key)) set.delete(key);
}
