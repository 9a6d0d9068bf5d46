import { expect, test } from 'vitest';
import { hasAlikeCards } from '@/lib/map/alikeCards';
import { arrange } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import { rearrange } from '@/lib/map/rearrange';
import { smallMap } from '@/tests/builders/map';

test('cards are alike as long as none came, went, moved or became another in what is asked for', () => {
  const map = smallMap();
  const before = { map, arranged: arrange(map) };
  const [first] = map.cards;
  const isAlike = (change: Partial<Card> | null): boolean => {
    const cards = change ? map.cards.map((card) => (card === first ? { ...card, ...change } : card)) : map.cards.slice(1);
    return hasAlikeCards(before.arranged, rearrange({ ...map, cards }, before), (a, b) => a.kind === b.kind);
  };
  expect(hasAlikeCards(before.arranged, before.arranged, () => false)).toBe(true);
  expect([isAlike({ text: 'Other words' }), isAlike({ kind: 'quote' }), isAlike({ deletedAt: 1 }), isAlike(null)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
