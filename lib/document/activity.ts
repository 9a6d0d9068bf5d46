import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { isSameValue } from '@/lib/map/sameValue';
import { type Collection, collections, type RecordName, recordNames } from './schema';

/** A JSON value: what the activity table keeps. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * One field of one record, before and after. A record that came or went as a whole has the field `record`, with null on the side on which
 * it was not there. A soft deletion is a change of `deletedAt`. Records of pairs have ids such as `stepId:personaId`; that of `meta` is empty.
 */
export type FieldChange = { record: RecordName; recordId: string; field: string; before: Json; after: Json };

type Fields = Readonly<Record<string, unknown>>;

/** What changed from one state of a map to another, in canonical order. Records that are the same object in both cost nothing to compare. */
export function describeChanges(before: JourneyMap, after: JourneyMap): FieldChange[] {
  if (before === after) return [];
  return [
    ...describeFields('meta', '', before.meta, after.meta),
    ...collections.flatMap((name) => describeCollection(name, before, after)),
  ];
}

function describeCollection<C extends Collection>(collection: C, before: JourneyMap, after: JourneyMap): FieldChange[] {
  if (before[collection] === after[collection]) return [];
  const [old, now] = withoutCommonEnds<JourneyMap[C][number]>(before[collection], after[collection]);
  const name = recordNames[collection];
  const earlier = new Map(old.map((record) => [recordKey(collection, record), record]));
  const changes = now.flatMap((record): FieldChange[] => {
    const id = recordKey(collection, record);
    const was = earlier.get(id);
    earlier.delete(id);
    if (was === record) return [];
    if (!was) return [{ record: name, recordId: id, field: 'record', before: null, after: toJson(record) }];
    return describeFields(name, id, was, record);
  });
  const gone = [...earlier].map(([id, record]) => ({
    record: name,
    recordId: id,
    field: 'record',
    before: toJson(record),
    after: null,
  }));
  return [...changes, ...gone];
}

/** Both lists without what they begin and end with alike: mostly one record of thousands has changed, in its place. */
function withoutCommonEnds<T>(old: readonly T[], now: readonly T[]): [readonly T[], readonly T[]] {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return [old.slice(start, old.length - end), now.slice(start, now.length - end)];
}

function describeFields(record: RecordName, recordId: string, before: Fields, after: Fields): FieldChange[] {
  if (before === after) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => !isSameValue(before[field], after[field]))
    .map((field) => ({ record, recordId, field, before: toJson(before[field]), after: toJson(after[field]) }));
}

/** Records hold JSON data only (readRecord.ts); what is absent is null. */
function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') return null;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item)]));
}
