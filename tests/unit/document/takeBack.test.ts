import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { describeChanges, type FieldChange } from '@/lib/document/activity';
import { addCard, deleteCards, moveCards } from '@/lib/document/operations/cards';
import { addCardTags } from '@/lib/document/operations/cardTags';
import { setEmotion } from '@/lib/document/operations/emotions';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { addPersona } from '@/lib/document/operations/personas';
import { addStep, deleteStep, renameStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { reverseTextChange } from '@/lib/document/reverseTextChange';
import { takeBack } from '@/lib/document/takeBack';
import { setText } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { listDeletedRecords } from '@/lib/map/history/deletedRecords';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const read = (doc: Y.Doc) => readMap(doc).map;

/** Does something, and says what the activity list would have of it. */
function watch(doc: Y.Doc, act: () => void): FieldChange[] {
  const before = read(doc);
  act();
  return describeChanges(before, read(doc));
}

function setUp() {
  const doc = openDocument(smallMap());
  const map = arrange(read(doc));
  const [step, other] = map.steps;
  const [lane] = map.lanes;
  const [persona] = map.personas;
  if (!step || !other || !lane || !persona) throw new Error('The small map has all of these.');
  return { doc, step, other, lane, persona, before: map };
}

const write = (doc: Y.Doc, id: string, text: string) => setText(doc, { reference: { type: 'card', id, field: 'text' }, text });

describe('taking back what somebody did', () => {
  it('gives back the map as it was when nobody else did anything', () => {
    const { doc, step, other, lane, persona, before } = setUp();
    const changes = watch(doc, () => {
      const made = addStep(doc, { at: { after: step.id }, title: 'new' }) ?? '';
      const card = addCard(doc, { at: { stepId: made, laneId: lane.id }, text: 'a' }) ?? '';
      write(doc, card, 'abc');
      renameStep(doc, { id: step.id, title: 'renamed' });
      setEmotion(doc, { stepId: step.id, personaId: persona.id, value: -1.7 });
      deleteStep(doc, { id: other.id });
    });
    const { taken, kept } = takeBack(doc, changes);
    expect(kept).toBe(0);
    expect(taken).toBeGreaterThan(3);
    expect(arrange(read(doc))).toEqual(before);
  });

  it('leaves what others went on with', () => {
    const { doc, step, other, lane } = setUp();
    let card = '';
    let made = '';
    const changes = watch(doc, () => {
      made = addStep(doc, { at: { after: step.id }, title: 'new' }) ?? '';
      card = addCard(doc, { at: { stepId: made, laneId: lane.id }, text: 'mine' }) ?? '';
      renameStep(doc, { id: step.id, title: 'first' });
      renameStep(doc, { id: other.id, title: 'second' });
    });
    write(doc, card, 'mine and yours');
    renameStep(doc, { id: step.id, title: 'theirs' });
    const { kept } = takeBack(doc, changes);
    // The card, the step that it stands in, and the title that they wrote over.
    expect(kept).toBe(3);
    const now = arrange(read(doc));
    expect(now.steps.find(({ id }) => id === made)?.title).toBe('new');
    expect(now.steps.find(({ id }) => id === step.id)?.title).toBe('theirs');
    expect(now.steps.find(({ id }) => id === other.id)?.title).toBe(other.title);
    const theirs = read(doc).cards.find(({ id }) => id === card);
    expect([theirs?.text, theirs?.deletedAt]).toEqual(['mine and yours', undefined]);
  });

  it('keeps others’ words in a text, and takes back its own', () => {
    const { doc, step, lane } = setUp();
    const card = addCard(doc, { at: { stepId: step.id, laneId: lane.id }, text: 'The customer waits.' }) ?? '';
    const changes = watch(doc, () => write(doc, card, 'The angry customer waits.'));
    write(doc, card, 'Today: The angry customer waits. For long!');
    expect(takeBack(doc, changes)).toEqual({ taken: 1, kept: 0 });
    expect(read(doc).cards.find(({ id }) => id === card)?.text).toBe('Today: The customer waits. For long!');
  });

  it('moves nothing back to where nothing is any more', () => {
    const { doc, step, other, lane } = setUp();
    const card = addCard(doc, { at: { stepId: other.id, laneId: lane.id }, text: 'a' }) ?? '';
    const changes = watch(doc, () => moveCards(doc, { ids: [card], to: { stepId: step.id, laneId: lane.id } }));
    deleteStep(doc, { id: other.id });
    expect(takeBack(doc, changes)).toEqual({ taken: 0, kept: 1 });
    expect(read(doc).cards.find(({ id }) => id === card)?.pos.stepId).toBe(step.id);
  });

  it('leaves what others hung something on: a picture or a tag on a card, a feeling on a step or a persona', () => {
    const { doc, step, lane, persona } = setUp();
    let card = '';
    let made = '';
    let who = '';
    const changes = watch(doc, () => {
      made = addStep(doc, { at: { after: step.id }, title: 'new' }) ?? '';
      card = addCard(doc, { at: { stepId: step.id, laneId: lane.id }, text: 'mine' }) ?? '';
      who = addPersona(doc, { name: 'Zoe' }) ?? '';
    });
    addCardTags(doc, { ids: [card], tags: ['theirs'] });
    setEmotion(doc, { stepId: made, personaId: persona.id, value: 1 });
    setEmotion(doc, { stepId: step.id, personaId: who, value: 2 });
    expect(takeBack(doc, changes)).toEqual({ taken: 0, kept: 3 });
    const now = arrange(read(doc));
    expect(now.steps.some(({ id }) => id === made)).toBe(true);
    expect(now.personas.some(({ id }) => id === who)).toBe(true);
  });

  it('gives a card back to the step that was merged after it had been moved', () => {
    const { doc, step, other, lane, before } = setUp();
    const card =
      before.cells.get(`${other.id}:${lane.id}`)?.[0]?.id ??
      addCard(doc, { at: { stepId: other.id, laneId: lane.id }, text: 'a' }) ??
      '';
    const start = arrange(read(doc));
    const changes = watch(doc, () => {
      moveCards(doc, { ids: [card], to: { stepId: step.id, laneId: lane.id } });
      mergeSteps(doc, { ids: [step.id, other.id] });
    });
    expect(takeBack(doc, changes).kept).toBe(0);
    expect(arrange(read(doc))).toEqual(start);
  });

  it('does nothing twice', () => {
    const { doc, step } = setUp();
    const changes = watch(doc, () => renameStep(doc, { id: step.id, title: 'x' }));
    expect(takeBack(doc, changes).taken).toBe(1);
    expect(takeBack(doc, changes)).toEqual({ taken: 0, kept: 0 });
  });
});

describe('one change of a text, taken out of what it has become', () => {
  it.each([
    ['one two', 'one big two', 'ONE big two', 'ONE two'],
    ['one two three', 'one three', 'zero one three', 'zero one two three'],
    ['a', 'ab', 'ab ab', null],
    ['', 'new', 'newer', 'er'],
    ['gone', '', 'theirs', null],
    ['abc', 'xyz', 'something else', null],
  ])('%s → %s, now %s', (before, after, now, expected) => {
    expect(reverseTextChange(before, after, now)).toBe(expected);
  });
});

describe('what was deleted', () => {
  it('is listed newest first, with what comes back with it, without what never was', () => {
    const { doc, step, lane } = setUp();
    const card = addCard(doc, { at: { stepId: step.id, laneId: lane.id }, text: 'words' }) ?? '';
    const pictured = addCard(doc, { at: { stepId: step.id, laneId: lane.id } }) ?? '';
    addCardTags(doc, { ids: [pictured], tags: ['seen'] });
    const empty = addCard(doc, { at: { stepId: step.id, laneId: lane.id } }) ?? '';
    const before = listDeletedRecords(read(doc)).length;
    deleteCards(doc, { ids: [empty] });
    expect(listDeletedRecords(read(doc))).toHaveLength(before);
    deleteStep(doc, { id: step.id });
    deleteCards(doc, { ids: [card] });
    const listed = listDeletedRecords(read(doc));
    expect(listed).toContainEqual(expect.objectContaining({ collection: 'cards', id: card, text: 'words' }));
    deleteCards(doc, { ids: [pictured] });
    expect(listDeletedRecords(read(doc))).toContainEqual(expect.objectContaining({ id: pictured, text: '', brings: 1 }));
    const theStep = listed.find(({ id }) => id === step.id);
    expect(theStep?.text).toBe(step.title);
    expect(listed.map(({ deletedAt }) => deletedAt)).toEqual(listed.map(({ deletedAt }) => deletedAt).sort((a, b) => b - a));
  });
});
