import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeChanges } from '@/lib/document/activity';
import { readMap } from '@/lib/document/readMap';
import { takeBack } from '@/lib/document/takeBack';
import { arrange } from '@/lib/map/arrange';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs } from './seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 15 });

test('taking back somebody’s changes leaves a map that reads without issues, and what others did untouched', () => {
  fc.assert(
    fc.property(edits, edits, (mine, yours) => {
      const doc = openDocument(smallMap());
      const read = () => {
        const { map, issues } = readMap(doc);
        expect(issues).toEqual([]);
        return map;
      };
      const start = read();
      for (const { name, dice: thrown } of mine) performEdit(doc, name, thrown);
      const left = read();
      const changes = describeChanges(start, left);
      for (const { name, dice: thrown } of yours) performEdit(doc, name, thrown);
      const theirs = describeChanges(left, read());
      takeBack(doc, changes);
      const now = read();
      arrange(now);
      // What others set last still stands, save texts, out of which only words go.
      const after = new Map(
        describeChanges(left, now).map((change) => [`${change.record} ${change.recordId} ${change.field}`, change]),
      );
      for (const change of theirs) {
        // What a merged step has said already follows from the texts as they are read.
        if (change.field === 'record' || change.field === 'mergedTexts' || typeof change.after === 'string') continue;
        const mineToo = changes.some((one) => one.record === change.record && one.recordId === change.recordId);
        if (mineToo) continue;
        expect(after.get(`${change.record} ${change.recordId} ${change.field}`)?.after).toEqual(change.after);
      }
    }),
    runs(),
  );
});

/** Texts of a merged step that are written on afterwards show in what took it over: that has a test of its own below. */
const isMerging = (name: string): boolean => name.startsWith('merge');
const plainEdits = fc.array(fc.record({ name: fc.constantFrom(...editNames.filter((name) => !isMerging(name))), dice }), {
  maxLength: 15,
});

test('taking back everything, when nobody else did anything, shows the map as it was', () => {
  fc.assert(
    fc.property(plainEdits, (mine) => {
      const doc = openDocument(smallMap());
      const start = readMap(doc).map;
      for (const { name, dice: thrown } of mine) performEdit(doc, name, thrown);
      takeBack(doc, describeChanges(start, readMap(doc).map));
      expect(arrange(readMap(doc).map)).toEqual(arrange(start));
    }),
    runs(),
  );
});

test('taking back a merging gives back what was merged', () => {
  fc.assert(
    fc.property(plainEdits, fc.constantFrom(...editNames.filter(isMerging)), dice, (before, merging, thrown) => {
      const doc = openDocument(smallMap());
      for (const edit of before) performEdit(doc, edit.name, edit.dice);
      const start = readMap(doc).map;
      performEdit(doc, merging, thrown);
      takeBack(doc, describeChanges(start, readMap(doc).map));
      expect(arrange(readMap(doc).map)).toEqual(arrange(start));
    }),
    runs(),
  );
});
