import { beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addCard, addCards, moveCards } from '@/lib/document/operations/cards';
import {
  addDepartment,
  deleteDepartment,
  renameDepartment,
  setDepartmentColour,
  setStepDepartment,
} from '@/lib/document/operations/departments';
import { setEmotion } from '@/lib/document/operations/emotions';
import { addLane, deleteLane, foldLane, moveLane, renameLane, setLaneHeight } from '@/lib/document/operations/lanes';
import { setAsOf, setMapKind } from '@/lib/document/operations/meta';
import { markMoment, setGate, unmarkMoment } from '@/lib/document/operations/moments';
import { addPersona, deletePersona, movePersona } from '@/lib/document/operations/personas';
import { restoreRecord } from '@/lib/document/operations/records';
import { addStage, deleteStage, moveStage, renameStage } from '@/lib/document/operations/stages';
import { setStepDuration, setStepEvidenceLevel, setStepWaiting } from '@/lib/document/operations/stepFacts';
import { addStep, deleteStep, moveStep, moveSteps } from '@/lib/document/operations/steps';
import { addTouchpoint, deleteTouchpoint, moveTouchpoint, updateTouchpoint } from '@/lib/document/operations/touchpoints';
import { addTransition, deleteTransition, updateTransition } from '@/lib/document/operations/transitions';
import { readMap } from '@/lib/document/readMap';
import { setText, textOf } from '@/lib/document/textReference';
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
const stageTitles = (): string[] => look().stages.map(({ title }) => title);
const stepTitles = (): string[] => look().steps.map(({ title }) => title);
const _cell = (stepId: string, laneId: string): string[] =>
  (look().cells.get(cellKey(stepId, laneId)) ?? []).map(({ text }) => text);

describe('stages', () => {
  test('are added, renamed and moved', () => {
    const first = addStage(doc, { title: 'Before all', place: { index: 0 } });
    const last = addStage(doc);
    expect(stageTitles()).toEqual(['Before all', 'Before', 'Contact', '']);
    renameStage(doc, { id: last ?? '', title: 'After' });
    moveStage(doc, { id: first ?? '', place: { after: 'stage1' } });
    expect(stageTitles()).toEqual(['Before', 'Before all', 'Contact', 'After']);
    expect(updates).toBe(4);
  });

  test('leave their steps as unplaced when they are deleted, and take them back when restored', () => {
    expect(deleteStage(doc, { id: 'stage1' })).toBe(true);
    expect(look().stages.map(({ unplaced }) => unplaced)).toEqual([false, true]);
    expect(look().steps).toHaveLength(3);
    expect(restoreRecord(doc, { collection: 'stages', id: 'stage1' })).toBe(true);
    expect(look()).toEqual(arrange(smallMap()));
  });
});

describe('steps', () => {
  test('are added before, after and in a stage', () => {
    addStep(doc, { at: { before: 'step1' }, title: 'A' });
    addStep(doc, { at: { after: 'step2' }, title: 'B' });
    addStep(doc, { at: { stageId: 'stage1' }, title: 'C' });
    addStep(doc, { at: { stageId: 'stage2', index: 0 }, title: 'D' });
    expect(stepTitles()).toEqual(['A', 'Sees the bill', 'C', 'D', 'Calls', 'B', 'Tells it again']);
    expect(updates).toBe(4);
  });

  test('move together, in the order given', () => {
    expect(moveSteps(doc, { ids: ['step3', 'step1'], to: { before: 'step2' } })).toBe(true);
    expect(stepTitles()).toEqual(['Tells it again', 'Sees the bill', 'Calls']);
    expect(look().stages.map(({ steps }) => steps.length)).toEqual([0, 3]);
  });

  test('that stand there already are not written again', () => {
    expect(moveStep(doc, { id: 'step2', to: { stageId: 'stage2', index: 0 } })).toBe(true);
    expect(moveStep(doc, { id: 'step3', to: { after: 'step2' } })).toBe(true);
    expect(updates).toBe(0);
  });

  test('leave their cards in the tray when they are deleted', () => {
    deleteStep(doc, { id: 'step2' });
    expect(look().unplacedCards.map(({ id }) => id)).toEqual(['card3', 'card4']);
    expect(look().transitions).toEqual([]);
    restoreRecord(doc, { collection: 'steps', id: 'step2' });
    expect(look()).toEqual(arrange(smallMap()));
  });

  test('have minutes and an evidence level', () => {
    expect(setStepDuration(doc, { id: 'step1', minutes: 3 })).toBe(true);
    expect(setStepWaiting(doc, { id: 'step2', minutes: null })).toBe(true);
    expect(setStepWaiting(doc, { id: 'step2', minutes: -1 })).toBe(false);
    expect(setStepDuration(doc, { id: 'step2', minutes: Number.NaN })).toBe(false);
    expect(setStepEvidenceLevel(doc, { id: 'step1', evidenceLevel: 'confirmed' })).toBe(true);
    const [first, second] = look().steps;
    expect(first).toMatchObject({ duration: 3, evidenceLevel: 'confirmed' });
    expect(second).not.toHaveProperty('waiting');
  });
});

