import * as Y from 'yjs';
import { z } from 'zod';
import { serverOrigin } from '../createDocument';
import { collections, isAlive, recordsOf } from '../schema';
import { cardPartOperations } from './cardParts';
import { contentOperations } from './content';
import { evidenceOperations } from './evidence';
import type { NamedOperation, OperationResult } from './namedOperation';
import { reasonOperations } from './reasons';
import { structureOperations } from './structure';

/** Every operation that a program may ask for. */
export const namedOperations: readonly NamedOperation[] = [
  ...structureOperations,
  ...contentOperations,
  ...cardPartOperations,
  ...evidenceOperations,
  ...reasonOperations,
];

const byName = new Map(namedOperations.map((operation) => [operation.name, operation]));

const alias = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/)
  .optional()
  .describe('A name for what the operation makes: later operations of the same request refer to it as “$name”.');

const schemas = namedOperations.map(({ name, description, schema, makesOne }) =>
  z
    .strictObject({ op: z.literal(name), ...schema.shape, ...(makesOne ? { as: alias } : {}) })
    .meta({ id: `${name.charAt(0).toUpperCase()}${name.slice(1)}Operation`, description }),
);
const [first, ...others] = schemas;
if (!first) throw new Error('There are no named operations.');

export type OperationInput = { op: string; as?: string | undefined } & Record<string, unknown>;

/** One operation as JSON: `op` names it, the rest is its input. Unknown fields are refused. */
export const operationSchema = z.discriminatedUnion('op', [first, ...others]) as unknown as z.ZodType<OperationInput>;

/** Fields by which the operations refer to records. Texts are never looked into. */
const referenceFields = new Set([
  'id',
  'ids',
  'stepId',
  'stepIds',
  'cardIds',
  'stageId',
  'laneId',
  'touchpointIds',
  'personaId',
  'departmentId',
  'cardId',
  'before',
  'after',
  'from',
  'to',
]);

/** Fields that hold no references, whatever theirs are called. */
const opaqueFields = new Set(['filter']);

/** Fields that may name what is not on the map. */
const looseFields = new Set(['about', 'answers', 'answer', 'aim']);

/** The most records that one list of operations may name or make in all: nobody's edit shall wait long for it. */
export const mostRecords = 2_000;

/** Operations that look at the whole map, or copy much of it, count for as many records. */
const weights: Readonly<Record<string, number>> = {
  ...{ mergeSteps: 100, mergeStages: 100, splitStep: 100, splitStage: 100 },
  ...{ duplicateSteps: 500, duplicateStages: 500, duplicateLanes: 500 },
};

/** How many records an operation names or makes, one at least. */
function weightOf({ op, ids, stepIds, cards, cardIds, touchpointIds }: OperationInput): number {
  const lengths = [ids, stepIds, cards, cardIds, touchpointIds].map((list) => (Array.isArray(list) ? list.length : 0));
  const named = lengths.reduce((sum, length) => sum + length, 0);
  return Math.max(1, weights[op] ?? 0, named);
}

/** Whether these are too many for one request (`mostRecords`). */
export function areTooMany(operations: readonly OperationInput[]): boolean {
  return operations.reduce((sum, operation) => sum + weightOf(operation), 0) > mostRecords;
}

/**
 * `index`: the operation that could not be done; then the document is half changed and must be thrown away. `missing`: ids in it that are not in
 * the document (any more).
 */
export type AppliedOperations =
  | { results: Exclude<OperationResult, null>[] }
  | { index: number; reason: 'notThere'; missing: string[] }
  | { index: number; reason: 'unknownName' | 'nameTaken' };

class UnknownName extends Error {}

/**
 * Runs operations in order, each on what those before it left. Their inputs have been parsed by `operationSchema`. Meant for a copy of a
 * document: it stops at the first one that cannot be done.
 */
export function applyOperations(
  doc: Y.Doc,
  operations: readonly OperationInput[],
  origin: unknown = serverOrigin,
): AppliedOperations {
  const names = new Map<string, string>();
  const results: Exclude<OperationResult, null>[] = [];
  for (const [index, { op, as, ...input }] of operations.entries()) {
    const operation = byName.get(op);
    if (!operation) throw new Error(`There is no operation ${op}.`);
    let resolved: unknown;
    try {
      resolved = resolveNames(input, names);
    } catch (error) {
      if (error instanceof UnknownName) return { index, reason: 'unknownName' };
      throw error;
    }
    const result = operation.run(doc, resolved as never, origin);
    if (result === null) return { index, reason: 'notThere', missing: missingOf(doc, resolved as object) };
    if (as !== undefined && 'id' in result) {
      if (names.has(as)) return { index, reason: 'nameTaken' };
      names.set(as, result.id);
    }
    results.push(result);
  }
  return { results };
}

/** Ids to which an operation refers, in its fields and in its place, of which the document has no living record. */
function missingOf(doc: Y.Doc, input: object): string[] {
  const missing = Object.entries(input).flatMap(([field, value]) => {
    if (opaqueFields.has(field) || looseFields.has(field)) return [];
    if (isObject(value)) return missingOf(doc, value);
    const ids: unknown[] = referenceFields.has(field) ? [value].flat() : [];
    return ids.filter((id): id is string => typeof id === 'string' && !isThere(doc, id));
  });
  return [...new Set(missing)];
}

const isThere = (doc: Y.Doc, id: string): boolean =>
  collections.some((collection) => {
    const record = recordsOf(doc, collection).get(id);
    return record instanceof Y.Map && isAlive(record);
  });

/** The input with ids in place of names. Throws `UnknownName`. */
function resolveNames(input: object, names: ReadonlyMap<string, string>): object {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      if (opaqueFields.has(field)) return [field, value];
      if (referenceFields.has(field) && typeof value === 'string') return [field, idOf(value, names)];
      if (referenceFields.has(field) && Array.isArray(value)) return [field, value.map((item) => idOf(item, names))];
      if (Array.isArray(value)) return [field, value.map((item) => (isObject(item) ? resolveNames(item, names) : item))];
      // A place (`at` or `to`), a `target`, or what a reason is about.
      return [field, isObject(value) ? resolveNames(value, names) : value];
    }),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function idOf(reference: string, names: ReadonlyMap<string, string>): string {
  if (!reference.startsWith('$')) return reference;
  const id = names.get(reference.slice(1));
  if (id === undefined) throw new UnknownName(reference);
  return id;
}
