import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from '../document/seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 30 });
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

test('restoring a version makes the live map read as that version', () => {
  fc.assert(
    fc.property(edits, edits, (before: Edits, after: Edits) =>
      withSameIds(() => {
        const doc = openDocument(smallMap());
        perform(doc, before);
        const version = read(doc);
        perform(doc, after);
        restoreMap(doc, version, { at: 5 });
        expect(said(read(doc))).toBe(said(version));
        expect(diffMaps(read(doc), version)).toEqual({ differences: [], quiet: [] });
      }),
    ),
    runs(),
  );
});

test('a version is restored into a document that never heard of it, too', () => {
  fc.assert(
    fc.property(edits, edits, (mine: Edits, yours: Edits) =>
      withSameIds(() => {
        const [doc, other] = [openDocument(smallMap()), openDocument(smallMap())];
        perform(doc, mine);
        perform(other, yours);
        const version = read(other);
        restoreMap(doc, version, { at: 5 });
        const { map, issues } = readMap(doc);
        // Cards in the tray name steps that this document never had.
        expect(issues.filter(({ problem }) => !problem.startsWith('unplaced'))).toEqual([]);
        expect(said(map)).toBe(said(version));
      }),
    ),
    runs(),
  );
});

test('a restore is one transaction, and restoring again changes nothing', () => {
  fc.assert(
    fc.property(edits, edits, (before: Edits, after: Edits) =>
      withSameIds(() => {
        const doc = openDocument(smallMap());
        perform(doc, before);
        const version = read(doc);
        perform(doc, after);
        const updates: Uint8Array[] = [];
        doc.on('update', (update: Uint8Array) => updates.push(update));
        restoreMap(doc, version, { at: 5 });
        expect(updates.length).toBeLessThanOrEqual(1);
        const state = Y.encodeStateVector(copyDocument(doc));
        restoreMap(doc, version, { at: 6 });
        expect(Y.encodeStateVector(copyDocument(doc))).toEqual(state);
      }),
    ),
    runs(),
  );
});
