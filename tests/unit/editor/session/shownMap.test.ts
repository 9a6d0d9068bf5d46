import { afterEach, describe, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { createShownMap } from '@/components/editor/session/shownMap';
import { createMapStore } from '@/lib/document/mapStore';
import { addCard, duplicateCards } from '@/lib/document/operations/cards';
import { addCardTags } from '@/lib/document/operations/cardTags';
import { duplicateSteps } from '@/lib/document/operations/duplicateBlocks';
import { setText } from '@/lib/document/textReference';
import { openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const at = { stepId: 'step1', laneId: 'lane1' };
const round = { id: 'round1', startedAt: 1_000 };
const none = { round: null, toldAt: 500 };

let browsers = 0;

function page(doc: Y.Doc = openDocument(smallMap()), first: Parameters<typeof createShownMap>[3] = none) {
  const by = `browser${++browsers}`;
  return { doc, shown: createShownMap(doc, createMapStore(doc), () => by, first) };
}
const texts = ({ shown }: ReturnType<typeof page>): string[] => shown.getSnapshot().map.cards.map(({ text }) => text);

afterEach(() => vi.useRealTimers());

describe('the map that a page shows', () => {
  test('without a round it is the map itself', () => {
    const { doc, shown } = page();
    const before = shown.getSnapshot();
    expect(shown.getSnapshot()).toBe(before);
    const heard = vi.fn();
    shown.subscribe(heard);
    addCard(doc, { at, text: 'new' });
    expect(heard).toHaveBeenCalledOnce();
    expect(shown.getSnapshot().map.cards).toHaveLength(before.map.cards.length + 1);
  });

  test('what others do is told once a frame, however much it is, and what happens here at once', () => {
    vi.useFakeTimers();
    const [ana, ben] = [page(), page()];
    const heard = vi.fn();
    ben.shown.subscribe(heard);
    for (const text of ['one', 'two', 'three']) {
      addCard(ana.doc, { at, text });
      syncDocuments(ana.doc, ben.doc);
    }
    expect(heard).not.toHaveBeenCalled();
    expect(texts(ben), 'whoever asks is told the newest').toContain('three');
    vi.runAllTimers();
    expect(heard).toHaveBeenCalledOnce();

    addCard(ana.doc, { at, text: 'four' });
    syncDocuments(ana.doc, ben.doc);
    addCard(ben.doc, { at, text: 'five' });
    expect(heard).toHaveBeenCalledTimes(2);
    vi.runAllTimers();
    expect(heard, 'nothing was left to tell').toHaveBeenCalledTimes(2);
  });

  test('what others write in a round is hidden until it ends, with all that hangs on it', () => {
    vi.useFakeTimers();
    const [ana, ben] = [page(), page()];
    for (const one of [ana, ben]) one.shown.heed({ round, toldAt: 1_100 });
    const id = addCard(ana.doc, { at, text: 'by Ana' }) ?? '';
    addCardTags(ana.doc, { ids: [id], tags: ['secret'] });
    addCard(ana.doc, { at, text: '' });
    syncDocuments(ana.doc, ben.doc);
    vi.runAllTimers();
    expect(texts(ana)).toContain('by Ana');
    expect(texts(ben)).not.toContain('by Ana');
    expect(ben.shown.getSnapshot().map.cardTags).toEqual([]);
    expect(ana.shown.silent.getState()).toMatchObject({ isOn: true, written: { cards: 1, people: 1 } });
    expect(ana.shown.silent.getState().mine.has(id)).toBe(true);
    expect(ben.shown.silent.getState()).toMatchObject({ written: { cards: 1, people: 1 }, mine: new Set() });

    ben.shown.heed({ round: null, toldAt: 2_000 });
    expect(texts(ben)).toContain('by Ana');
    expect(ben.shown.silent.getState()).toMatchObject({ isOn: false, reveals: 1 });
    expect(ben.shown.silent.getState().revealed.has(id)).toBe(true);
    addCard(ben.doc, { at, text: 'afterwards' });
    expect(ben.shown.getSnapshot().map.cards.find(({ text }) => text === 'afterwards')?.round).toBeUndefined();
  });

  test('what others write unseen makes nothing anew, and what oneself writes only that', () => {
    const [ana, ben] = [page(), page()];
    for (const one of [ana, ben]) one.shown.heed({ round, toldAt: 1_100 });
    const id = addCard(ana.doc, { at, text: 'by Ana' }) ?? '';
    addCardTags(ana.doc, { ids: [id], tags: ['secret'] });
    syncDocuments(ana.doc, ben.doc);
    const before = ben.shown.getSnapshot();
    setText(ana.doc, { reference: { type: 'card', id, field: 'text' }, text: 'by Ana, at length' });
    syncDocuments(ana.doc, ben.doc);
    expect(ben.shown.getSnapshot()).toBe(before);
    // Panels that open and close are no news of the round.
    ben.shown.heed({ round, toldAt: 1_200 });
    expect(ben.shown.getSnapshot()).toBe(before);
    setText(ben.doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'by Ben' });
    const { map } = ben.shown.getSnapshot();
    expect(map.cards.find((card) => card.id === 'card1')?.text).toBe('by Ben');
    for (const name of ['attachments', 'cardTags', 'cardLinks', 'steps'] as const)
      expect([name, map[name] === before.map[name]]).toEqual([name, true]);
    ben.shown.heed({ round: null, toldAt: 2_000 });
    expect(texts(ben)).toContain('by Ana, at length');
    expect(ben.shown.getSnapshot().map.cardTags).toHaveLength(1);
  });

  test('a card of a round that the page has not heard of yet is not shown for a moment', () => {
    const [ana, ben] = [page(), page()];
    ana.shown.heed({ round, toldAt: 1_100 });
    addCard(ana.doc, { at, text: 'early' });
    syncDocuments(ana.doc, ben.doc);
    expect(texts(ben)).not.toContain('early');
    ben.shown.heed({ round, toldAt: 1_200 });
    expect(texts(ben)).not.toContain('early');
    ben.shown.heed({ round: null, toldAt: 1_300 });
    expect(texts(ben)).toContain('early');
  });

  test('whoever comes into a round finds nothing of the others, and whoever comes after it everything', () => {
    const ana = page();
    ana.shown.heed({ round, toldAt: 1_100 });
    addCard(ana.doc, { at, text: 'by Ana' });
    const late = page(openDocument(smallMap()), { round, toldAt: 1_500 });
    syncDocuments(ana.doc, late.doc);
    expect(texts(late)).not.toContain('by Ana');
    const after = page(openDocument(smallMap()), { round: null, toldAt: 3_000 });
    syncDocuments(ana.doc, after.doc);
    expect(texts(after)).toContain('by Ana');
    expect(after.shown.silent.getState().reveals).toBe(0);
  });

  test('copies are hidden like new cards, and copying a step brings nothing to light', () => {
    const [ana, ben] = [page(), page()];
    for (const one of [ana, ben]) one.shown.heed({ round, toldAt: 1_100 });
    addCard(ana.doc, { at, text: 'by Ana' });
    syncDocuments(ana.doc, ben.doc);
    const [copy] = duplicateCards(ben.doc, { ids: ['card1'] });
    expect(ben.shown.silent.getState().mine.has(copy ?? '')).toBe(true);
    duplicateSteps(ben.doc, { ids: ['step1'] });
    expect(texts(ben)).not.toContain('by Ana');
    syncDocuments(ana.doc, ben.doc);
    expect(texts(ana).filter((text) => text === 'by Ana')).toHaveLength(1);
  });
});
