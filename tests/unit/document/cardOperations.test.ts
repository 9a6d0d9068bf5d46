import { beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import {
  addCard,
  beginCard,
  deleteCards,
  duplicateCards,
  moveCards,
  setCardColour,
  setCardEvidenceLevel,
  setCardKind,
} from '@/lib/document/operations/cards';
import { addLane } from '@/lib/document/operations/lanes';
import { pasteCards } from '@/lib/document/operations/pasteCards';
import { restoreRecord } from '@/lib/document/operations/records';
import { readMap } from '@/lib/document/readMap';
import { type ArrangedMap, arrange, cellKey } from '@/lib/map/arrange';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

let doc: Y.Doc;
let updates: number;

beforeEach(() => {
  doc = openDocument(smallMap());
  updates = 0;
  doc.on('update', () => updates++);
});

const look = (of: Y.Doc = doc): ArrangedMap => {
  const { map, issues } = readMap(of);
  expect(issues).toEqual([]);
  return arrange(map);
};
const _stageTitles = (): string[] => look().stages.map(({ title }) => title);
const _stepTitles = (): string[] => look().steps.map(({ title }) => title);
const cell = (stepId: string, laneId: string): string[] =>
  (look().cells.get(cellKey(stepId, laneId)) ?? []).map(({ text }) => text);

describe('cards', () => {
  test('are added at the end, at an index and next to another', () => {
    addCard(doc, { at: { stepId: 'step2', laneId: 'lane1' }, text: 'end' });
    addCard(doc, { at: { stepId: 'step2', laneId: 'lane1', index: 0 }, text: 'start' });
    addCard(doc, { at: { after: 'card3' }, text: 'middle', kind: 'question' });
    expect(cell('step2', 'lane1')).toEqual(['start', 'Dials the number', 'middle', 'Puts the phone on speaker', 'end']);
    expect(updates).toBe(3);
  });

  test('are begun as what belongs into their lane, by hand', () => {
    const pains = addLane(doc, { kind: 'painPoints' }) ?? '';
    const chances = addLane(doc, { kind: 'opportunities' }) ?? '';
    const kindOf = (id: string | null) => [...look().cells.values()].flat().find((card) => card.id === id)?.kind;
    const pain = beginCard(doc, { at: { stepId: 'step2', laneId: pains }, text: 'Nobody answers' });
    expect(kindOf(pain)).toBe('painPoint');
    expect(kindOf(beginCard(doc, { at: { after: pain ?? '' } }))).toBe('painPoint');
    expect(kindOf(beginCard(doc, { at: { stepId: 'step2', laneId: chances } }))).toBe('opportunity');
    expect(kindOf(beginCard(doc, { at: { stepId: 'step2', laneId: 'lane1' } }))).toBe('note');
    expect(beginCard(doc, { at: { stepId: 'gone', laneId: pains } })).toBeNull();
  });

  test('move together between cells, and within one', () => {
    moveCards(doc, { ids: ['card4', 'gone', 'card1'], to: { stepId: 'step3', laneId: 'lane2', index: 0 } });
    expect(cell('step3', 'lane2')).toEqual(['Puts the phone on speaker', 'Opens the letter']);
    moveCards(doc, { ids: ['card4'], to: { stepId: 'step3', laneId: 'lane2', index: 1 } });
    expect(cell('step3', 'lane2')).toEqual(['Opens the letter', 'Puts the phone on speaker']);
  });

  test('are copied beside themselves, or to a cell, with all that is said of them', () => {
    const copies = duplicateCards(doc, { ids: ['card3', 'gone'] });
    expect(cell('step2', 'lane1')).toEqual(['Dials the number', 'Dials the number', 'Puts the phone on speaker']);
    const copy = look().cells.get(cellKey('step2', 'lane1'))?.[1];
    expect(copy).toMatchObject({ id: copies[0], kind: 'painPoint', colour: 'rose', evidenceLevel: 'measured' });
    expect(duplicateCards(doc, { ids: ['card1', 'card2'], to: { stepId: 'step3', laneId: 'lane1' } })).toHaveLength(2);
    expect(cell('step3', 'lane1')).toEqual(['Opens the letter', '“Did I order that?”']);
    expect(updates).toBe(2);
  });

  test('are copied beside themselves out of several cells, each as often as it is named', () => {
    const copies = duplicateCards(doc, { ids: ['card3', 'card1', 'card4', 'card3'] });
    expect(cell('step2', 'lane1')).toEqual([...Array(3).fill('Dials the number'), ...Array(2).fill('Puts the phone on speaker')]);
    expect(new Set(copies).size).toBe(4);
    const cards = () => readMap(doc).map.cards;
    expect(copies.map((id) => cards().find((card) => card.id === id)?.text)).toEqual([
      'Dials the number',
      'Opens the letter',
      'Puts the phone on speaker',
      'Dials the number',
    ]);
    // Where nothing fits in between, as two people have inserted at once, the others make room.
    const orderOf = (id: string) => cards().find((card) => card.id === id)?.pos.order ?? '';
    const first = doc.getMap<Y.Map<unknown>>('cards').get('card3');
    first?.set('pos', { stepId: 'step2', laneId: 'lane1', order: orderOf('card4') });
    duplicateCards(doc, { ids: ['card3', 'card3', 'card3'] });
    const orders =
      look()
        .cells.get(cellKey('step2', 'lane1'))
        ?.map(({ pos }) => pos.order) ?? [];
    expect(new Set(orders).size).toBe(orders.length);
    expect(orders).toEqual(orders.toSorted());
  });

  test('get kind, colour and evidence level, several at once', () => {
    const ids = ['card1', 'card2', 'gone'];
    expect(setCardKind(doc, { ids, kind: 'opportunity' })).toBe(true);
    expect(setCardColour(doc, { ids, colour: 'green' })).toBe(true);
    expect(setCardEvidenceLevel(doc, { ids, evidenceLevel: 'observed' })).toBe(true);
    expect(setCardColour(doc, { ids: ['card2'], colour: null })).toBe(true);
    const [card] = look().cells.get(cellKey('step1', 'lane1')) ?? [];
    expect(card).toMatchObject({ kind: 'opportunity', colour: 'green', evidenceLevel: 'observed' });
    expect(look().cells.get(cellKey('step1', 'lane2'))?.[0]).not.toHaveProperty('colour');
  });

  test('are made of a plain list', () => {
    const text = '• calls\r\n\r\n2) waits – long\n[ ] hangs up\n   \n-5 degrees\n* 3. twice';
    expect(pasteCards(doc, { text, at: { stepId: 'step3', laneId: 'lane1' } })).toHaveLength(5);
    expect(cell('step3', 'lane1')).toEqual(['calls', 'waits – long', 'hangs up', '-5 degrees', 'twice']);
    expect(updates).toBe(1);
    expect(pasteCards(doc, { text: ' \n', at: { stepId: 'step3', laneId: 'lane1' } })).toEqual([]);
  });

  test('that are deleted come back where they stood', () => {
    expect(deleteCards(doc, { ids: ['card1', 'card2'] })).toBe(true);
    expect(deleteCards(doc, { ids: ['card1'] })).toBe(false);
    restoreRecord(doc, { collection: 'cards', id: 'card1' });
    restoreRecord(doc, { collection: 'cards', id: 'card2' });
    expect(look()).toEqual(arrange(smallMap()));
  });

  test('put in at one place by two people get equal orders, between which a third still fits', () => {
    const other = copyDocument(doc);
    addCard(doc, { at: { after: 'card3' }, text: 'mine' });
    addCard(other, { at: { after: 'card3' }, text: 'yours' });
    syncDocuments(doc, other);
    const ids = (look().cells.get(cellKey('step2', 'lane1')) ?? []).map(({ id }) => id);
    const first = ids[1] ?? '';
    addCard(doc, { at: { after: first }, text: 'between' });
    const texts = cell('step2', 'lane1');
    expect(texts[2]).toBe('between');
    expect(texts[0]).toBe('Dials the number');
    expect(texts).toHaveLength(5);
  });
});
