import { readRecord } from '@/lib/document/readRecord';
import { type Collection, pairKey, recordNames } from '@/lib/document/schema';
import { toTag } from '@/lib/map/cardTag';
import { laneKinds } from '@/lib/map/lane';
import { isSameValue } from '@/lib/map/sameValue';
import { compareRecord } from './compareRecord';
import { type ImportProblem, showValue } from './importProblem';
import { freeId, toRecordId } from './mendIds';
import { mendOrders } from './mendOrders';
import { mendReason } from './mendReason';

export type Fields = Record<string, unknown>;
/** A record that was read, where it stands in the file, and which step it belongs to, if it belongs to one. */
export type FoundRecord = { record: object; path: string; stepId?: string };
/** Records by their keys, as in a document. */
export type FoundRecords = Map<string, FoundRecord>;
export type Report = (path: string, problem: Omit<ImportProblem, 'line' | 'path'>) => void;

/** Fields that name another record. */
const references: { readonly [C in Collection]?: readonly string[] } = {
  stages: ['mergedInto'],
  steps: ['mergedInto'],
  stepDepartments: ['stepId', 'departmentId'],
  emotions: ['stepId', 'personaId'],
  moments: ['stepId'],
  transitions: ['from', 'to'],
  links: ['sourceId', 'responseId'],
  attachments: ['fileId'],
  cardTags: ['cardId'],
};
/** Fields of `pos`, beside the order. */
const places: { readonly [C in Collection]?: readonly string[] } = {
  steps: ['stageId'],
  cards: ['stepId', 'laneId'],
  touchpoints: ['stepId'],
  attachments: ['cardId'],
  cardLinks: ['cardId'],
};
const ordered: ReadonlySet<Collection> = new Set(['stages', 'personas', 'departments', 'lanes']);

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads one collection of a file, record by record: mends what can be mended, leaves out what says nothing, and reports both. What a record
 * points to is not looked at yet.
 */
export function readRecords(collection: Collection, list: readonly unknown[], base: string, report: Report): FoundRecords {
  const found: FoundRecords = new Map();
  const placed = places[collection] !== undefined;
  const hasOrder = placed || ordered.has(collection);
  const orders = hasOrder
    ? mendOrders(list.map((item) => (isFields(item) ? (placed ? isFields(item.pos) && item.pos.order : item.order) : 'a0')))
    : null;
  for (const [index, item] of list.entries()) {
    const path = `${base}.${index}`;
    if (!isFields(item)) {
      report(path, { key: 'json.notARecord', values: { given: showValue(item) } });
      continue;
    }
    const given = mend(collection, item, orders?.[index], path, report);
    const key = keyOf(collection, given, found, path, report);
    if (key === null) continue;
    const { record, left } = read(collection, key, given);
    const stepId = stepOf(collection, record ?? given, key);
    const tell: Report = (at, problem) => report(at, stepId === undefined ? problem : { ...problem, stepId });
    if (!record) {
      tell(path, { key: 'json.recordLeftOut', values: { fields: left.join(', ') || '–', given: showValue(item) } });
      continue;
    }
    for (const { path: at, ...problem } of compareRecord(given, record, path)) tell(at ?? path, problem);
    found.set(key, { record, path, ...(stepId === undefined ? {} : { stepId }) });
  }
  return found;
}

