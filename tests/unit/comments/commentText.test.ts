import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCommentParts, listMentioned, toMention, toReadableText, toSentText, toStoredText } from '@/lib/comments/commentText';

const links = (text: string) => listCommentParts(text).flatMap((part) => (part.type === 'link' ? [[part.text, part.href]] : []));
const everybody = () => true;
const id = fc.constantFrom('user:a1', 'user:B_2-x', 'guest:c3');
const word = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '@',
    '@[',
    '](',
    '@(',
    ')',
    '@(user:a1)',
    '(user:a1)',
    '@[@(user:a1)](user:nobody)',
    'https://a.example/x',
    'a@b.example',
    '\n',
    'javascript:alert(1)',
    '<b>',
  ),
  fc.tuple(id, fc.string()).map(([actor, name]) => toMention(actor, name)),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));

describe('the pieces of a comment', () => {
  test('together are the comment, and lead nowhere but to web and mail addresses', () => {
    fc.assert(
      fc.property(text, (written) => {
        const parts = listCommentParts(written);
        expect(parts.map((part) => part.text).join('')).toBe(written);
        for (const part of parts) if (part.type === 'link') expect(part.href).toMatch(/^(https?:\/\/|mailto:)/);
      }),
    );
  });

  test.each([
    ['See https://example.org/a?b=c#d.', [['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d']]],
    ['(https://example.org/x_(y))', [['https://example.org/x_(y)', 'https://example.org/x_(y)']]],
    ['“HTTP://Example.org”, and more', [['HTTP://Example.org', 'http://example.org/']]],
    [
      'https://a.example, https://b.example!',
      [
        ['https://a.example', 'https://a.example/'],
        ['https://b.example', 'https://b.example/'],
      ],
    ],
    ['mail anna.berg+x@example.org.', [['anna.berg+x@example.org', 'mailto:anna.berg+x@example.org']]],
    ['javascript:alert(1) data:text/html,x file:///etc vbscript:x', []],
    ['https:// http://', []],
    ['@anna is no address, nor is a@b', []],
  ])('finds the addresses in %j', (written, expected) => expect(links(written)).toEqual(expected));

  test('has no trouble with a long row of almost-addresses', () => {
    const start = performance.now();
    listCommentParts(`${'a@'.repeat(2_500)}`);
    listCommentParts(`${'a.'.repeat(2_500)}@`);
    listCommentParts(`https://${')'.repeat(4_900)}`);
    listCommentParts(`${'@['.repeat(2_500)}`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('a mention', () => {
  test('is stored by id, and comes back by name', () => {
    const { text: stored, mentions } = toStoredText('Ask @[Anna](user:a1) and @[Gast](guest:c3), @[Anna](user:a1)!', everybody);
    expect(stored).toBe('Ask @(user:a1) and @(guest:c3), @(user:a1)!');
    expect(mentions).toEqual(['user:a1', 'guest:c3']);
    expect(listMentioned(stored)).toEqual(mentions);
    const names = (actor: string) => (actor === 'user:a1' ? 'Anna [x] Berg' : '');
    expect(toSentText(stored, names)).toBe('Ask @[Anna  x  Berg](user:a1) and @[](guest:c3), @[Anna  x  Berg](user:a1)!');
    expect(toReadableText(stored, names)).toBe('Ask @Anna [x] Berg and @, @Anna [x] Berg!');
  });

  test('of somebody who may not be addressed is no mention, however it is written', () => {
    fc.assert(
      fc.property(text, fc.subarray(['user:a1', 'user:B_2-x', 'guest:c3']), (written, allowed) => {
        const { text: stored, mentions } = toStoredText(written, (actor) => allowed.includes(actor));
        expect(listMentioned(stored).every((actor) => allowed.includes(actor))).toBe(true);
        expect(new Set(listMentioned(stored))).toEqual(new Set(mentions));
        // Nor does it look like one when it is read.
        const shown = listCommentParts(toSentText(stored, () => 'Anna'));
        expect(shown.flatMap((part) => (part.type === 'mention' && !allowed.includes(part.id) ? [part.text] : []))).toEqual([]);
      }),
    );
  });

  test.each([
    ['@[@(user:V)](user:nobody)', '@@user:V'],
    ['@[](user:nobody)(user:V)', '@user:V'],
    ['@[(user:V)](user:nobody)', '@user:V'],
    ['@(user:V)', '@user:V'],
    ['@[Boss@[y](user:nobody)](user:V)', '@Boss@y'],
    // Too long for a name until the mention in it is broken up.
    [`@[${'n'.repeat(191)}@(user:V)](user:V)`, `@${'n'.repeat(191)}@user:V`],
    ['@[@(user:a1)](user:nobody)', '@@(user:a1)'],
  ])('is not made of what is left of a refused one: %j', (written, expected) => {
    const { text: stored, mentions } = toStoredText(written, (actor) => actor === 'user:a1');
    expect(stored).toBe(expected);
    expect(mentions).toEqual(expected.includes('(user:a1)') ? ['user:a1'] : []);
  });

  test('is broken up quickly, however often it is nested', () => {
    const start = performance.now();
    const nested = (times: number) => toStoredText(`${'@['.repeat(times)}x${'](user:V)'.repeat(times)}`, () => false);
    expect(nested(150)).toEqual({ text: `${'@'.repeat(150)}x`, mentions: [] });
    expect(nested(450).mentions).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('survives being read and sent again', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { text: stored, mentions } = toStoredText(written, everybody);
        const again = toStoredText(
          toSentText(stored, () => 'Anna'),
          everybody,
        );
        expect(again).toEqual({ text: stored, mentions });
      }),
    );
  });
});
