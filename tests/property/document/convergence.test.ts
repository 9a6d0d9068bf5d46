import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument } from '@/lib/document/createDocument';
import { createMapStore } from '@/lib/document/mapStore';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { smallMap } from '@/tests/builders/map';
import { Network } from '@/tests/builders/network';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from './seeds';

const client = fc.nat(2);
const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const event = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('edit' as const), client, name: fc.constantFrom(...editNames), dice }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('deliver' as const), client, count: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const), client }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('disconnect' as const, 'connect' as const), client }) },
);

/** Which of two concurrent values wins depends on the clients' ids: every order of them is tried. */
const clientIds = fc.shuffledSubarray([101, 102, 103], { minLength: 3 });

test('three people with delays and lost connections end with the same map, and reading it reports no issue', () => {
  fc.assert(
    fc.property(clientIds, fc.array(event, { maxLength: 90, size: 'max' }), (ids, events) => {
      withSameIds(() => {
        const network = new Network(createDocument(smallMap()), ids);
        const people = network.clients.map((doc) => ({ doc, undo: createUndo(doc), store: createMapStore(doc) }));
        for (const happened of events) {
          const person = people[happened.client];
          if (!person) continue;
          if (happened.type === 'edit') performEdit(person.doc, happened.name, happened.dice);
          else if (happened.type === 'deliver') network.deliver(happened.client, happened.count);
          else if (happened.type === 'undo') person.undo.undo();
          else if (happened.type === 'redo') person.undo.redo();
          else if (happened.type === 'disconnect') network.disconnect(happened.client);
          else network.connect(happened.client);
          expect(person.store.getSnapshot().issues).toEqual([]);
        }
        network.settle();
        const { map, issues } = readMap(network.server);
        expect(issues).toEqual([]);
        const json = toCanonicalJson(map);
        for (const { doc, store } of people) {
          expect(readMap(doc).issues).toEqual([]);
          expect(toCanonicalJson(readMap(doc).map)).toBe(json);
          expect(store.getSnapshot()).toEqual({ map, issues: [] });
        }
      });
    }),
    runs(),
  );
});
