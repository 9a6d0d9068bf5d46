import { describe, expect, test } from 'vitest';
import { commentTargetSchema, findCommentTarget, toInnerQuotes, toSubject } from '@/lib/comments/commentTarget';
import { smallMap } from '@/tests/builders/map';

describe('what a comment is about', () => {
  const map = smallMap();
  const card = map.cards[0];

  test('is found on the map with its words, deleted or not', () => {
    if (!card) throw new Error('a card');
    const deleted = { ...map, cards: [{ ...card, deletedAt: 1, text: 'two\n  lines' }] };
    expect(findCommentTarget(deleted, { type: 'card', id: card.id })).toEqual({ subject: 'two lines', isDeleted: true });
    expect(findCommentTarget(map, { type: 'map' })).toEqual({ subject: toSubject(map.meta.title), isDeleted: false });
    expect(findCommentTarget(map, { type: 'step', id: card.id })).toBeNull();
  });

  test('is the map without an id, or a record with one', () => {
    for (const target of [{ type: 'map' }, { type: 'lane', id: 'x' }])
      expect(commentTargetSchema.safeParse(target).success).toBe(true);
    for (const target of [
      { type: 'map', id: 'x' },
      { type: 'lane' },
      { type: 'persona', id: 'x' },
      { type: 'lane', id: 'a b' },
    ]) {
      expect(commentTargetSchema.safeParse(target).success).toBe(false);
    }
  });

  test('is remembered by no more than the beginning of its words, never half a character', () => {
    expect(toSubject(`${'x'.repeat(198)}😀😀`)).toBe(`${'x'.repeat(198)}…`);
    expect(toSubject('  a\t\nb ')).toBe('a b');
  });

  test('is remembered without quotation marks of its own: it is shown in others', () => {
    for (const quote of [
      '“Was that three?”',
      '„Was that three?“',
      '"Was that three?"',
      '»Was that three?«',
      '‘Was that three?’',
    ]) {
      expect(toSubject(quote)).toBe('Was that three?');
    }
    for (const words of ['“One” and “two”', '“', '””', 'Says “no”', '“Not closed']) expect(toSubject(words)).toBe(words);
  });

  test('stands in quotation marks with inner ones where it has some', () => {
    expect(toInnerQuotes('“One” and “two”')).toBe('‘One’ and ‘two’');
    expect(toInnerQuotes('„Nein“, sagt sie')).toBe('‚Nein‘, sagt sie');
    expect(toInnerQuotes('»Nein«, it’s "no"')).toBe("›Nein‹, it’s 'no'");
  });
});