/** The record with ids that can be used, with an order, and with a kind of lane that there is. */
function mend(collection: Collection, item: Fields, order: string | undefined, path: string, report: Report): Fields {
  const fields: Fields = collection === 'reasons' ? mendReason(item) : { ...item };
  for (const name of references[collection] ?? [])
    if (fields[name] != null) fields[name] = toRecordId(fields[name]) ?? fields[name];
  if (collection === 'links' && isFields(fields.target)) {
    fields.target = { ...fields.target, id: toRecordId(fields.target.id) ?? fields.target.id };
  }
  if (collection === 'cardTags' && typeof fields.tag === 'string') fields.tag = toTag(fields.tag) ?? fields.tag;
  const placeFields = places[collection];
  if (placeFields) {
    const pos: Fields = isFields(fields.pos) ? { ...fields.pos } : {};
    const missing = placeFields.filter((name) => toRecordId(pos[name]) === null);
    // An id that nothing has: the record is then shown as unplaced, and its words are not lost.
    for (const name of placeFields) pos[name] = toRecordId(pos[name]) ?? 'missing';
    if (missing.length > 0) report(`${path}.pos`, { key: 'json.placeMissing', values: { fields: missing.join(', ') } });
    fields.pos = pos;
  }
  const holder = placeFields ? (fields.pos as Fields) : fields;
  if (order !== undefined && holder.order !== order) {
    if (typeof holder.order !== 'string') {
      report(placeFields ? `${path}.pos.order` : `${path}.order`, {
        key: 'json.orderChanged',
        values: { given: showValue(holder.order) },
      });
    }
    holder.order = order;
  }
  if (collection === 'lanes' && !laneKinds.some((kind) => kind === fields.kind)) {
    report(`${path}.kind`, { key: 'json.laneKindUnknown', values: { given: showValue(fields.kind) } });
    if (!fields.title && typeof fields.kind === 'string') fields.title = fields.kind;
    fields.kind = 'custom';
  }
  return fields;
}

/** The key under which a record is stored; null when it has to be left out, which is reported. Gives the record its id. */
function keyOf(collection: Collection, fields: Fields, found: FoundRecords, path: string, report: Report): string | null {
  if (collection === 'emotions' || collection === 'stepDepartments' || collection === 'moments' || collection === 'cardTags') {
    const names = collection === 'cardTags' ? ['cardId', 'tag'] : (references[collection] ?? []);
    const parts = names.map((name) => fields[name]);
    const key = parts.length === 2 ? pairKey(String(parts[0]), String(parts[1])) : String(parts[0]);
    if (parts.every((part) => typeof part === 'string') && !found.has(key)) return key;
    const twice = found.has(key);
    report(path, {
      key: twice ? 'json.pairTwice' : 'json.recordLeftOut',
      values: { fields: names[0] ?? '', given: showValue(fields) },
    });
    return null;
  }
  const name = recordNames[collection];
  const wanted = toRecordId(fields.id);
  const other = wanted === null ? undefined : found.get(wanted)?.record;
  if (other && isSameValue(other, { ...fields, id: wanted })) {
    report(path, { key: 'json.sameTwice', values: { id: String(wanted) } });
    return null;
  }
  const id = freeId(wanted ?? `${name}-${Number(path.split('.').at(-1)) + 1}`, found);
  if (wanted === null) report(path, { key: 'json.idMissing', values: { taken: id } });
  else if (other) report(`${path}.id`, { key: 'json.idTwice', values: { given: wanted, taken: id } });
  else if (wanted !== String(fields.id)) {
    report(`${path}.id`, { key: 'json.idChanged', values: { given: showValue(fields.id), taken: id } });
  }
  fields.id = id;
  return id;
}

/** As the document's own reader would: this is where limits and enumerations are known. */
function read(collection: Collection, key: string, given: Fields): { record: Fields | null; left: string[] } {
  // How a document marks records that undo took back; in a file they would say something else than they seem to.
  const { revocable, live, id, ...fields } = given;
  const value = collection === 'emotions' ? fields.value : collection === 'cardTags' ? true : fields;
  const { record, issues } = readRecord(collection, key, value);
  return { record: record && { ...record }, left: [...new Set(issues.flatMap(({ field }) => field ?? []))] };
}

function stepOf(collection: Collection, fields: Fields, key: string): string | undefined {
  if (collection === 'steps' || collection === 'moments') return key;
  const holder = isFields(fields.pos) ? fields.pos : fields;
  return typeof holder.stepId === 'string' ? holder.stepId : undefined;
}
