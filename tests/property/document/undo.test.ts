import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { describeChanges, type FieldChange } from '@/lib/document/activity';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { findSuccessors } from '@/lib/map/successors';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from './seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 20 });

type Edits = readonly { name: string; dice: number[] }[];

const read = (doc: Y.Doc): JourneyMap => {
  const { map, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return map;
};
const recordOf = ({ record, recordId }: FieldChange): string => `${record} ${recordId}`;
const fieldOf = ({ record, recordId, field }: FieldChange): string => `${record} ${recordId} ${field}`;
/** The records, and the fields of records, that changed. */
const touchedIn = (before: JourneyMap, after: JourneyMap): Set<string> =>
  new Set(describeChanges(before, after).flatMap((change) => [recordOf(change), fieldOf(change)]));

test('undoing everything shows the map as it was, and redoing everything as it became', () => {
  fc.assert(
    fc.property(edits, (sequence) => {
      const doc = openDocument(smallMap());
      const undo = createUndo(doc);
      const before = arrange(read(doc));
      for (const { name, dice: thrown } of sequence) performEdit(doc, name, thrown);
      const after = arrange(read(doc));
      while (undo.undo());
      expect(arrange(read(doc))).toEqual(before);
      while (undo.redo());
      expect(arrange(read(doc))).toEqual(after);
    }),
    runs(),
  );
});

test('undo by its author restores what others did not touch, and leaves what they did', () => {
  const sketch = (authorId: number, otherId: number, mine: Edits, yours: Edits): void => {
    const state = createDocument(smallMap());
    const author = Object.assign(copyDocument(state), { clientID: authorId });
    const other = Object.assign(copyDocument(state), { clientID: otherId });
    const start = read(author);
    const undo = createUndo(author);
    for (const { name, dice: thrown } of mine) performEdit(author, name, thrown);
    for (const { name, dice: thrown } of yours) performEdit(other, name, thrown);
    const byAuthor = touchedIn(start, read(author));
    const theirs = read(other);
    const byOther = touchedIn(start, theirs);

    syncDocuments(author, other);
    while (undo.undo());
    syncDocuments(author, other);
    const end = read(author);
    expect(read(other)).toEqual(end);

    // Apart from what both touched, and from the revoked records that the author had made, the map is the other person's.
    const isBoth = (change: FieldChange): boolean => byAuthor.has(recordOf(change)) && byOther.has(recordOf(change));

    // A text that both wrote shows in the step or stage that one of them merged its own into.
    const heirs = [...(findSuccessors(end.steps)?.heirs ?? []), ...(findSuccessors(end.stages)?.heirs ?? [])];
    const isBothIn = (change: FieldChange): boolean =>
      heirs.some(([merged, heir]) => {
        const field = fieldOf({ ...change, recordId: merged });
        return heir === change.recordId && byAuthor.has(field) && byOther.has(field);
      });
    const isMade = ({ field, before, after }: FieldChange): boolean => field === 'record' && before === null && isRevoked(after);
    expect(describeChanges(theirs, end).filter((change) => !isMade(change) && !isBoth(change) && !isBothIn(change))).toEqual([]);
  };
  fc.assert(
    fc.property(fc.shuffledSubarray([101, 102], { minLength: 2 }), edits, edits, ([authorId = 1, otherId = 2], mine, yours) =>
      withSameIds(() => sketch(authorId, otherId, mine, yours)),
    ),
    runs(),
  );
});

function isRevoked(record: FieldChange['after']): boolean {
  return typeof record === 'object' && record !== null && 'deletedAt' in record && record.deletedAt === 0;
}
