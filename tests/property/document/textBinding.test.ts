import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createTextBinding } from '@/lib/document/textBinding';
import { diffText } from '@/lib/document/textDiff';
import { FakeTextarea } from '@/tests/builders/textarea';
import { runs } from './seeds';

test('the smallest edit makes one text of another, wherever the caret is said to be', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', '🤀', 'é') });
  fc.assert(
    fc.property(text, text, fc.integer({ min: -2, max: 30 }), (before, after, caret) => {
      const edit = diffText(before, after, caret);
      if (!edit) {
        expect(before).toBe(after);
        return;
      }
      const { index, remove, insert } = edit;
      expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
      for (const piece of [before.slice(0, index), insert, before.slice(index, index + remove)]) {
        expect(/\p{Surrogate}/u.test(piece)).toBe(false);
      }
    }),
    { ...runs(), numRuns: (runs().numRuns ?? 60) * 10 },
  );
});

const who = fc.nat(1);
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('type' as const), who, length: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('backspace' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('select' as const),
      who,
      start: fc.nat(40),
      length: fc.oneof(fc.constant(0), fc.nat(8)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('compose' as const, 'endComposition' as const), who }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('deliver' as const), who, count: fc.integer({ min: 1, max: 4 }) }) },
);

/** One person at a textarea, with what is on its way to them. */
function createPerson(state: Uint8Array) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'network');
  const text = doc.getText('text');
  const area = new FakeTextarea();
  return { doc, text, area, binding: createTextBinding(text, area), inbox: [] as Uint8Array[], composing: false };
}

/** The characters before, in and after the selection that are still there after a change must stand so again. */
function expectSelectionKept(before: FakeTextarea, after: FakeTextarea): void {
  const parts = ({ value, start, end }: FakeTextarea): Set<string>[] =>
    [value.slice(0, start), value.slice(start, end), value.slice(end)].map((part) => new Set(part));
  const [now, was] = [parts(after), parts(before)];
  for (const [index, characters] of was.entries()) {
    const elsewhere = now.flatMap((part, at) => (at === index ? [] : [...part])).filter((character) => characters.has(character));
    expect(elsewhere).toEqual([]);
  }
}

test('two textareas with one text converge, and selections stay between the same characters', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80, size: 'max' }), (events) => {
      const seed = new Y.Doc();
      // No character occurs twice, so that each can be followed.
      let next = 0x4e00;
      const fresh = (length: number): string => String.fromCharCode(...Array.from({ length }, () => next++));
      seed.getText('text').insert(0, fresh(12));
      const people = [createPerson(Y.encodeStateAsUpdate(seed)), createPerson(Y.encodeStateAsUpdate(seed))];
      for (const [index, person] of people.entries()) {
        person.doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== 'network') people[1 - index]?.inbox.push(update);
        });
      }
      for (const happened of events) {
        const person = people[happened.who];
        if (!person) continue;
        const { area, binding } = person;
        if (happened.type === 'type') area.type(fresh(happened.length));
        else if (happened.type === 'backspace') area.backspace();
        else if (happened.type === 'select' && !person.composing) area.select(happened.start, happened.start + happened.length);
        else if (happened.type === 'compose') {
          person.composing = true;
          binding.compositionStart();
        } else if (happened.type === 'endComposition') {
          person.composing = false;
          binding.compositionEnd();
        } else if (happened.type === 'deliver') {
          for (const update of person.inbox.splice(0, happened.count)) {
            const before = Object.assign(new FakeTextarea(), area);
            Y.applyUpdate(person.doc, update, 'network');
            if (person.composing) expect(area).toEqual(before);
            else expectSelectionKept(before, area);
          }
        }
        if (happened.type === 'type' || happened.type === 'backspace') binding.input();
        if (!person.composing) expect(area.value).toBe(person.text.toString());
      }
      for (const { binding } of people) binding.compositionEnd();
      for (const { doc, inbox } of people) for (const update of inbox.splice(0)) Y.applyUpdate(doc, update, 'network');
      const texts = people.map(({ text }) => text.toString());
      expect(texts[0]).toBe(texts[1]);
      expect(people.map(({ area }) => area.value)).toEqual(texts);
    }),
    runs(),
  );
});
