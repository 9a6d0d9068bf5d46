import { describe, expect, test } from 'vitest';
import { mergeWords } from '@/lib/document/mergeWords';
import { diffWords, toWordPieces, toWords } from '@/lib/document/wordDiff';

const apply = (text: string, edits: ReturnType<typeof diffWords>): string =>
  edits
    .toReversed()
    .reduce((now, { index, remove, insert }) => now.slice(0, index) + insert + now.slice(index + remove.length), text);
const written = (before: string, after: string): string =>
  toWordPieces(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('what differs between texts', () => {
  test('is told in whole words', () => {
    expect(written('Waits twelve minutes on hold', 'Waits two minutes on hold')).toBe('Waits [-twelve-]{+two+} minutes on hold');
    expect(written('the music and the waiting', 'the music, the noise and the waiting')).toBe(
      'the music{+, the noise+} and the waiting',
    );
    expect(written('', 'new')).toBe('{+new+}');
    expect(written('gone', '')).toBe('[-gone-]');
    expect(written('same', 'same')).toBe('same');
  });

  test('is told as one where two words beside each other differ', () => {
    expect(written('Calls the hotline', 'Writes an e-mail')).toMatch(/^\[-Calls the hotline-\]\{\+/);
  });

  test('never cuts a character', () => {
    const [before, after] = ['Ärger 👩‍👩‍👧 hier', 'Ärger 👩‍👩‍👦 hier'];
    expect(toWordPieces(before, after).map(({ text }) => text)).toEqual(['Ärger ', '👩‍👩‍👧', '👩‍👩‍👦', ' hier']);
  });

  test.each([
    ['a b c d e', 'e d c b a'],
    ['a a a b a a', 'a a b b a'],
    ['x\ny\nz', 'x\nz\ny'],
  ])('makes the one of the other: %j', (before, after) => {
    expect(apply(before, diffWords(before, after))).toBe(after);
  });

  test.each([
    ['Die Kundin wartet (zwölf) Minuten, 3.5-mal so lang wie e.g. 1\u202f000 Leute 👩‍👩‍👧 im März.\n', 'wartet', 'wartete'],
    ['客户在电话里等了十二分钟，然后挂断了。', '十二', '十三'],
    ['客户等了1,5分钟，他挂断了，', '挂断', '接通'],
    ["it's,a;b!c(d)3,4.5:e_,f'g,‘h’,", ';b', ';z'],
    ['ok ﾞ\u0301 \u0301x _a 1 2 ', '_a', '_b'],
  ])('is the same in pieces of a long text: %j', (sentence, word, other) => {
    const text = sentence.repeat(Math.ceil(5000 / sentence.length));
    const whole = Array.from(new Intl.Segmenter('und', { granularity: 'word' }).segment(text), ({ segment }) => segment);
    expect(toWords(text)).toEqual(whole);
    const at = text.indexOf(word, 2400);
    const after = text.slice(0, at) + other + text.slice(at + word.length);
    const [edit, ...more] = diffWords(text, after);
    expect(more).toEqual([]);
    expect(edit && apply(text, [edit])).toBe(after);
    expect(edit?.remove.length).toBeLessThan(20);
  });

  test('is told as far as it differs where the texts begin and end alike', () => {
    expect(diffWords('a b a b', 'a b')).toEqual([{ index: 3, remove: ' a b', insert: '' }]);
    expect(diffWords('Waits two hours', 'Waits twelve hours')).toEqual([{ index: 6, remove: 'two', insert: 'twelve' }]);
    expect(diffWords('one two', 'one two three')).toEqual([{ index: 7, remove: '', insert: ' three' }]);
  });

  test('is found in long and repetitive texts, too', () => {
    const [before, after] = ['ab '.repeat(6600), 'ba ab '.repeat(3300)];
    expect(apply(before, diffWords(before, after))).toBe(after);
  });
});

describe('a text that two people went on with', () => {
  test('has what each of them did', () => {
    expect(mergeWords('Hi world', 'Hello world foo', 'Hi big world')).toBe('Hello big world foo');
    expect(mergeWords('one two three', 'one three', 'one two three four')).toBe('one three four');
  });

  test('keeps every word that was written where both changed the same', () => {
    expect(mergeWords('waits long', 'waits for two minutes', 'waits very patiently')).toBe(
      'waits for two minutes very patiently',
    );
    expect(mergeWords('all of it', '', 'all of it and more')).toContain('and more');
  });

  test('says once what both wrote', () => {
    expect(mergeWords('a', 'a b', 'a b')).toBe('a b');
  });
});
