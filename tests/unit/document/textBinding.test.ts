import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createTextBinding, type TextBinding } from '@/lib/document/textBinding';
import { mapIndex, mapRange, mapSelection } from '@/lib/document/textDelta';
import { diffText } from '@/lib/document/textDiff';
import { findTextPosition, toTextPosition } from '@/lib/document/textPosition';
import { createUndo } from '@/lib/document/undo';
import { maxTextLength } from '@/lib/map/text';
import { FakeTextarea } from '@/tests/builders/textarea';

describe('the smallest edit', () => {
  test.each([
    ['', 'a', 1, { index: 0, remove: 0, insert: 'a' }],
    ['abc', 'abc', 0, null],
    ['aa', 'aaa', 1, { index: 0, remove: 0, insert: 'a' }],
    ['aa', 'aaa', 2, { index: 1, remove: 0, insert: 'a' }],
    ['aa', 'aaa', 3, { index: 2, remove: 0, insert: 'a' }],
    ['aaa', 'aa', 1, { index: 1, remove: 1, insert: '' }],
    ['one two', 'one 2 two', 6, { index: 4, remove: 0, insert: '2 ' }],
    ['one two', 'two', 0, { index: 0, remove: 4, insert: '' }],
    ['hello', 'help', 4, { index: 3, remove: 2, insert: 'p' }],
    ['abcabc', 'abc', 3, { index: 3, remove: 3, insert: '' }],
    ['x', 'xyz', 0, { index: 1, remove: 0, insert: 'yz' }],
    ['😀', '😁', 2, { index: 0, remove: 2, insert: '😁' }],
    ['a😀', 'a🤀', 3, { index: 1, remove: 2, insert: '🤀' }],
    ['😀', '😀😀', 4, { index: 2, remove: 0, insert: '😀' }],
  ])('from “%s” to “%s” with the caret at %i', (before, after, caret, edit) => {
    expect(diffText(before, after, caret)).toEqual(edit);
  });
});

describe('places in a changing text', () => {
  const delta = [{ retain: 2 }, { insert: 'xyz' }, { delete: 2 }, { retain: 1 }, { insert: '!' }];

  test('move with their characters', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => mapIndex(index, delta, 'left'))).toEqual([0, 1, 2, 5, 5, 6, 8]);
    expect(mapIndex(2, delta, 'right')).toBe(5);
    expect(mapIndex(5, delta, 'right')).toBe(7);
  });

  test('a range keeps its own characters only', () => {
    expect(mapRange({ index: 1, length: 4 }, delta)).toEqual([
      { index: 1, length: 1 },
      { index: 5, length: 1 },
    ]);
    expect(mapRange({ index: 2, length: 2 }, delta)).toEqual([]);
    expect(mapRange({ index: 5, length: 3 }, delta)).toEqual([{ index: 7, length: 3 }]);
  });

  test('a selection does not grow by what is inserted at its edges', () => {
    expect(mapSelection({ start: 2, end: 5 }, delta)).toEqual({ start: 5, end: 6 });
    expect(mapSelection({ start: 2, end: 4 }, delta)).toEqual({ start: 5, end: 5 });
    expect(mapSelection({ start: 2, end: 2 }, delta)).toEqual({ start: 2, end: 2 });
  });

  test('can be told to others and found again', () => {
    const text = new Y.Doc().getMap('m').set('text', new Y.Text('abcdef'));
    const positions = [0, 3, 6].map((index) => toTextPosition(text, index));
    text.insert(3, '---');
    text.insert(0, '>');
    expect(positions.map((position) => findTextPosition(text, position))).toEqual([0, 4, 10]);
    expect(positions.every((position) => position.length <= 200)).toBe(true);
  });

  test.each(['', '{', 'null', '7', '{"item":{"client":1,"clock":99}}', '{"tname":"m"}', '{"item":"x"}'])(
    'that are none, such as %s, are not found',
    (position) => {
      const text = new Y.Doc().getMap('m').set('text', new Y.Text('abc'));
      expect(findTextPosition(text, position)).toBeNull();
    },
  );
});

