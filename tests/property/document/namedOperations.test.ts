import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { createDocument } from '@/lib/document/createDocument';
import { applyOperations, namedOperations, type OperationInput, operationSchema } from '@/lib/document/named/applyOperations';
import { readMap } from '@/lib/document/readMap';
import { arrange } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { type JourneyMap, journeyMapSchema } from '@/lib/map/journeyMap';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { mapWithCardParts, mapWithEvidence, mapWithReasons, smallMap } from '@/tests/builders/map';
import { idsFor } from '@/tests/builders/operationReferences';
import { arbitraryOf, type JsonSchema } from '@/tests/builders/schemaArbitrary';
import { runs, withSameIds } from './seeds';

const referencePattern = String.raw`^\$?[0-9A-Za-z_-]{1,64}$`;
const described = z.toJSONSchema(operationSchema, { io: 'input' }) as JsonSchema & { $defs?: Record<string, JsonSchema> };

/**
 * Stands for the id of a record, by a number that is thrown: which records there are is known only when the operation is its turn.
 * “~3” is the fourth of those that the field can refer to.
 */
const thrownReference = fc.oneof(
  { weight: 8, arbitrary: fc.nat(30).map((dice) => `~${dice}`) },
  { weight: 1, arbitrary: fc.constantFrom('nosuch', '$made') },
);

const anyOperation = arbitraryOf(described, {
  resolve: (schema) => {
    if (typeof schema.$ref !== 'string') return schema;
    return described.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {};
  },
  special: (place, schema) => {
    if (schema.pattern === referencePattern) return thrownReference;
    if (place.at(-1) === 'as') return fc.constantFrom('made', 'other');
    return undefined;
  },
}) as Arbitrary<OperationInput>;
// Most operations make nothing that a name could stand for, and are refused with one.
const operation = fc
  .tuple(anyOperation, fc.nat(2))
  .map(([{ as, ...rest }, dice]): OperationInput => (dice === 0 && as !== undefined ? { ...rest, as } : rest) as OperationInput);

/** The operation with ids of the map's records in place of the numbers thrown. */
function settle(input: OperationInput, map: JourneyMap): OperationInput {
  const put = (value: unknown, field: string): unknown => {
    if (typeof value === 'string' && /^~\d+$/.test(value)) {
      const ids = input.op === 'restoreRecord' ? deletedIds(map, String(input.type)) : idsFor(map, input.op, field);
      return ids[Number(value.slice(1)) % Math.max(1, ids.length)] ?? 'nosuch';
    }
    if (Array.isArray(value)) return value.map((item) => put(item, field));
    if (typeof value !== 'object' || value === null) return value;
    if (field === 'target' && 'type' in value && 'id' in value) return { ...value, id: put(value.id, `${value.type}Id`) };
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, put(inner, name)]));
  };
  return put(input, '') as OperationInput;
}

/** The ids of records of a type that were deleted; of all of them when none was. */
function deletedIds(map: JourneyMap, type: string): string[] {
  const records = map[`${type}s` as 'cards'];
  const deleted = records.filter(({ deletedAt }) => deletedAt !== undefined);
  return (deleted.length > 0 ? deleted : records).map(({ id }) => id);
}

const read = (doc: Y.Doc): JourneyMap => {
  const { map, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return map;
};

/** Runs a list of operations as an edit of a live map does: on a copy, which is kept only if all of them could be done. */
function edit(doc: Y.Doc, operations: readonly OperationInput[]) {
  const copy = copyDocument(doc);
  const applied = applyOperations(copy, operations);
  if ('results' in applied) Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
  return applied;
}

test('every operation has an input in the description, and one that succeeds', () => {
  const succeeded = new Set<string>();
  const refused = new Set<string>();
  fc.assert(
    fc.property(fc.array(operation, { minLength: 20, maxLength: 40 }), (sequence) => {
      const doc = openDocument(mapWithReasons(mapWithEvidence(mapWithCardParts())));
      for (const input of sequence) ('results' in edit(doc, [settle(input, read(doc))]) ? succeeded : refused).add(input.op);
    }),
    { ...runs(), numRuns: Math.max(400, Number(runs().numRuns)) },
  );
  expect([...succeeded].sort()).toEqual(namedOperations.map(({ name }) => name).sort());
  expect(refused.size).toBeGreaterThan(10);
});

test('any sequence keeps a map valid; what is described is parsed; a list that is refused changes nothing; a copy comes to the same', () => {
  const lists = fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), { maxLength: 15 });
  fc.assert(
    fc.property(lists, (sequence) => {
      const doc = openDocument(smallMap());
      for (const list of sequence) {
        const before = read(doc);
        const operations = list.map((input) => operationSchema.parse(settle(input, before)));
        const copies = [copyDocument(doc), copyDocument(doc)];
        const outcomes = copies.map((copy) => {
          let outcome: unknown;
          withSameIds(() => {
            outcome = applyOperations(copy, operations);
          });
          return outcome;
        });
        expect(outcomes[1]).toEqual(outcomes[0]);
        expect(withoutTimes(read(copies[1] as Y.Doc))).toEqual(withoutTimes(read(copies[0] as Y.Doc)));
        const applied = edit(doc, operations);
        const after = read(doc);
        if ('index' in applied) expect(after).toEqual(before);
        else {
          expect(applied.results).toHaveLength(operations.length);
          for (const result of applied.results) for (const id of idsOf(result)) expect(hasRecord(after, id)).toBe(true);
        }
        expect(journeyMapSchema.parse(after)).toEqual(after);
      }
      const map = read(doc);
      arrange(map);
      expect(toCanonicalJson(readMap(copyDocument(createDocument(map))).map)).toBe(toCanonicalJson(map));
    }),
    runs(),
  );
});

test('one operation alone changes nothing when it is refused, even on the document itself', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), (sequence) => {
      const doc = openDocument(smallMap());
      for (const input of sequence) {
        const before = read(doc);
        const { as: _, ...alone } = settle(input, before);
        if ('index' in applyOperations(doc, [alone as OperationInput])) expect(read(doc)).toEqual(before);
      }
    }),
    runs(),
  );
});

const idsOf = (result: object): string[] =>
  'id' in result ? [result.id as string] : 'ids' in result ? (result.ids as string[]) : [];

const hasRecord = (map: JourneyMap, id: string): boolean =>
  Object.values(map).some((records) => Array.isArray(records) && records.some((record) => 'id' in record && record.id === id));

/** Deletions carry the moment at which they happened, which two copies do not share. */
const withoutTimes = (map: JourneyMap): unknown =>
  JSON.parse(JSON.stringify(map, (key, value) => (key === 'deletedAt' ? 'deleted' : value)));
