import { beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addCard, deleteCards, moveCards, setCardColour } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { markMoment } from '@/lib/document/operations/moments';
import { addStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { localOrigin } from '@/lib/document/schema';
import { setText } from '@/lib/document/textReference';
import { createUndo, type Undo } from '@/lib/document/undo';
import { arrange } from '@/lib/map/arrange';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

let mine: Y.Doc;
let yours: Y.Doc;
let undo: Undo;

beforeEach(() => {
  mine = openDocument(smallMap());
  yours = copyDocument(mine);
  undo = createUndo(mine);
});

const cell = { stepId: 'step3', laneId: 'lane1' };
const visible = (doc: Y.Doc) => {
  const { map, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return arrange(map);
};
const cardText = (doc: Y.Doc, id: string): string | undefined =>
  [...visible(doc).cells.values()].flat().find((card) => card.id === id)?.text;
const writeCard = (doc: Y.Doc, id: string, text: string): boolean =>
  setText(doc, { reference: { type: 'card', id, field: 'text' }, text });

describe('undo takes back', () => {
  test('one operation at a time, and redo brings them back', () => {
    const id = addCard(mine, { at: cell, text: 'New' }) ?? '';
    setCardColour(mine, { ids: [id], colour: 'blue' });
    moveCards(mine, { ids: [id], to: { stepId: 'step1', laneId: 'lane1' } });
    const after = visible(mine);
    expect([undo.undo(), undo.undo(), undo.undo(), undo.undo()]).toEqual([true, true, true, false]);
    expect(visible(mine)).toEqual(arrange(smallMap()));
    expect([undo.redo(), undo.redo(), undo.redo(), undo.redo()]).toEqual([true, true, true, false]);
    expect(visible(mine)).toEqual(after);
    expect([undo.undo(), undo.undo(), undo.undo()]).toEqual([true, true, true]);
    expect(visible(mine)).toEqual(arrange(smallMap()));
  });

  test('several operations in one transaction together', () => {
    mine.transact(() => {
      addCard(mine, { at: cell, text: 'A' });
      addCard(mine, { at: cell, text: 'B' });
    }, localOrigin);
    undo.undo();
    expect(visible(mine)).toEqual(arrange(smallMap()));
    expect(undo.canUndo()).toBe(false);
  });

  test('only my own edits', () => {
    setEmotion(yours, { stepId: 'step1', personaId: 'persona1', value: 2 });
    syncDocuments(mine, yours);
    expect(undo.canUndo()).toBe(false);
    expect(undo.undo()).toBe(false);
    expect(visible(mine).steps[0]?.emotions.get('persona1')).toBe(2);
  });

  test('a mark, a feeling and a deletion', () => {
    markMoment(mine, { stepId: 'step3', stays: 'x' });
    setEmotion(mine, { stepId: 'step3', personaId: 'persona1', value: 1 });
    deleteCards(mine, { ids: ['card1', 'card2'] });
    undo.undo();
    undo.undo();
    undo.undo();
    expect(visible(mine)).toEqual(arrange(smallMap()));
  });
});

describe('undo leaves alone', () => {
  test('words that somebody else typed into my new card', () => {
    const id = addCard(mine, { at: cell, text: 'Mine' }) ?? '';
    syncDocuments(mine, yours);
    writeCard(yours, id, 'Mine and yours');
    syncDocuments(mine, yours);
    undo.undo();
    expect(cardText(mine, id)).toBe(' and yours');
  });

  test('what somebody else hung on my new step, which a redo shows again', () => {
    const id = addStep(mine, { at: { stageId: 'stage2' }, title: 'New' }) ?? '';
    syncDocuments(mine, yours);
    setEmotion(yours, { stepId: id, personaId: 'persona1', value: 2 });
    const card = addCard(yours, { at: { stepId: id, laneId: 'lane1' }, text: 'Yours' }) ?? '';
    syncDocuments(mine, yours);
    undo.undo();
    expect(visible(mine).unplacedCards.map((unplaced) => unplaced.id)).toEqual([card]);
    undo.redo();
    expect(visible(mine).steps.at(-1)?.emotions.get('persona1')).toBe(2);
    expect(cardText(mine, card)).toBe('Yours');
  });

  test('a later choice of somebody else', () => {
    setCardColour(mine, { ids: ['card1'], colour: 'blue' });
    syncDocuments(mine, yours);
    setCardColour(yours, { ids: ['card1'], colour: 'green' });
    syncDocuments(mine, yours);
    undo.undo();
    expect(visible(mine).cells.get('step1:lane1')?.[0]?.colour).toBe('green');
  });

  test('no card without its place, when somebody else moved it at the same time (found by a property test)', () => {
    for (const [first, second] of [
      [mine, yours],
      [yours, mine],
    ] as const) {
      // Which of the two wins depends on their client ids; one way round it is the one who undoes.
      const ours = copyDocument(first);
      const theirs = copyDocument(second);
      const [low, high] = ours.clientID < theirs.clientID ? [ours, theirs] : [theirs, ours];
      const undoing = createUndo(high);
      moveCards(high, { ids: ['card3'], to: { stepId: 'step3', laneId: 'lane1' } });
      moveCards(low, { ids: ['card3'], to: { stepId: 'step1', laneId: 'lane2' } });
      syncDocuments(high, low);
      expect(visible(low).cells.get('step3:lane1')).toHaveLength(1);
      expect(undoing.undo()).toBe(true);
      syncDocuments(high, low);
      expect(cardText(low, 'card3')).toBe('Dials the number');
      expect(visible(low)).toEqual(arrange(smallMap()));
      expect(undoing.redo()).toBe(true);
      expect(visible(high).cells.get('step3:lane1')).toHaveLength(1);
    }
  });

  test('what somebody typed into a card while I deleted it', () => {
    deleteCards(mine, { ids: ['card1'] });
    writeCard(yours, 'card1', 'Opens the letter at once');
    syncDocuments(mine, yours);
    expect(cardText(yours, 'card1')).toBeUndefined();
    undo.undo();
    expect(cardText(mine, 'card1')).toBe('Opens the letter at once');
  });
});

test('keeps what was selected with each step, and tells when it changes', () => {
  let selected: readonly string[] = ['card:card1'];
  let told = 0;
  undo.keepSelection({ read: () => selected, restore: (keys) => (selected = keys) });
  const end = undo.subscribe(() => told++);
  deleteCards(mine, { ids: ['card1'] });
  selected = [];
  undo.undo();
  expect(selected).toEqual(['card:card1']);
  undo.redo();
  expect(selected).toEqual([]);
  expect(told).toBeGreaterThanOrEqual(3);
  end();
  undo.clear();
  expect(undo.canUndo()).toBe(false);
  undo.destroy();
});