describe('lanes', () => {
  test('are added, renamed, moved, sized and folded', () => {
    const pain = addLane(doc, { kind: 'painPoints', place: { index: 1 } }) ?? '';
    renameLane(doc, { id: pain, title: 'What hurts' });
    moveLane(doc, { id: 'lane2', place: { index: 0 } });
    setLaneHeight(doc, { id: pain, height: 5 });
    foldLane(doc, { id: 'lane1', folded: true });
    setLaneHeight(doc, { id: 'lane2', height: null });
    expect(look().lanes.map(({ kind, title, height, folded }) => [kind, title, height, folded])).toEqual([
      ['thinking', '', undefined, undefined],
      ['doing', '', undefined, true],
      ['painPoints', 'What hurts', 24, undefined],
    ]);
    deleteLane(doc, { id: 'lane1' });
    expect(look().unplacedCards).toHaveLength(3);
  });
});

describe('feelings, moments and ways', () => {
  test('a feeling is set, held within the scale, and taken away', () => {
    setEmotion(doc, { stepId: 'step3', personaId: 'persona1', value: 7.77 });
    setEmotion(doc, { stepId: 'step1', personaId: 'persona1', value: -0.449 });
    setEmotion(doc, { stepId: 'step2', personaId: 'persona1', value: null });
    expect(look().steps.map(({ emotions }) => emotions.get('persona1'))).toEqual([-0.4, undefined, 2]);
  });

  test('a moment is marked, judged, and keeps its texts when it is marked again', () => {
    expect(setGate(doc, { stepId: 'step3', gate: 'held' })).toBe(false);
    markMoment(doc, { stepId: 'step3', stays: 'One person knows all' });
    expect(setGate(doc, { stepId: 'step3', gate: 'held' })).toBe(true);
    unmarkMoment(doc, { stepId: 'step3' });
    expect(look().steps[2]?.moment).toBeUndefined();
    markMoment(doc, { stepId: 'step3', leaves: 'A third story' });
    expect(look().steps[2]?.moment).toEqual({
      stepId: 'step3',
      stays: 'One person knows all',
      leaves: 'A third story',
      gate: 'held',
    });
  });

  test('two people who mark one step at once share its texts', () => {
    const other = copyDocument(doc);
    markMoment(doc, { stepId: 'step3', stays: 'a named contact' });
    markMoment(other, { stepId: 'step3', leaves: 'a third story', gate: 'failed' });
    syncDocuments(doc, other);
    expect(look().steps[2]?.moment).toEqual({
      stepId: 'step3',
      stays: 'a named contact',
      leaves: 'a third story',
      gate: 'failed',
    });
  });

  test('a way leads between two steps or out, and is not drawn twice', () => {
    const back = addTransition(doc, { kind: 'back', from: 'step2', to: 'step1', share: 3 });
    expect(addTransition(doc, { kind: 'back', from: 'step2', to: 'step1' })).toBe(back);
    expect(addTransition(doc, { kind: 'exit', from: 'step2', to: 'step1' })).toBeNull();
    expect(addTransition(doc, { kind: 'back', from: 'step2', to: null })).toBeNull();
    expect(addTransition(doc, { kind: 'back', from: 'step2', to: 'gone' })).toBeNull();
    const again = addTransition(doc, { kind: 'back', from: 'step2', to: 'step2', label: 'tries again' });
    expect(look().transitions.find(({ id }) => id === again)).toMatchObject({ from: 'step2', to: 'step2' });
    expect(deleteTransition(doc, { id: again ?? '' })).toBe(true);
    expect(updateTransition(doc, { id: back ?? '', to: 'step3', kind: 'skip', label: 'directly', share: null })).toBe(true);
    expect(updateTransition(doc, { id: back ?? '', to: null })).toBe(false);
    expect(look().transitions.find(({ id }) => id === back)).toEqual({
      id: back,
      kind: 'skip',
      from: 'step2',
      to: 'step3',
      label: 'directly',
    });
    expect(deleteTransition(doc, { id: back ?? '' })).toBe(true);
    expect(look().transitions).toHaveLength(2);
  });
});

