import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { heedSilentRound, readShown } from '@/lib/document/silentRound';
import { createUndo } from '@/lib/document/undo';
import { withoutHidden } from '@/lib/map/withoutHidden';
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
);
const clientIds = fc.shuffledSubarray([101, 102, 103], { minLength: 3 });

test('whatever people do in a silent round, all cards that come of it are hidden from the others, and the map reads without issues', () => {
  fc.assert(
    fc.property(clientIds, fc.array(event, { maxLength: 60, size: 'max' }), (ids, events) => {
      withSameIds(() => {
        const before = smallMap();
        const known = new Set(before.cards.map(({ id }) => id));
        const network = new Network(createDocument(before), ids);
        const people = network.clients.map((doc, index) => {
          const by = `person${index}`;
          const shows = ({ round }: { round?: { by: string } | undefined }) => round === undefined || round.by === by;
          heedSilentRound(doc, { mark: { id: 'round1', by, startedAt: 1 }, shows });
          return { doc, by, undo: createUndo(doc) };
        });
        for (const happened of events) {
          const person = people[happened.client];
          if (!person) continue;
          if (happened.type === 'edit') performEdit(person.doc, happened.name, happened.dice);
          else if (happened.type === 'deliver') network.deliver(happened.client, happened.count);
          else if (happened.type === 'undo') person.undo.undo();
          else person.undo.redo();
        }
        network.settle();
        const { map, issues } = readMap(network.server);
        expect(issues).toEqual([]);
        for (const card of map.cards) expect(known.has(card.id)).toBe(card.round === undefined);
        // Whoever is no part of it sees the cards from before, and once the round is over all of them, without a mark.
        expect(withoutHidden(map, 'round1').cards.every(({ id }) => known.has(id))).toBe(true);
        const after = withoutHidden(map, null).cards;
        expect(after.map(({ id }) => id)).toEqual(map.cards.map(({ id }) => id));
        expect(after.every((card) => !('round' in card))).toBe(true);
        for (const { doc, by } of people) {
          const shown = readShown(doc).cards;
          expect(shown.every(({ id, round }) => known.has(id) || round?.by === by)).toBe(true);
        }
      });
    }),
    runs(),
  );
});