describe('a bound textarea', () => {
  let text: Y.Text;
  let area: FakeTextarea;
  let binding: TextBinding;

  beforeEach(() => {
    text = new Y.Doc().getMap('m').set('text', new Y.Text('hello world'));
    area = new FakeTextarea();
    binding = createTextBinding(text, area);
    area.writes = 0;
  });

  const byOther = (change: () => void): void => text.doc?.transact(change, 'remote');

  test('shows the text, and what is typed goes into it', () => {
    expect(area.value).toBe('hello world');
    area.select(5);
    area.type(',');
    binding.input();
    expect(text.toString()).toBe('hello, world');
    expect(area.writes).toBe(0);
  });

  test('keeps the caret between the same characters while others type', () => {
    area.select(6, 11);
    byOther(() => text.insert(0, 'Oh '));
    expect(area.value.slice(area.start, area.end)).toBe('world');
    byOther(() => text.delete(0, 9));
    expect([area.value, area.start, area.end]).toEqual(['world', 0, 5]);
  });

  test('two textareas on one page, bound to one text, agree', () => {
    const second = new FakeTextarea();
    createTextBinding(text, second);
    second.select(11);
    area.select(0);
    area.type('¡');
    binding.input();
    expect([second.value, second.start]).toEqual(['¡hello world', 12]);
  });

  test('is not written to while an input method composes; both come together afterwards', () => {
    area.select(5);
    binding.compositionStart();
    area.type('に');
    binding.input();
    byOther(() => text.insert(0, '>> '));
    byOther(() => text.insert(text.length, '!'));
    area.backspace();
    area.type('日本');
    binding.input();
    expect([area.value, area.writes]).toEqual(['hello日本 world', 0]);
    binding.compositionEnd();
    expect(text.toString()).toBe('>> hello日本 world!');
    expect([area.value, area.start, area.end]).toEqual(['>> hello日本 world!', 10, 10]);
    binding.input();
    expect(text.toString()).toBe('>> hello日本 world!');
  });

  test('composing over a selection deletes only what was selected, not what others put into it', () => {
    area.select(0, 5);
    binding.compositionStart();
    area.type('안녕');
    byOther(() => text.insert(2, 'XX'));
    binding.compositionEnd();
    expect(text.toString()).toBe('안녕XX world');
    expect(area.value).toBe(text.toString());
  });

  test('a composition that is given up shows what others typed meanwhile', () => {
    area.select(5);
    binding.compositionStart();
    area.type('x');
    area.backspace();
    byOther(() => text.insert(0, '# '));
    binding.compositionEnd();
    expect([area.value, area.start, text.toString()]).toEqual(['# hello world', 7, '# hello world']);
  });

  test('keeps what was being composed when it ends', () => {
    binding.compositionStart();
    area.select(11);
    area.type('字');
    binding.destroy();
    expect(text.toString()).toBe('hello world字');
    byOther(() => text.insert(0, 'x'));
    expect(area.value).toBe('hello world字');
  });

  test('takes no more than a text may hold, and no half characters', () => {
    area.select(11);
    area.type(`${'x'.repeat(maxTextLength)}`);
    binding.input();
    expect(text.length).toBe(maxTextLength);
    expect(area.value).toBe(text.toString());
    area.select(0, maxTextLength);
    area.type('a\u0000b\ud800\r\nc');
    binding.input();
    expect([text.toString(), area.value]).toEqual(['ab\nc', 'ab\nc']);
  });

  test('typing goes on as one step of undo until something else is done', () => {
    const doc = new Y.Doc();
    const undo = createUndo(doc);
    const title = doc.getMap('meta').set('title', new Y.Text(''));
    const scenario = doc.getMap('meta').set('scenario', new Y.Text(''));
    const bind = (bound: Y.Text): ((typed: string) => void) => {
      const field = new FakeTextarea();
      const one = createTextBinding(bound, field);
      return (typed) => {
        field.select(field.value.length);
        field.type(typed);
        one.input();
      };
    };
    const [typeTitle, typeScenario] = [bind(title), bind(scenario)];
    typeTitle('a');
    typeTitle('b');
    typeScenario('c');
    typeTitle('d');
    undo.stopCapturing();
    typeTitle('e');
    const seen: string[] = [];
    while (undo.undo()) seen.push(`${title.toString()}|${scenario.toString()}`);
    expect(seen).toEqual(['abd|c', 'ab|c', 'ab|', '|']);
  });
});
