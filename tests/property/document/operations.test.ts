import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { createMapStore } from '@/lib/document/mapStore';
import { readMap } from '@/lib/document/readMap';
import { arrange } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs } from './seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edit = fc.record({ name: fc.constantFrom(...editNames), dice });

test('any sequence of operations keeps a map valid, and the store agrees with a whole reading', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), (sequence) => {
      const doc = openDocument(smallMap());
      const store = createMapStore(doc);
      for (const { name, dice: thrown } of sequence) {
        performEdit(doc, name, thrown);
        store.getSnapshot();
      }
      const { map, issues } = readMap(doc);
      expect(issues).toEqual([]);
      expect(journeyMapSchema.parse(map)).toEqual(map);
      expect(store.getSnapshot()).toEqual({ map, issues });
      expect(toCanonicalJson(readMap(openDocument(map)).map)).toBe(toCanonicalJson(map));
      arrange(map);
    }),
    runs(),
  );
});

test('reading never throws, whatever a document holds', () => {
  const shared = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.anything({ maxDepth: 2, withBigInt: false }),
      fc.string().map((text) => new Y.Text(text)),
      fc.uint8Array(),
      fc
        .dictionary(fc.constantFrom('pos', 'order', 'title', 'text', 'kind', 'deletedAt', 'live', '__proto__'), tie('value'))
        .map((fields) => new Y.Map(Object.entries(fields))),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => Y.Array.from<never>(items as never[])),
    ),
  })).value;
  const names = [
    'meta',
    'stages',
    'steps',
    'touchpoints',
    'departments',
    'stepDepartments',
    'personas',
    'emotions',
    'moments',
    'lanes',
    'cards',
    'transitions',
    'links',
  ];
  const write = fc.record({
    top: fc.constantFrom(...names),
    key: fc.oneof(fc.constantFrom('step1', 'card1', 'step1:persona1', 'title', 'kind'), fc.string()),
    value: shared,
  });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 8 }), (writes) => {
      const doc = openDocument(smallMap());
      for (const { top, key, value } of writes) {
        try {
          doc.getMap(top).set(key, value);
        } catch {
          // Not everything can be put into a Yjs document; what can be is our matter.
        }
      }
      const { map } = readMap(doc);
      expect(journeyMapSchema.parse(map)).toEqual(map);
      arrange(map);
      const again = readMap(openDocument(map));
      expect(again.issues).toEqual(readMap(openDocument(map)).issues);
      createDocument(map);
    }),
    runs(),
  );
});
