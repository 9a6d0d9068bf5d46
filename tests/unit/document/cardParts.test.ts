import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addAttachments, removeAttachments, setAttachmentAlt } from '@/lib/document/operations/attachments';
import { addCardLink, removeCardLink, updateCardLink } from '@/lib/document/operations/cardLinks';
import { addCards, duplicateCards } from '@/lib/document/operations/cards';
import { addCardTags, removeCardTags, setCardTags } from '@/lib/document/operations/cardTags';
import { readMap } from '@/lib/document/readMap';
import { findAlive, recordsOf } from '@/lib/document/schema';
import { createUndo } from '@/lib/document/undo';
import { arrange } from '@/lib/map/arrange';
import { maxPartsPerCard } from '@/lib/map/attachment';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { mapWithCardParts, smallMap } from '@/tests/builders/map';

const map = smallMap();
const [letter = '', thought = ''] = map.cards.map(({ id }) => id);
const picture = { fileId: 'file1', name: 'a.png', mediaType: 'image/png', size: 3, width: 40, height: 30 };

const partsOf = (doc: Y.Doc, id: string) => {
  const { map: read, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return arrange(read).cardParts.get(id);
};
const tagsOf = (doc: Y.Doc, id: string) => partsOf(doc, id)?.tags ?? [];

/** Two people who have the same map and are not connected. */
function two(): [Y.Doc, Y.Doc] {
  const doc = openDocument(map);
  return [doc, copyDocument(doc)];
}

describe('tags', () => {
  test('are added, taken and set, in whatever case they are written', () => {
    const doc = openDocument(map);
    expect(addCardTags(doc, { ids: [letter, thought], tags: ['Rechnung', ' #urgent '] })).toBe(true);
    expect(tagsOf(doc, letter)).toEqual(['Rechnung', 'urgent']);
    expect(addCardTags(doc, { ids: [thought], tags: ['rechnung'] })).toBe(true);
    expect(tagsOf(doc, thought)).toEqual(['Rechnung', 'urgent']);
    expect(removeCardTags(doc, { ids: [letter], tags: ['RECHNUNG'] })).toBe(true);
    expect(tagsOf(doc, letter)).toEqual(['urgent']);
    expect(setCardTags(doc, { ids: [letter], tags: ['rechnung', 'new'] })).toBe(true);
    expect(tagsOf(doc, letter)).toEqual(['new', 'Rechnung']);
    expect(addCardTags(doc, { ids: ['gone'], tags: ['x'] })).toBe(false);
    expect(addCardTags(doc, { ids: [letter], tags: [' '] })).toBe(false);
  });

  test('that two people add at once are both there', () => {
    const [mine, yours] = two();
    addCardTags(mine, { ids: [letter], tags: ['mine', 'both'] });
    addCardTags(yours, { ids: [letter], tags: ['yours', 'both'] });
    syncDocuments(mine, yours);
    expect(tagsOf(mine, letter)).toEqual(['both', 'mine', 'yours']);
    expect(tagsOf(yours, letter)).toEqual(['both', 'mine', 'yours']);
  });

  test('come back by undo, and others’ stay', () => {
    const [mine, yours] = two();
    const undo = createUndo(mine);
    addCardTags(mine, { ids: [letter], tags: ['mine'] });
    addCardTags(yours, { ids: [letter], tags: ['yours'] });
    syncDocuments(mine, yours);
    undo.undo();
    expect(tagsOf(mine, letter)).toEqual(['yours']);
    removeCardTags(mine, { ids: [letter], tags: ['yours'] });
    undo.undo();
    expect(tagsOf(mine, letter)).toEqual(['yours']);
  });

  test('a card has no more than twenty of', () => {
    const doc = openDocument(map);
    addCardTags(doc, { ids: [letter], tags: Array.from({ length: 30 }, (_, index) => `tag ${index}`) });
    expect(tagsOf(doc, letter)).toHaveLength(maxPartsPerCard);
  });

  test('that no operation could have written are left out when they are read', () => {
    const doc = openDocument(map);
    const tags = recordsOf(doc, 'cardTags');
    tags.set(`${letter}: padded`, true);
    tags.set(`${letter}:no boolean`, 'yes');
    tags.set('no colon', true);
    tags.set('nobody:good', true);
    tags.set(`${letter}:a:b`, true);
    const { map: read, issues } = readMap(doc);
    expect(read.cardTags).toEqual([{ cardId: letter, tag: 'a:b' }]);
    expect(issues).toHaveLength(4);
  });
});

describe('links', () => {
  test('lead to http, https and mailto only', () => {
    const doc = openDocument(map);
    const id = addCardLink(doc, { cardId: letter, address: 'example.org/bills', label: ' All\nbills ' }) ?? '';
    expect(partsOf(doc, letter)?.links).toMatchObject([{ id, address: 'https://example.org/bills', label: 'All bills' }]);
    expect(addCardLink(doc, { cardId: letter, address: 'javascript:alert(1)' })).toBeNull();
    expect(updateCardLink(doc, { id, address: 'data:text/html,x' })).toBe(false);
    expect(updateCardLink(doc, { id, address: 'mailto:a@example.org', label: '' })).toBe(true);
    expect(partsOf(doc, letter)?.links).toMatchObject([{ address: 'mailto:a@example.org', label: '' }]);
    expect(removeCardLink(doc, { id })).toBe(true);
    expect(partsOf(doc, letter)).toBeUndefined();
  });

  test('that a peer wrote with another protocol are left out', () => {
    const doc = openDocument(map);
    const id = addCardLink(doc, { cardId: letter, address: 'https://example.org' }) ?? '';
    findAlive(doc, 'cardLinks', id)?.set('address', 'javascript:alert(1)');
    const { map: read, issues } = readMap(doc);
    expect(read.cardLinks).toEqual([]);
    expect(issues.length).toBeGreaterThan(0);
  });
});

describe('attachments', () => {
  test('stand in the order in which they were put on the card; two people at once both do so', () => {
    const [mine, yours] = two();
    addAttachments(mine, { cardId: letter, files: [picture, { ...picture, fileId: 'file2' }] });
    addAttachments(yours, { cardId: letter, files: [{ fileId: 'file3', name: 'x.pdf', mediaType: 'application/pdf', size: 9 }] });
    syncDocuments(mine, yours);
    expect(partsOf(mine, letter)).toEqual(partsOf(yours, letter));
    expect(partsOf(mine, letter)?.pictures.map(({ fileId }) => fileId)).toEqual(['file1', 'file2']);
    expect(partsOf(mine, letter)?.files).toMatchObject([{ fileId: 'file3', name: 'x.pdf' }]);
  });

  test('are described, taken away and brought back by undo', () => {
    const doc = openDocument(map);
    const [id = ''] = addAttachments(doc, { cardId: letter, files: [picture] }) ?? [];
    const undo = createUndo(doc);
    setAttachmentAlt(doc, { id, alt: ' The bill ' });
    expect(partsOf(doc, letter)?.pictures[0]?.alt).toBe('The bill');
    removeAttachments(doc, { ids: [id] });
    expect(partsOf(doc, letter)).toBeUndefined();
    undo.undo();
    expect(partsOf(doc, letter)?.pictures[0]?.alt).toBe('The bill');
    expect(addAttachments(doc, { cardId: 'gone', files: [picture] })).toBeNull();
    expect(addAttachments(doc, { cardId: letter, files: Array.from({ length: 20 }, () => picture) })).toBeNull();
  });
});

test('a card on which somebody else has hung something stays when its maker takes it back', () => {
  const [mine, yours] = two();
  const undo = createUndo(mine);
  const hang: ((doc: Y.Doc, id: string) => unknown)[] = [
    (doc, id) => addAttachments(doc, { cardId: id, files: [picture] }),
    (doc, id) => addCardTags(doc, { ids: [id], tags: ['theirs'] }),
    (doc, id) => addCardLink(doc, { cardId: id, address: 'https://example.org' }),
  ];
  for (const add of hang) {
    const [id = ''] = addCards(mine, { at: { after: letter }, cards: [{ text: 'mine' }] }) ?? [];
    syncDocuments(mine, yours);
    add(yours, id);
    syncDocuments(mine, yours);
    undo.undo();
    syncDocuments(mine, yours);
    expect(findAlive(yours, 'cards', id)).not.toBeNull();
  }
  // Nobody else's: it goes.
  const [own = ''] = addCards(mine, { at: { after: letter }, cards: [{ text: 'mine' }] }) ?? [];
  addCardTags(mine, { ids: [own], tags: ['mine'] });
  undo.undo();
  undo.undo();
  expect(findAlive(mine, 'cards', own)).toBeNull();
});

test('a copy of a card carries what the card carries; what changes on one stays off the other', () => {
  const doc = openDocument(mapWithCardParts());
  const [copy = ''] = duplicateCards(doc, { ids: [letter] });
  const [elsewhere = ''] = duplicateCards(doc, { ids: [letter], to: { after: thought } });
  const before = partsOf(doc, letter);
  for (const id of [copy, elsewhere]) {
    const parts = partsOf(doc, id);
    expect(parts?.tags).toEqual(before?.tags);
    expect(parts?.pictures.map(({ fileId, alt }) => [fileId, alt])).toEqual([['file1', 'The bill']]);
    expect(parts?.files.map(({ fileId }) => fileId)).toEqual(['file2']);
    expect(parts?.links.map(({ address }) => address)).toEqual(before?.links.map(({ address }) => address));
  }
  setCardTags(doc, { ids: [copy], tags: [] });
  expect(partsOf(doc, letter)).toEqual(before);
  expect(addCards(doc, { at: { after: copy }, cards: [{ text: 'plain' }] })).toHaveLength(1);
});