describe('touchpoints, departments and personas', () => {
  test('touchpoints are added, changed, moved and deleted', () => {
    const id = addTouchpoint(doc, { at: { before: 'touchpoint2' }, channel: 'web', name: 'Help\npages' }) ?? '';
    updateTouchpoint(doc, { id, channel: 'Kiosk' });
    expect(updateTouchpoint(doc, { id, channel: ' ' })).toBe(false);
    expect(look().steps[1]?.touchpoints.map(({ name, channel }) => [name, channel])).toEqual([
      ['Help pages', 'Kiosk'],
      ['', 'phone'],
    ]);
    moveTouchpoint(doc, { id, to: { stepId: 'step1', index: 0 } });
    deleteTouchpoint(doc, { id: 'touchpoint2' });
    expect(look().steps.map(({ touchpoints }) => touchpoints.length)).toEqual([2, 0, 0]);
  });

  test('departments get a name, a colour and parts in steps', () => {
    const id = addDepartment(doc, { name: 'IT' }) ?? '';
    renameDepartment(doc, { id, name: 'IT operations' });
    setDepartmentColour(doc, { id, colour: 'violet' });
    setStepDepartment(doc, { stepId: 'step3', departmentId: id, role: 'responsible' });
    setStepDepartment(doc, { stepId: 'step2', departmentId: 'department1', role: null });
    expect(look().steps.map(({ departments }) => departments.map(({ name, role }) => [name, role]))).toEqual([
      [['Billing', 'responsible']],
      [['Billing', 'involved']],
      [['IT operations', 'responsible']],
    ]);
    deleteDepartment(doc, { id });
    expect(look().steps[2]?.departments).toEqual([]);
  });

  test('personas come and go; the first is the main one', () => {
    const id = addPersona(doc, { name: 'Aylin' }) ?? '';
    movePersona(doc, { id, place: { index: 0 } });
    deletePersona(doc, { id: 'persona2' });
    expect(look().personas.map(({ name }) => name)).toEqual(['Aylin', 'Petra, 52']);
  });
});

describe('texts and the title block', () => {
  test('a whole text is replaced by the smallest edit, so that others’ typing in it stays', () => {
    const other = copyDocument(doc);
    setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'Opens the blue letter' });
    setText(other, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'Opens the letter slowly' });
    syncDocuments(doc, other);
    expect(textOf(doc, { type: 'card', id: 'card1', field: 'text' })?.toString()).toBe('Opens the blue letter slowly');
  });

  test('every text has an accessor', () => {
    const map = smallMap();
    const read = (reference: Parameters<typeof textOf>[1]): string | undefined => textOf(doc, reference)?.toString();
    expect(read({ type: 'meta', field: 'scenario' })).toBe(map.meta.scenario);
    expect(read({ type: 'persona', id: 'persona1', field: 'name' })).toBe('Petra, 52');
    expect(read({ type: 'step', id: 'step2', field: 'notes' })).toBe('Mondays are worst');
    expect(read({ type: 'lane', id: 'lane1', field: 'title' })).toBe('');
    expect(read({ type: 'transition', id: 'transition1', field: 'label' })).toBe('calls a second time');
    expect(read({ type: 'moment', id: 'step3', field: 'stays' })).toBe('');
    expect(read({ type: 'card', id: 'gone', field: 'text' })).toBeUndefined();
  });

  test('kind and day are checked', () => {
    expect(setMapKind(doc, { kind: 'future' })).toBe(true);
    expect(setAsOf(doc, { asOf: '2026-02-30' })).toBe(false);
    expect(setAsOf(doc, { asOf: '2028-02-29' })).toBe(true);
    expect(look().meta).toMatchObject({ kind: 'future', asOf: '2028-02-29' });
    expect(setAsOf(doc, { asOf: '' })).toBe(true);
  });
});

test('an operation on what is not there writes nothing and does not throw', () => {
  const gone = 'gone';
  deleteStep(doc, { id: 'step3' });
  updates = 0;
  const results = [
    addStage(doc, { place: { after: gone } }),
    renameStage(doc, { id: gone, title: 'x' }),
    moveStage(doc, { id: gone, place: { index: 0 } }),
    deleteStage(doc, { id: gone }),
    addStep(doc, { at: { stageId: gone } }),
    addStep(doc, { at: { after: 'step3' } }),
    moveStep(doc, { id: 'step3', to: { stageId: 'stage1' } }),
    moveStep(doc, { id: 'step1', to: { stageId: 'unplaced' } }),
    deleteStep(doc, { id: 'step3' }),
    setStepDuration(doc, { id: 'step3', minutes: 1 }),
    addCard(doc, { at: { stepId: 'step3', laneId: 'lane1' } }),
    addCards(doc, { at: { stepId: 'step1', laneId: gone }, cards: [{ text: 'x' }] }),
    moveCards(doc, { ids: ['card1'], to: { stepId: 'step3', laneId: 'lane1' } }),
    moveCards(doc, { ids: [gone], to: { stepId: 'step1', laneId: 'lane1' } }),
    setEmotion(doc, { stepId: 'step3', personaId: 'persona1', value: 1 }),
    setEmotion(doc, { stepId: 'step1', personaId: gone, value: 1 }),
    markMoment(doc, { stepId: 'step3' }),
    addTransition(doc, { kind: 'onward', from: 'step1', to: 'step3' }),
    addTouchpoint(doc, { at: { stepId: 'step3' }, channel: 'phone' }),
    setStepDepartment(doc, { stepId: 'step1', departmentId: gone, role: 'involved' }),
    setText(doc, { reference: { type: 'card', id: gone, field: 'text' }, text: 'x' }),
    restoreRecord(doc, { collection: 'cards', id: 'card1' }),
  ];
  expect(results.filter((result) => result !== false && result !== null)).toEqual([]);
  expect(updates).toBe(0);
});

test('the origin of an operation can be chosen', () => {
  const origins: unknown[] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin));
  addStage(doc, { title: 'x' }, 'import');
  expect(origins).toEqual(['import']);
});
