import { expect, test } from 'vitest';
import { cardsById } from '@/components/editor/session/cardsById';
import { placesOf } from '@/components/editor/workshop/locks/placesOf';
import { arrange } from '@/lib/map/arrange';
import { rearrange } from '@/lib/map/rearrange';
import { smallMap } from '@/tests/builders/map';

test('cards are found by their ids in each state of a map, wherever they lie', () => {
  const map = smallMap();
  const before = { map, arranged: arrange(map) };
  const [card] = map.cards;
  if (!card) throw new Error('the map has cards');
  expect(cardsById(before.arranged)).toBe(cardsById(before.arranged));
  const later = rearrange(
    { ...map, cards: map.cards.map((one) => (one === card ? { ...one, text: 'Other words' } : one)) },
    before,
  );
  expect([cardsById(before.arranged).get(card.id)?.text, cardsById(later).get(card.id)?.text]).toEqual([
    card.text,
    'Other words',
  ]);
  const without = arrange({ ...map, cards: map.cards.filter((one) => one !== card) });
  expect(cardsById(without).has(card.id)).toBe(false);
  expect(placesOf(without, { type: 'card', id: card.id })).toEqual([]);
  expect(placesOf(later, { type: 'card', id: card.id })).toMatchObject([{ kind: 'card', laneId: card.pos.laneId }]);
  // In the tray, because its lane is gone.
  const lanes = map.lanes.map((lane) => (lane.id === card.pos.laneId ? { ...lane, deletedAt: 1 } : lane));
  expect(cardsById(arrange({ ...map, lanes })).get(card.id)).toBe(card);
});
