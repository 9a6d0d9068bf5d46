import { describe, expect, test } from 'vitest';
import { findMentionQuery, listMatches, toDraft, toSentDraft } from '@/components/editor/comments/commentDraft';

const anna = { id: 'user:a', name: 'Anna' };
const berg = { id: 'user:b', name: 'Anna Berg' };

describe('a draft', () => {
  test('is sent with the people who were chosen, the longer name first', () => {
    const people = [anna, berg];
    expect(toSentDraft({ text: '@Anna Berg, @Anna: see @Annabel', people })).toBe(
      '@[Anna Berg](user:b), @[Anna](user:a): see @Annabel',
    );
    expect(toSentDraft({ text: 'mail anna@Anna.example', people: [] })).toBe('mail anna@Anna.example');
  });

  test('of what was sent is the same words again', () => {
    const sent = 'Ask @[Anna Berg](user:b) or @[](guest:g), see https://example.org';
    const draft = toDraft(sent, 'somebody');
    expect(draft.text).toBe('Ask @Anna Berg or @somebody, see https://example.org');
    expect(toSentDraft(draft)).toBe('Ask @[Anna Berg](user:b) or @[somebody](guest:g), see https://example.org');
  });

  test.each([
    ['@', 1, { start: 0, query: '' }],
    ['ask @an', 7, { start: 4, query: 'an' }],
    ['ask @Anna Be', 12, { start: 4, query: 'Anna Be' }],
    ['(@x', 3, { start: 1, query: 'x' }],
    ['mail a@b', 8, null],
    ['@Anna Berg and', 14, null],
    ['@an', 0, null],
  ] as const)('%j with the caret at %i', (text, caret, expected) => expect(findMentionQuery(text, caret)).toEqual(expected));

  test('offers names that begin with the letters first, then words, then parts', () => {
    const people = ['Bert Anders', 'Susanna', 'Anna', 'Olga'].map((name) => ({ id: name, name }));
    expect(listMatches(people, 'an').map(({ name }) => name)).toEqual(['Anna', 'Bert Anders', 'Susanna']);
    expect(listMatches(people, 'xyz')).toEqual([]);
  });
});
