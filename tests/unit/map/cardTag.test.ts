import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listTags, maxTagLength, tagSchema, toTag } from '@/lib/map/cardTag';
import { mapBuilder } from '@/tests/builders/map';

describe('a tag', () => {
  test('is one line of at most 40 characters, without what marks one elsewhere', () => {
    expect(toTag('  waiting \n time ')).toBe('waiting time');
    expect(toTag('#urgent')).toBe('urgent');
    expect(toTag('# # #')).toBeNull();
    expect(toTag('\u0000')).toBeNull();
    expect(toTag('C#')).toBe('C#');
    expect(toTag('é'.normalize('NFD'))).toBe('é'.normalize('NFC'));
    expect(toTag('😀'.repeat(30))).toBe('😀'.repeat(20));
  });

  test('of whatever words is a tag, and stays the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (words) => {
        const tag = toTag(words);
        if (tag === null) return;
        expect(toTag(tag)).toBe(tag);
        expect(tag.length).toBeLessThanOrEqual(maxTagLength);
        expect(tagSchema.safeParse(tag).success).toBe(true);
      }),
    );
  });
});

test('the tags of a map are counted by card, the most used first, in the spelling that is used most', () => {
  const draft = mapBuilder();
  const lane = draft.addLane('doing');
  const step = draft.addStep(draft.addStage('One'), 'Calls');
  const [a, b, c, gone] = ['a', 'b', 'c', 'gone'].map((text) => draft.addCard(step, lane, text)) as [
    string,
    string,
    string,
    string,
  ];
  for (const [card, tag] of [
    [a, 'Rechnung'],
    [b, 'rechnung'],
    [c, 'Rechnung'],
    // Two people wrote it at once.
    [c, 'rechnung'],
    [a, 'alpha'],
    [b, 'Beta'],
    [gone, 'deleted'],
  ] as const) {
    draft.addCardTag(card, tag);
  }
  const map = draft.toMap();
  const cards = map.cards.map((card) => (card.id === gone ? { ...card, deletedAt: 1 } : card));
  expect(listTags({ ...map, cards })).toEqual([
    { tag: 'Rechnung', count: 3 },
    { tag: 'alpha', count: 1 },
    { tag: 'Beta', count: 1 },
  ]);
});
