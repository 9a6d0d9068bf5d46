import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { deleteCards, moveCards } from '@/lib/document/operations/cards';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { mergeStages } from '@/lib/document/operations/mergeStages';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { restoreRecord } from '@/lib/document/operations/records';
import { deleteStep } from '@/lib/document/operations/steps';
import { updateTransition } from '@/lib/document/operations/transitions';
import { readMap } from '@/lib/document/readMap';
import type { MapPart } from '@/lib/document/restore/parts';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { undoRestore } from '@/lib/document/restore/undoRestore';
import { findRecord } from '@/lib/document/schema';
import { arrange } from '@/lib/map/arrange';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const read = (doc: Y.Doc) => readMap(doc).map;
const cardsIn = (doc: Y.Doc, cell: string) =>
  arrange(read(doc))
    .cells.get(cell)
    ?.map(({ id }) => id);

/** Restores a part on a map that was changed, and undoes it again. `look`: at the map in between. */
function restoreAndUndo(change: (doc: Y.Doc) => void, part: MapPart, look: (doc: Y.Doc) => void) {
  const doc = openDocument(smallMap());
  linkEvidence(doc, { target: { type: 'step', id: 'step2' }, sourceId: 'source1' });
  const version = read(doc);
  change(doc);
  const before = read(doc);
  restoreMap(doc, version, { parts: [part], at: 5 });
  look(doc);
  const { kept } = undoRestore(doc, { before, restored: read(doc) });
  expect(kept).toBe(0);
  expect(toStandingMap(read(doc))).toEqual(toStandingMap(before));
}

test('cards that lay in the tray of a version lie there again, though their step has become part of another one since', () => {
  const doc = openDocument(smallMap());
  deleteStep(doc, { id: 'step2' });
  const version = read(doc);
  restoreRecord(doc, { collection: 'steps', id: 'step2' });
  mergeSteps(doc, { ids: ['step1', 'step2'] });
  const before = read(doc);
  restoreMap(doc, version, { at: 5 });
  expect(toStandingMap(read(doc))).toEqual(toStandingMap(version));
  undoRestore(doc, { before, restored: read(doc) });
  expect(toStandingMap(read(doc))).toEqual(toStandingMap(before));
});

describe('a part beside something that stays merged', () => {
  test('leaves cards that have become part of it where they are, behind its own', () => {
    const merge = (doc: Y.Doc): void => {
      mergeSteps(doc, { ids: ['step1', 'step2'] });
      // So that a card’s place on the version would be before the others.
      moveCards(doc, { ids: ['card1'], to: { after: 'card3' } });
    };
    restoreAndUndo(merge, { type: 'stage', id: 'stage1' }, (doc) => {
      expect(cardsIn(doc, 'step1:lane1')).toEqual(['card1', 'card3', 'card4']);
      expect(read(doc).links.map(({ target }) => target.id)).toEqual(['step1']);
    });
  });

  test('lets what is elsewhere by now come to it, and go back when that is undone', () => {
    const change = (doc: Y.Doc): void => {
      moveCards(doc, { ids: ['card4'], to: { stepId: 'step3', laneId: 'lane1', index: 0 } });
      deleteCards(doc, { ids: ['card3'] });
      mergeSteps(doc, { ids: ['step1', 'step2'] });
    };
    restoreAndUndo(change, { type: 'lane', id: 'lane1' }, (doc) => {
      expect(cardsIn(doc, 'step1:lane1')).toEqual(expect.arrayContaining(['card1', 'card3', 'card4']));
      // The document says so itself.
      expect(findRecord(doc, 'cards', 'card4')?.get('pos')).toMatchObject({ stepId: 'step1' });
    });
    const stages = (doc: Y.Doc): void => {
      mergeStages(doc, { ids: ['stage1', 'stage2'] });
      deleteStep(doc, { id: 'step3' });
    };
    restoreAndUndo(stages, { type: 'step', id: 'step3' }, (doc) =>
      expect(findRecord(doc, 'steps', 'step3')?.get('pos')).toMatchObject({ stageId: 'stage1' }),
    );
  });

  test('leads transitions to it; between what is one by now there is none', () => {
    const [back] = smallMap().transitions;
    const change = (doc: Y.Doc): void => {
      updateTransition(doc, { id: back?.id ?? '', to: 'step1' });
      mergeSteps(doc, { ids: ['step2', 'step3'] });
    };
    restoreAndUndo(change, { type: 'step', id: 'step1' }, (doc) =>
      expect(read(doc).transitions.find(({ id }) => id === back?.id)?.deletedAt).toBe(5),
    );
    const elsewhere = (doc: Y.Doc): void => {
      updateTransition(doc, { id: back?.id ?? '', to: 'step3' });
      mergeSteps(doc, { ids: ['step1', 'step2'] });
    };
    restoreAndUndo(elsewhere, { type: 'step', id: 'step3' }, (doc) =>
      expect(read(doc).transitions.find(({ id }) => id === back?.id)).toMatchObject({ from: 'step3', to: 'step1' }),
    );
  });
});
