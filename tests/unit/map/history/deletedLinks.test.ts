import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { deleteCards } from '@/lib/document/operations/cards';
import { linkEvidence, unlinkEvidence } from '@/lib/document/operations/evidenceLinks';
import { restoreRecord } from '@/lib/document/operations/records';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { listDeletedRecords } from '@/lib/map/history/deletedRecords';
import { listLinks } from '@/lib/map/listLinks';
import { template } from '@/lib/map/templates/template';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocument(template('customerServiceCall', 'en')));
  const { steps, cards } = readMap(doc).map;
  const [step, card] = [steps[0], cards[0]];
  if (!step || !card) throw new Error('the template is empty');
  const map = () => readMap(doc).map;
  const deleted = () => listDeletedRecords(map()).filter(({ collection }) => collection === 'links');
  const link = (filter?: { touchpoint: string }) =>
    linkEvidence(doc, { target: { type: 'step', id: step.id }, sourceId: 'survey', ...(filter ? { filter } : {}) }) ?? '';
  const unlink = (id: string): void => {
    vi.advanceTimersByTime(1_000);
    unlinkEvidence(doc, { ids: [id] });
  };
  return { doc, step, card, map, deleted, link, unlink };
}

describe('links to evidence that were taken off', () => {
  it('are listed by what they were about, and come back', () => {
    const { doc, step, map, deleted, link, unlink } = setUp();
    const id = link();
    expect(deleted()).toEqual([]);
    unlink(id);
    expect(deleted()).toMatchObject([{ id, text: step.title, brings: 0 }]);
    expect(restoreRecord(doc, { collection: 'links', id })).toBe(true);
    expect(listLinks(map())).toMatchObject([{ id, target: { type: 'step', id: step.id } }]);
    expect(deleted()).toEqual([]);
  });

  it('are listed once, the last one of those that said the same, and not while the same is linked again', () => {
    const { deleted, link, unlink } = setUp();
    unlink(link());
    const second = link();
    expect(deleted()).toEqual([]);
    unlink(second);
    expect(deleted().map(({ id }) => id)).toEqual([second]);
    const part = link({ touchpoint: 'Hotline' });
    unlink(part);
    expect(deleted().map(({ id }) => id)).toEqual([part, second]);
  });

  it('are not listed when their making was undone', () => {
    const { doc, deleted, link } = setUp();
    const undo = createUndo(doc);
    link();
    undo.undo();
    expect(deleted()).toEqual([]);
  });

  it('of something deleted come back with it, which says how many things it brings', () => {
    const { doc, step, card, map, deleted, link, unlink } = setUp();
    const taken = link({ touchpoint: 'Hotline' });
    unlink(taken);
    link();
    const onCard = linkEvidence(doc, { target: { type: 'card', id: card.id }, sourceId: 'survey', responseId: 'r1' });
    vi.advanceTimersByTime(1_000);
    deleteCards(doc, { ids: [card.id] });
    const [theCard] = listDeletedRecords(map());
    expect(theCard).toMatchObject({ collection: 'cards', id: card.id });
    expect(theCard?.brings).toBeGreaterThan(0);
    vi.advanceTimersByTime(1_000);
    deleteStep(doc, { id: step.id });
    expect(deleted()).toEqual([]);
    restoreRecord(doc, { collection: 'steps', id: step.id });
    expect(deleted().map(({ id }) => id)).toEqual([taken]);
    restoreRecord(doc, { collection: 'cards', id: card.id });
    expect(listLinks(map()).map(({ id }) => id)).toContain(onCard);
  });
});
