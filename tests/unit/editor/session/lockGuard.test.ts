import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createLockGuard } from '@/components/editor/session/lockGuard';
import { createMapStore } from '@/lib/document/mapStore';
import { addCard, deleteCards, moveCards, setCardColour } from '@/lib/document/operations/cards';
import { addCardTags } from '@/lib/document/operations/cardTags';
import { setEmotion } from '@/lib/document/operations/emotions';
import { deleteLane, renameLane } from '@/lib/document/operations/lanes';
import { addStage, renameStage } from '@/lib/document/operations/stages';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import type { LockReason } from '@/lib/workshop/lockAt';
import { noWorkshop, type WorkshopLocks } from '@/lib/workshop/state';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

function page(doc: Y.Doc = openDocument(smallMap())) {
  const undo = createUndo(doc);
  const guard = createLockGuard(doc, createMapStore(doc), undo);
  const refused: LockReason[] = [];
  guard.onRefused((reason) => refused.push(reason));
  const set = (some: Partial<WorkshopLocks> | null) => guard.set(some && { ...noWorkshop().locks, ...some });
  return { doc, undo, guard, refused, set, json: () => toCanonicalJson(readMap(doc).map) };
}
const lane = (id: string): LockReason => ({ type: 'lane', id });

describe('the guard of a participant’s page', () => {
  test.each<[string, (doc: Y.Doc) => unknown]>([
    ['typing into a card', (doc) => setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'x' })],
    ['a colour', (doc) => setCardColour(doc, { ids: ['card1'], colour: 'rose' })],
    ['a tag', (doc) => addCardTags(doc, { ids: ['card1'], tags: ['new'] })],
    ['deleting', (doc) => deleteCards(doc, { ids: ['card1'] })],
    ['moving out', (doc) => moveCards(doc, { ids: ['card1'], to: { stepId: 'step1', laneId: 'lane2' } })],
    ['moving in', (doc) => moveCards(doc, { ids: ['card2'], to: { stepId: 'step1', laneId: 'lane1' } })],
    ['renaming the lane', (doc) => renameLane(doc, { id: 'lane1', title: 'x' })],
    ['deleting the lane', (doc) => deleteLane(doc, { id: 'lane1' })],
    ['deleting a step that has cards in it', (doc) => deleteStep(doc, { id: 'step1' })],
  ])('in a locked lane %s is taken back at once, and said', (_name, act) => {
    const ours = page();
    ours.set({ lanes: ['lane1'] });
    const before = ours.json();
    act(ours.doc);
    expect(ours.json()).toBe(before);
    expect(ours.refused).toEqual([lane('lane1')]);
    expect(ours.undo.canUndo()).toBe(false);
  });

  test('a new card is gone from sight for the others as well, and other lanes stay open', () => {
    const ours = page();
    ours.set({ lanes: ['lane1'] });
    addCard(ours.doc, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'not here' });
    addCard(ours.doc, { at: { stepId: 'step1', laneId: 'lane2' }, text: 'but here' });
    const theirs = copyDocument(ours.doc);
    const texts = readMap(theirs).map.cards.flatMap(({ text, deletedAt }) => (deletedAt === undefined ? [text] : []));
    expect(texts).toContain('but here');
    expect(texts).not.toContain('not here');
    expect(readMap(theirs).issues).toEqual([]);
    expect(ours.refused).toEqual([lane('lane1')]);
    expect(ours.undo.undo()).toBe(true);
    expect(readMap(ours.doc).map.cards.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(4);
  });

  test('a locked stage closes feelings and titles of its steps; others are open', () => {
    const ours = page();
    ours.set({ stages: ['stage1'] });
    const before = ours.json();
    setEmotion(ours.doc, { stepId: 'step1', personaId: 'persona1', value: 2 });
    setText(ours.doc, { reference: { type: 'step', id: 'step1', field: 'title' }, text: 'x' });
    renameStage(ours.doc, { id: 'stage1', title: 'x' });
    expect(ours.json()).toBe(before);
    expect(ours.refused).toHaveLength(3);
    expect(setEmotion(ours.doc, { stepId: 'step2', personaId: 'persona1', value: 2 })).toBe(true);
    expect(ours.json()).not.toBe(before);
    expect(ours.refused).toHaveLength(3);
  });

  test('“these lanes only” closes the structure and the title block', () => {
    const ours = page();
    ours.set({ onlyLanes: ['lane2'] });
    const before = ours.json();
    addStage(ours.doc, {});
    const kept = readMap(ours.doc).map;
    expect(kept.stages.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(2);
    setText(ours.doc, { reference: { type: 'meta', field: 'title' }, text: 'x' });
    expect(readMap(ours.doc).map.meta).toEqual(JSON.parse(before).meta);
    setText(ours.doc, { reference: { type: 'card', id: 'card2', field: 'text' }, text: 'written' });
    expect(readMap(ours.doc).map.cards.find(({ id }) => id === 'card2')?.text).toBe('written');
    expect(ours.refused).toEqual([{ type: 'onlyLanes' }, { type: 'onlyLanes' }]);
  });

  test('an own edit from before is not taken back in what was locked since, and can be once it is open again', () => {
    const ours = page();
    setText(ours.doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'mine' });
    const text = () => readMap(ours.doc).map.cards.find(({ id }) => id === 'card1')?.text;
    ours.set({ lanes: ['lane1'] });
    expect(ours.undo.undo()).toBe(false);
    expect([text(), ours.refused]).toEqual(['mine', [lane('lane1')]]);
    ours.set(null);
    expect(ours.undo.undo()).toBe(true);
    expect(text()).toBe('Opens the letter');
    expect(ours.undo.redo()).toBe(true);
  });

  test('what others write in locked parts comes in, and whoever may write everywhere is not watched', () => {
    const [ours, leader] = [page(), page()];
    ours.set({ lanes: ['lane1'] });
    setCardColour(leader.doc, { ids: ['card1'], colour: 'rose' });
    syncDocuments(leader.doc, ours.doc);
    expect(ours.json()).toBe(leader.json());
    expect(ours.refused).toEqual([]);
  });
});
