import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { undoRestore } from '@/lib/document/restore/undoRestore';
import { textOf } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import { arrange } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from '../document/seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 20 });
type Edits = readonly { name: string; dice: number[] }[];

const perform = (doc: Y.Doc, sequence: Edits): void => {
  for (const { name, dice: thrown } of sequence) performEdit(doc, name, thrown);
};
const read = (doc: Y.Doc): JourneyMap => {
  const { map, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return map;
};
const said = (map: JourneyMap): string => toCanonicalJson(toStandingMap(map));

/** A document with a past, the version that it had then, and what it was before and after that was restored. */
function restored(before: Edits, after: Edits) {
  const doc = openDocument(smallMap());
  perform(doc, before);
  const version = read(doc);
  perform(doc, after);
  const was = read(doc);
  const others = copyDocument(doc);
  restoreMap(doc, version, { at: 5 });
  return { doc, others, version, was, left: read(doc) };
}

/** Types words that nobody else types into every card that a copy has: in the middle of its text, or at its end. */
function typeEverywhere(doc: Y.Doc, word: string, where: 'middle' | 'end'): string[] {
  return read(doc)
    .cards.filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id }) => {
      const text = textOf(doc, { type: 'card', id, field: 'text' });
      const typed = ` ${word}${id} `;
      text?.insert(where === 'end' ? text.length : Math.floor(text.length / 2), typed);
      return typed.trim();
    });
}

/** Every text that can be seen on the map. */
const seen = (map: JourneyMap): string => {
  const arranged = arrange(map);
  const cards = [...[...arranged.cells.values()].flat(), ...arranged.unplacedCards];
  return cards.map(({ text }) => text).join('\n');
};

describe('undoing a restore', () => {
  test('gives back what was, when nobody did anything since', () => {
    fc.assert(
      fc.property(edits, edits, (before: Edits, after: Edits) =>
        withSameIds(() => {
          const { doc, was, left } = restored(before, after);
          undoRestore(doc, { before: was, restored: left });
          expect(said(read(doc))).toBe(said(was));
        }),
      ),
      runs(),
    );
  });

  test('leaves a map that reads without issues, whatever others did meanwhile', () => {
    fc.assert(
      fc.property(edits, edits, edits, edits, (before: Edits, after: Edits, during: Edits, since: Edits) =>
        withSameIds(() => {
          const { doc, others, was, left } = restored(before, after);
          perform(others, during);
          syncDocuments(doc, others);
          perform(others, since);
          undoRestore(doc, { before: was, restored: left });
          syncDocuments(doc, others);
          expect(read(others)).toEqual(read(doc));
        }),
      ),
      runs(),
    );
  });
});

describe('what others write while a version is restored', () => {
  test('can be seen on the map afterwards, and after the restore was undone', () => {
    fc.assert(
      fc.property(edits, edits, (before: Edits, after: Edits) =>
        withSameIds(() => {
          const { doc, others, was, left } = restored(before, after);
          const during = typeEverywhere(others, 'during', 'middle');
          syncDocuments(doc, others);
          for (const word of during) expect(seen(read(doc))).toContain(word);
          const since = typeEverywhere(others, 'since', 'end');
          syncDocuments(doc, others);
          undoRestore(doc, { before: was, restored: left });
          syncDocuments(doc, others);
          for (const word of [...during, ...since]) expect(seen(read(doc))).toContain(word);
          expect(read(others)).toEqual(read(doc));
        }),
      ),
      runs(),
    );
  });

  test('nor is what they wrote lost between the version of the map before and the restore', () => {
    fc.assert(
      fc.property(edits, edits, (before: Edits, after: Edits) =>
        withSameIds(() => {
          const doc = openDocument(smallMap());
          perform(doc, before);
          const version = read(doc);
          perform(doc, after);
          const was = read(doc);
          const past = copyDocument(doc);
          const words = typeEverywhere(doc, 'meanwhile', 'middle');
          restoreMap(doc, version, { at: 5, before: was });
          for (const word of words) expect(seen(read(doc))).toContain(word);
          restoreMap(past, version, { at: 5 });
          undoRestore(doc, { before: was, restored: read(past) });
          for (const word of words) expect(seen(read(doc))).toContain(word);
        }),
      ),
      runs(),
    );
  });

  test('does not break their own undo', () => {
    fc.assert(
      fc.property(edits, edits, edits, (before: Edits, after: Edits, mine: Edits) =>
        withSameIds(() => {
          const { doc, others } = restored(before, after);
          const undo = createUndo(others);
          perform(others, mine);
          syncDocuments(doc, others);
          for (let count = 0; count < 60 && undo.undo(); count++);
          for (let count = 0; count < 60 && undo.redo(); count++);
          syncDocuments(doc, others);
          expect(read(others)).toEqual(read(doc));
        }),
      ),
      runs(),
    );
  });
});
