import type { z } from 'zod';
import { attachmentSchema } from '@/lib/map/attachment';
import { documentCardSchema, trayStepId } from '@/lib/map/card';
import { cardLinkSchema } from '@/lib/map/cardLink';
import { cardTagSchema, toTag } from '@/lib/map/cardTag';
import { departmentSchema, stepDepartmentSchema } from '@/lib/map/department';
import { emotionSchema } from '@/lib/map/emotion';
import { evidenceLinkSchema } from '@/lib/map/evidenceLink';
import { laneSchema } from '@/lib/map/lane';
import { metaSchema } from '@/lib/map/meta';
import { type Moment, momentSchema } from '@/lib/map/moment';
import { personaSchema } from '@/lib/map/persona';
import { reasonSchema } from '@/lib/map/reason';
import { stageSchema } from '@/lib/map/stage';
import { stepSchema } from '@/lib/map/step';
import { touchpointSchema } from '@/lib/map/touchpoint';
import { transitionSchema } from '@/lib/map/transition';
import { readSet } from './answerSets';
import { toPlainValue } from './plainValue';
import { type Collection, type RecordName, recordNames, setFields } from './schema';
import { isWrittenOn } from './writtenOn';

/** Something in a document that could not be read as it stands. It was repaired, or its record was left out. */
export type ReadIssue = {
  record: RecordName;
  /** Key of the record; empty for `meta`. */
  id: string;
  /** The field concerned; absent when the whole record is. */
  field?: string;
  /** In English, for logs and programs; without the content. */
  problem: string;
};

/** A record as it was read: null when it had to be left out. */
export type ReadResult = { record: object | null; issues: ReadIssue[] };

const schemas = {
  meta: metaSchema,
  stages: stageSchema,
  steps: stepSchema,
  touchpoints: touchpointSchema,
  departments: departmentSchema,
  stepDepartments: stepDepartmentSchema,
  personas: personaSchema,
  emotions: emotionSchema,
  moments: momentSchema,
  lanes: laneSchema,
  cards: documentCardSchema,
  attachments: attachmentSchema,
  cardTags: cardTagSchema,
  cardLinks: cardLinkSchema,
  transitions: transitionSchema,
  links: evidenceLinkSchema,
  reasons: reasonSchema,
} as const satisfies Record<Collection | 'meta', z.ZodType<object>>;

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record's fields beside those that its key gives; null when the value is nothing that such a record could be. */
function toFields(collection: Collection, key: string, value: unknown): Plain | null {
  const [first, second] = key.split(':');
  if (collection === 'emotions') return { stepId: first, personaId: second, value };
  if (collection === 'cardTags') return value === true ? toTagFields(key) : null;
  if (!isPlain(value)) return null;
  if (collection === 'stepDepartments') return { ...value, stepId: first, departmentId: second };
  const { revocable, live, removed, ...fields } = value;
  if (removed !== undefined && isWrittenOn(removed, (field) => fields[field])) {
    delete fields.deletedAt;
    if (collection === 'cards' && isPlain(fields.pos)) fields.pos = { ...fields.pos, stepId: trayStepId };
  }
  for (const field of setFields[collection] ?? []) if (field in fields) fields[field] = readSet(fields[field]);
  // A revoked record reads as deleted since the beginning of time: it never stood on the map for good.
  if (revocable === true && live !== true) fields.deletedAt = 0;
  return collection === 'moments' ? { ...fields, stepId: key } : { ...fields, id: key };
}

/** A tag may hold colons, a card's id none. Null for words that no operation would have stored: they would be another tag when read. */
function toTagFields(key: string): Plain | null {
  const at = key.indexOf(':');
  const tag = key.slice(at + 1);
  return at > 0 && toTag(tag) === tag ? { cardId: key.slice(0, at), tag } : null;
}

/** Nearest value that the schema takes, or undefined when there is none and a default has to do. */
function nearest(issue: z.core.$ZodIssue, value: unknown): unknown {
  if (issue.code === 'too_big' && typeof value === 'string') return value.slice(0, Number(issue.maximum));
  if (issue.code === 'too_big' && typeof value === 'number' && Number.isFinite(value)) return Number(issue.maximum);
  if (issue.code === 'too_small' && typeof value === 'number' && Number.isFinite(value)) return Number(issue.minimum);
  return undefined;
}

/** Parses fields, mending what can be mended field by field. */
function readFields(name: RecordName, id: string, schema: z.ZodType<object>, fields: Plain): ReadResult {
  const first = schema.safeParse(fields);
  if (first.success) return { record: first.data, issues: [] };
  const issues: ReadIssue[] = [];
  const mended = { ...fields };
  for (const issue of first.error.issues) {
    const field = issue.path[0];
    if (typeof field !== 'string') continue;
    const better = issue.path.length === 1 ? nearest(issue, fields[field]) : undefined;
    if (better === undefined) delete mended[field];
    else mended[field] = better;
    issues.push({ record: name, id, field, problem: issue.message });
  }
  const second = schema.safeParse(mended);
  if (second.success) return { record: second.data, issues };
  return {
    record: null,
    issues: [...issues, { record: name, id, problem: 'left out: a field that it needs is missing or wrong' }],
  };
}

/** Reads one record of a collection. Never throws: repairs it, or leaves it out and says why. */
export function readRecord(collection: Collection, key: string, value: unknown): ReadResult {
  const name = recordNames[collection];
  const fields = toFields(collection, key, toPlainValue(value));
  if (!fields) return { record: null, issues: [{ record: name, id: toIssueId(key), problem: 'left out: not a record' }] };
  const result = readFields(name, toIssueId(key), schemas[collection], fields);
  return collection === 'moments' && isDormant(result.record) ? { record: null, issues: result.issues } : result;
}

/** Whether something is a record of a collection, or a title block, as a map has it. */
export const isRecordOf = (collection: Collection | 'meta', record: unknown): boolean =>
  schemas[collection].safeParse(record).success;

/** Reads the title block. Never throws. */
export function readMeta(value: unknown): { record: z.infer<typeof metaSchema>; issues: ReadIssue[] } {
  const plain = toPlainValue(value);
  const result = readFields('meta', '', metaSchema, isPlain(plain) ? plain : {});
  return { record: metaSchema.parse(result.record ?? {}), issues: result.issues };
}

/** Every step has a moment record from its beginning (see operations/steps.ts); one that never was marked is no content. */
function isDormant(record: Partial<Moment> | null): boolean {
  return record?.deletedAt === 0 && record.stays === '' && record.leaves === '';
}

// Keys are a peer's words: keep them short and printable, they are logged.
function toIssueId(key: string): string {
  return key.replace(/[^0-9A-Za-z_:-]/g, '?').slice(0, 130);
}
