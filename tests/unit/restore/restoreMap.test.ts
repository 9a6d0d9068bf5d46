import { describe, expect, test } from 'vitest';
import { serverOrigin } from '@/lib/document/createDocument';
import { addCard, deleteCards, moveCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { restoreRecord } from '@/lib/document/operations/records';
import { deleteStep } from '@/lib/document/operations/steps';
import { addTouchpoint } from '@/lib/document/operations/touchpoints';
import { addTransition } from '@/lib/document/operations/transitions';
import { setVotes } from '@/lib/document/operations/votes';
import { readMap } from '@/lib/document/readMap';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { undoRestore } from '@/lib/document/restore/undoRestore';
import { setText, textOf } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const read = (doc: Parameters<typeof readMap>[0]) => readMap(doc).map;
const cell = { stepId: 'step2', laneId: 'lane1' };

/** A document to which a card was added since its version, and a copy in which somebody is writing. */
function withNewCard(text: string) {
  const doc = openDocument(smallMap());
  const version = read(doc);
  const id = addCard(doc, { at: cell, text }) ?? '';
  return { doc, version, id, other: copyDocument(doc) };
}

describe('restoring a version', () => {
  test('takes away a card that it does not have; words that somebody was typing into it bring it into the tray', () => {
    const { doc, version, id, other } = withNewCard('A new thought');
    restoreMap(doc, version, { at: 5 });
    expect(diffMaps(read(doc), version).differences).toEqual([]);
    textOf(other, { type: 'card', id, field: 'text' })?.insert(13, ' of mine');
    syncDocuments(doc, other);
    for (const one of [doc, other]) {
      expect(readMap(one).issues).toEqual([]);
      expect(arrange(read(one)).unplacedCards).toMatchObject([{ id, text: 'A new thought of mine' }]);
    }
    // From there it can be put anywhere, or thrown away.
    expect(moveCards(doc, { ids: [id], to: { stepId: 'step1', laneId: 'lane2' } })).toBe(true);
    expect(arrange(read(doc)).unplacedCards).toEqual([]);
    expect(
      arrange(read(doc))
        .cells.get('step1:lane2')
        ?.map(({ id: one }) => one),
    ).toContain(id);
    deleteCards(doc, { ids: [id] });
    expect(read(doc).cards.find((card) => card.id === id)?.deletedAt).toBeGreaterThan(5);
  });

  test('letters that somebody only deleted bring nothing back', () => {
    const { doc, version, id, other } = withNewCard('A new thought');
    restoreMap(doc, version, { at: 5 });
    textOf(other, { type: 'card', id, field: 'text' })?.delete(0, 2);
    syncDocuments(doc, other);
    expect(arrange(read(doc)).unplacedCards).toEqual([]);
  });

  test('what it takes away can be brought back to where it stood', () => {
    const { doc, version, id } = withNewCard('A new thought');
    restoreMap(doc, version, { at: 5 });
    expect(restoreRecord(doc, { collection: 'cards', id })).toBe(true);
    expect(
      arrange(read(doc))
        .cells.get('step2:lane1')
        ?.map((card) => card.id),
    ).toContain(id);
  });

  test('takes away what hung on a step that comes back and was made since (found by a property test)', () => {
    const doc = openDocument(smallMap());
    const version = read(doc);
    addTransition(doc, { kind: 'onward', from: 'step1', to: 'step2' });
    addTouchpoint(doc, { at: { stepId: 'step1' }, channel: 'web' });
    deleteStep(doc, { id: 'step1' });
    restoreMap(doc, version, { at: 5 });
    expect(diffMaps(read(doc), version).differences).toEqual([]);
  });

  test('takes apart what was merged since', () => {
    const doc = openDocument(smallMap());
    const version = read(doc);
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    restoreMap(doc, version, { at: 5 });
    expect(arrange(read(doc))).toEqual(arrange(version));
  });

  test('leaves the votes of today alone, on cards that come back, too', () => {
    const doc = openDocument(smallMap());
    setVotes(doc, { votes: new Map([['card1', 2]]) }, serverOrigin);
    const version = read(doc);
    const votes = new Map([
      ['card2', 3],
      ['card3', 1],
    ]);
    setVotes(doc, { votes }, serverOrigin);
    deleteCards(doc, { ids: ['card3'] });
    expect(diffMaps(version, read(doc)).differences.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['removed card3']);
    restoreMap(doc, version, { at: 5 });
    const { cards } = read(doc);
    expect(cards.find(({ id }) => id === 'card3')?.deletedAt).toBeUndefined();
    expect(cards.flatMap(({ id, votes: count }) => (count === undefined ? [] : [[id, count]]))).toEqual([...votes]);
  });

  test('keeps what others type between the words that change', () => {
    const doc = openDocument(smallMap());
    const version = read(doc);
    const reference = { type: 'card', id: 'card3', field: 'text' } as const;
    setText(doc, { reference, text: 'Dials the old number of the hotline' });
    const other = copyDocument(doc);
    textOf(other, reference)?.insert('Dials the old number'.length, ' twice');
    restoreMap(doc, version, { at: 5 });
    syncDocuments(doc, other);
    expect(textOf(doc, reference)?.toString()).toBe('Dials the number twice');
  });
});

describe('restoring parts of a version', () => {
  test('a card alone', () => {
    const doc = openDocument(smallMap());
    const version = read(doc);
    deleteCards(doc, { ids: ['card1', 'card2'] });
    setText(doc, { reference: { type: 'step', id: 'step1', field: 'title' }, text: 'Other' });
    restoreMap(doc, version, { parts: [{ type: 'card', id: 'card1' }], at: 5 });
    expect(diffMaps(version, read(doc)).differences.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'changed step1',
      'removed card2',
    ]);
  });

  test('a step with everything on it, and nothing else', () => {
    const doc = openDocument(smallMap());
    const version = read(doc);
    setEmotion(doc, { stepId: 'step2', personaId: 'persona1', value: 2 });
    setEmotion(doc, { stepId: 'step1', personaId: 'persona1', value: 2 });
    deleteStep(doc, { id: 'step2' });
    addCard(doc, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'stays' });
    restoreMap(doc, version, { parts: [{ type: 'step', id: 'step2' }], at: 5 });
    expect(diffMaps(version, read(doc)).differences.map(({ kind, collection }) => `${kind} ${collection}`)).toEqual([
      'changed emotions',
      'added cards',
    ]);
  });

  test('a stage takes its steps along, a lane its cards', () => {
    for (const part of [
      { type: 'stage', id: 'stage2' },
      { type: 'lane', id: 'lane1' },
    ] as const) {
      const doc = openDocument(smallMap());
      const version = read(doc);
      deleteCards(doc, { ids: ['card3', 'card4'] });
      restoreMap(doc, version, { parts: [part], at: 5 });
      expect(diffMaps(version, read(doc)).differences).toEqual([]);
    }
  });
});

describe('undoing a restore', () => {
  test('gives back what was, with what came after', () => {
    const doc = openDocument(smallMap());
    const version = read(doc);
    const reference = { type: 'card', id: 'card3', field: 'text' } as const;
    setText(doc, { reference, text: 'Dials the old number of the hotline' });
    const id = addCard(doc, { at: cell, text: 'A new thought' }) ?? '';
    deleteCards(doc, { ids: ['card4'] });
    const before = read(doc);
    restoreMap(doc, version, { at: 5 });
    const restored = read(doc);
    setText(doc, { reference, text: 'Dials the number again' });
    setText(doc, { reference: { type: 'card', id: 'card4', field: 'text' }, text: 'Puts the phone on speaker, and works' });
    expect(undoRestore(doc, { before, restored }).kept).toBe(1);
    const now = read(doc);
    expect(now.cards.find((card) => card.id === 'card3')?.text).toBe('Dials the old number of the hotline again');
    expect(now.cards.find((card) => card.id === id)?.deletedAt).toBeUndefined();
    // Somebody has written into the card that the restore brought back.
    expect(now.cards.find((card) => card.id === 'card4')?.deletedAt).toBeUndefined();
  });
});
