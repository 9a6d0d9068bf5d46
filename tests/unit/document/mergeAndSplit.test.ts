import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createMapStore } from '@/lib/document/mapStore';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { setStepDepartment } from '@/lib/document/operations/departments';
import { setEmotion } from '@/lib/document/operations/emotions';
import { mergeStages } from '@/lib/document/operations/mergeStages';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { markMoment, setGate, unmarkMoment } from '@/lib/document/operations/moments';
import { restoreRecord } from '@/lib/document/operations/records';
import { splitStage, splitStep } from '@/lib/document/operations/split';
import { addStage } from '@/lib/document/operations/stages';
import { setStepDuration, setStepEvidenceLevel, setStepWaiting } from '@/lib/document/operations/stepFacts';
import { addStep, deleteStep, moveSteps } from '@/lib/document/operations/steps';
import { addTouchpoint, moveTouchpoint } from '@/lib/document/operations/touchpoints';
import { addTransition, updateTransition } from '@/lib/document/operations/transitions';
import { readMap } from '@/lib/document/readMap';
import { absorbBehind, setText, textOf } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import { arrange, cellKey } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { maxTextLength } from '@/lib/map/text';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

let doc: Y.Doc;
beforeEach(() => {
  doc = openDocument(smallMap());
});

const read = (of: Y.Doc = doc) => {
  const { map, issues } = readMap(of);
  expect(issues).toEqual([]);
  return map;
};
const look = (of: Y.Doc = doc) => arrange(read(of));
const texts = (stepId: string, laneId: string, of: Y.Doc = doc) =>
  (look(of).cells.get(cellKey(stepId, laneId)) ?? []).map(({ text }) => text);
const titles = () => look().steps.map(({ title }) => title);
const link = (id: string, type: string, target: string) =>
  doc.getMap('links').set(id, new Y.Map(Object.entries({ target: { type, id: target }, sourceId: 'source' })));

describe('steps become one', () => {
  test('the first on the map keeps its id and takes over everything of the others', () => {
    setStepWaiting(doc, { id: 'step3', minutes: 3 });
    setStepEvidenceLevel(doc, { id: 'step2', evidenceLevel: 'confirmed' });
    setEmotion(doc, { stepId: 'step3', personaId: 'persona1', value: 1 });
    setStepDepartment(doc, { stepId: 'step3', departmentId: 'department2', role: 'responsible' });
    addCard(doc, { at: { stepId: 'step3', laneId: 'lane1' }, text: 'Sighs' });
    addTouchpoint(doc, { at: { stepId: 'step3' }, channel: 'chat' });
    expect(mergeSteps(doc, { ids: ['step3', 'step2'] })).toBe('step2');
    const { steps } = look();
    expect(steps.map(({ id }) => id)).toEqual(['step1', 'step2']);
    expect(steps[1]).toMatchObject({
      ...{ title: 'Calls / Tells it again', notes: 'Mondays are worst', duration: 4, waiting: 15, evidenceLevel: 'assumed' },
      touchpoints: [{ channel: 'phone' }, { channel: 'chat' }],
    });
    expect(texts('step2', 'lane1')).toEqual(['Dials the number', 'Puts the phone on speaker', 'Sighs']);
    // Its own feelings count; a department is responsible when it was so anywhere.
    expect(steps[1]?.emotions).toEqual(new Map(Object.entries({ persona1: -1.5, persona2: 0 })));
    expect(steps[1]?.departments.map(({ id, role }) => [id, role])).toEqual([
      ['department1', 'responsible'],
      ['department2', 'responsible'],
    ]);
    expect(steps[1]?.moment?.leaves).toBe('Thrown out of the queue');
  });

  test('a feeling that is missing comes from the next one that has it', () => {
    setEmotion(doc, { stepId: 'step1', personaId: 'persona2', value: null });
    mergeSteps(doc, { ids: ['step1', 'step2', 'step3'] });
    expect(look().steps[0]?.emotions).toEqual(new Map(Object.entries({ persona1: -0.5, persona2: 0 })));
    setEmotion(doc, { stepId: 'step1', personaId: 'persona2', value: null });
    expect(look().steps[0]?.emotions.has('persona2')).toBe(false);
    setStepDepartment(doc, { stepId: 'step1', departmentId: 'department1', role: null });
    expect(look().steps[0]?.departments.map(({ id }) => id)).toEqual(['department2']);
  });

  test('ways lead to it; ways between them go, and their evidence stays with the step', () => {
    addTransition(doc, { kind: 'onward', from: 'step1', to: 'step2', label: 'most', share: 0.8 });
    addTransition(doc, { kind: 'onward', from: 'step1', to: 'step3', label: 'some' });
    const [back, exit] = ['transition1', 'transition2'];
    link('a', 'step', 'step3');
    link('b', 'moment', 'step2');
    link('c', 'transition', back ?? '');
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    const { transitions } = look();
    expect(transitions.map(({ kind, from, to, label, share }) => [kind, from, to, label, share]).sort()).toEqual([
      ['exit', 'step2', null, 'hangs up', 0.12],
      ['onward', 'step1', 'step2', 'most / some', 0.8],
    ]);
    expect(transitions.some(({ id }) => id === exit)).toBe(true);
    expect(read().links.map(({ target }) => target)).toEqual([
      { type: 'step', id: 'step2' },
      { type: 'moment', id: 'step2' },
      { type: 'step', id: 'step2' },
    ]);
  });

  test('it is one step of undo, and the map is as it was', () => {
    const undo = createUndo(doc);
    const before = look();
    mergeSteps(doc, { ids: ['step1', 'step2', 'step3'] });
    undo.undo();
    expect(look()).toEqual(before);
    undo.redo();
    expect(titles()).toEqual(['Sees the bill / Calls / Tells it again']);
  });

  test('equal titles are said once, and a moment keeps what others say of it', () => {
    markMoment(doc, { stepId: 'step3', stays: 'One who knows', leaves: 'Thrown out of the queue', gate: 'held' });
    setText(doc, { reference: { type: 'step', id: 'step3', field: 'title' }, text: 'Calls ' });
    setGate(doc, { stepId: 'step2', gate: 'unknown' });
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    expect(look().steps[1]).toMatchObject({
      title: 'Calls',
      moment: {
        ...{ stays: 'Someone answers within two minutes\nOne who knows', leaves: 'Thrown out of the queue', gate: 'held' },
      },
    });
    unmarkMoment(doc, { stepId: 'step2' });
    expect(look().steps[1]?.moment).toBeUndefined();
  });

  test('a text that would be too long is never cut: nothing is merged', () => {
    setText(doc, { reference: { type: 'step', id: 'step3', field: 'notes' }, text: 'x'.repeat(maxTextLength - 5) });
    const before = read();
    expect(mergeSteps(doc, { ids: ['step2', 'step3'] })).toBeNull();
    expect(mergeSteps(doc, { ids: ['step2'] })).toBeNull();
    expect(mergeSteps(doc, { ids: ['step2', 'nosuch'] })).toBeNull();
    expect(read()).toEqual(before);
  });

  test('one that was merged comes back alone', () => {
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    expect(restoreRecord(doc, { collection: 'steps', id: 'step3' })).toBe(true);
    expect(titles()).toEqual(['Sees the bill', 'Calls / Tells it again', 'Tells it again']);
    expect(read().steps.some((step) => 'mergedInto' in step)).toBe(false);
  });
});

describe('two people at once', () => {
  let other: Y.Doc;
  beforeEach(() => {
    other = copyDocument(doc);
  });
  const meet = () => {
    syncDocuments(doc, other);
    expect(toCanonicalJson(read(other))).toBe(toCanonicalJson(read()));
  };

  test('what is put into a merged step shows in the one that took it over, and can be worked on there', () => {
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    const card = addCard(other, { at: { stepId: 'step3', laneId: 'lane1' }, text: 'late' }) ?? '';
    const touchpoint = addTouchpoint(other, { at: { stepId: 'step3' }, channel: 'chat' }) ?? '';
    const way = addTransition(other, { kind: 'back', from: 'step3', to: 'step1' }) ?? '';
    const loop = addTransition(other, { kind: 'skip', from: 'step2', to: 'step3' });
    setEmotion(other, { stepId: 'step3', personaId: 'persona1', value: 2 });
    markMoment(other, { stepId: 'step3', stays: 'late words' });
    meet();
    expect(look().unplacedCards).toEqual([]);
    expect(texts('step2', 'lane1')).toContain('late');
    expect(
      look()
        .steps[1]?.touchpoints.map(({ channel }) => channel)
        .toSorted(),
    ).toEqual(['chat', 'phone']);
    expect(look().steps[1]?.moment?.stays).toBe('Someone answers within two minutes\nlate words');
    expect(look().transitions.find(({ id }) => id === way)).toMatchObject({ from: 'step2', to: 'step1' });
    expect(look().transitions.some(({ id }) => id === loop)).toBe(false);
    expect(updateTransition(doc, { id: way, kind: 'skip' })).toBe(true);
    expect(updateTransition(doc, { id: loop ?? '', label: 'nowhere' })).toBe(false);
    // Next to it, before it, and at the same place again.
    addCard(doc, { at: { after: card }, text: 'behind' });
    addCard(doc, { at: { before: card }, text: 'before' });
    const at = texts('step2', 'lane1').indexOf('late');
    expect(texts('step2', 'lane1').slice(at - 1, at + 2)).toEqual(['before', 'late', 'behind']);
    expect(moveTouchpoint(doc, { id: touchpoint, to: { stepId: 'step1' } })).toBe(true);
    unmarkMoment(doc, { stepId: 'step2' });
    expect(look().steps[1]?.moment).toBeUndefined();
    expect(withoutDeleted(read()).moments).toEqual([]);
  });

  test('a chain of mergings leads to its end', () => {
    mergeSteps(doc, { ids: ['step1', 'step2'] });
    addCard(other, { at: { stepId: 'step3', laneId: 'lane2' }, text: 'kept' });
    mergeSteps(other, { ids: ['step2', 'step3'] });
    meet();
    expect(titles()).toEqual(['Sees the bill / Calls / Tells it again']);
    expect(look().unplacedCards).toEqual([]);
    expect(texts('step1', 'lane2')).toContain('kept');
    expect(look().steps[0]?.touchpoints).toHaveLength(2);
  });

  test('a circle of mergings keeps one of them', () => {
    moveSteps(other, { ids: ['step3'], to: { before: 'step2' } });
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    mergeSteps(other, { ids: ['step3', 'step2'] });
    meet();
    const [, kept] = look().steps;
    expect(look().steps.map(({ id }) => id)).toEqual(['step1', 'step2']);
    expect(kept?.title).toContain('Calls');
    expect(kept?.title).toContain('Tells it again');
    expect(texts('step2', 'lane1')).toHaveLength(2);
    expect(addCard(doc, { at: { stepId: 'step2', laneId: 'lane1' }, text: 'third' })).not.toBeNull();
    expect(texts('step2', 'lane1')).toHaveLength(3);
    expect(addStep(doc, { at: { after: 'step2' }, title: 'next' })).not.toBeNull();
    // Going on from there: merged again, restored, and deleted.
    const again = copyDocument(doc);
    expect(mergeSteps(again, { ids: ['step1', 'step2'] })).toBe('step1');
    expect(look(again).unplacedCards).toEqual([]);
    expect(restoreRecord(doc, { collection: 'steps', id: 'step3' })).toBe(true);
    expect(look().steps.map(({ id }) => id)).toEqual(expect.arrayContaining(['step2', 'step3']));
    expect([...texts('step2', 'lane1'), ...texts('step3', 'lane1')]).toHaveLength(3);
    expect(look().unplacedCards).toEqual([]);
  });

  test('a circle that is deleted leaves nothing on the map that cannot be reached', () => {
    moveSteps(other, { ids: ['step3'], to: { before: 'step2' } });
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    mergeSteps(other, { ids: ['step3', 'step2'] });
    meet();
    expect(deleteStep(doc, { id: 'step2' })).toBe(true);
    expect(deleteStep(doc, { id: 'step2' })).toBe(false);
    expect(look().steps.map(({ id }) => id)).toEqual(['step1']);
    expect(restoreRecord(doc, { collection: 'steps', id: 'step2' })).toBe(true);
    expect(texts('step2', 'lane1')).toHaveLength(2);
  });

  test('words written in a merged step show behind those of the kept one, and are taken in when its text is opened', () => {
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    setText(other, { reference: { type: 'step', id: 'step3', field: 'title' }, text: 'Tells it a third time' });
    setText(other, { reference: { type: 'step', id: 'step3', field: 'notes' }, text: 'Ask IT' });
    meet();
    const title = 'Calls / Tells it again / Tells it a third time';
    expect(titles()[1]).toBe(title);
    expect(look().steps[1]?.notes).toBe('Mondays are worst\n\nAsk IT');
    const reference = { type: 'step', id: 'step2', field: 'title' } as const;
    expect(textOf(doc, reference)?.toString()).toBe('Calls / Tells it again');
    absorbBehind(doc, reference);
    expect(textOf(doc, reference)?.toString()).toBe(title);
    expect(titles()[1]).toBe(title);
    setText(doc, { reference, text: 'Calls' });
    meet();
    expect(titles()[1]).toBe('Calls');
  });

  test('a whole text is replaced with what came late in it', () => {
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    setText(other, { reference: { type: 'step', id: 'step3', field: 'title' }, text: 'late' });
    meet();
    setText(doc, { reference: { type: 'step', id: 'step2', field: 'title' }, text: 'all new' });
    expect(titles()[1]).toBe('all new');
  });

  test('what is shown elsewhere than it lies keeps its identity while other things change', () => {
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    const card = addCard(other, { at: { stepId: 'step3', laneId: 'lane1' }, text: 'late' });
    setEmotion(other, { stepId: 'step3', personaId: 'persona1', value: 1 });
    meet();
    const store = createMapStore(doc);
    const before = store.getSnapshot().map;
    setText(doc, { reference: { type: 'card', id: 'card1', field: 'text' }, text: 'changed' });
    const after = store.getSnapshot().map;
    const changed = after.cards.filter((record) => !before.cards.includes(record));
    expect(changed.map(({ id }) => id)).toEqual(['card1']);
    expect(after.cards.find(({ id }) => id === card)?.pos.stepId).toBe('step2');
    for (const collection of ['steps', 'emotions', 'stepDepartments', 'moments', 'touchpoints'] as const) {
      expect(after[collection], collection).toBe(before[collection]);
    }
    setEmotion(doc, { stepId: 'step1', personaId: 'persona2', value: 2 });
    const last = store.getSnapshot().map;
    expect(last.emotions.filter((emotion) => !after.emotions.includes(emotion))).toHaveLength(1);
    expect(last).toEqual(readMap(doc).map);
    store.destroy();
  });

  test('the same merging twice moves everything once', () => {
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    mergeSteps(other, { ids: ['step2', 'step3'] });
    meet();
    expect(look().steps).toHaveLength(2);
    expect(texts('step2', 'lane1')).toEqual(['Dials the number', 'Puts the phone on speaker']);
  });

  test('one’s undo of a deletion leaves the other’s merging', () => {
    const undo = createUndo(doc);
    deleteStep(doc, { id: 'step3' });
    mergeSteps(other, { ids: ['step2', 'step3'] });
    meet();
    undo.undo();
    meet();
    expect(look().steps.map(({ id }) => id)).toEqual(['step1', 'step2']);
    expect(look().unplacedCards).toEqual([]);
  });

  test('one’s undo takes back the merging and leaves what the other one did', () => {
    const undo = createUndo(doc);
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    addCard(other, { at: { stepId: 'step3', laneId: 'lane1' }, text: 'theirs' });
    deleteCards(other, { ids: ['card1'] });
    meet();
    undo.undo();
    meet();
    expect(titles()).toEqual(['Sees the bill', 'Calls', 'Tells it again']);
    expect(texts('step3', 'lane1')).toEqual(['theirs']);
    expect(texts('step1', 'lane1')).toEqual([]);
  });
});

describe('a hostile document', () => {
  test.each([
    ['itself', { step2: 'step2' }, ['step1', 'step2', 'step3']],
    ['nothing', { step2: 'nosuch' }, ['step1', 'step3']],
    ['a circle of three', { step1: 'step2', step2: 'step3', step3: 'step1' }, ['step1']],
  ])('merged into %s is read without an issue', (_, merged, ids) => {
    for (const [id, into] of Object.entries(merged)) {
      const step = doc.getMap('steps').get(id) as Y.Map<unknown>;
      step.set('mergedInto', into);
      step.set('deletedAt', 1);
    }
    expect(look().steps.map(({ id }) => id)).toEqual(ids);
    expect(readMap(openDocument(read())).map).toEqual(read());
  });

  test('what says where it went is gone, whether or not it says that it was deleted', () => {
    (doc.getMap('steps').get('step2') as Y.Map<unknown>).set('mergedInto', 'step1');
    expect(look().steps.map(({ id }) => id)).toEqual(['step1', 'step3']);
    expect(look().unplacedCards).toEqual([]);
    expect(readMap(openDocument(read())).map).toEqual(read());
    expect(addCard(doc, { at: { stepId: 'step2', laneId: 'lane1' } })).toBeNull();
  });
});

describe('a step is split', () => {
  test('the first part keeps the id and what is known; the new one gets what is named', () => {
    setStepDuration(doc, { id: 'step2', minutes: 7 });
    link('a', 'step', 'step2');
    const id = splitStep(doc, { id: 'step2', title: 'Waits', cardIds: ['card4', 'card1'], touchpointIds: ['touchpoint2'] }) ?? '';
    const { steps, transitions } = look();
    expect(steps.map((step) => step.id)).toEqual(['step1', 'step2', id, 'step3']);
    expect(texts('step2', 'lane1')).toEqual(['Dials the number']);
    expect(texts(id, 'lane1')).toEqual(['Puts the phone on speaker']);
    expect(steps[2]).toMatchObject({ title: 'Waits', notes: '', touchpoints: [{ id: 'touchpoint2' }], moment: undefined });
    expect(steps[2]).not.toHaveProperty('duration');
    expect(steps[2]?.emotions).toEqual(steps[1]?.emotions);
    expect(steps[2]?.departments).toEqual(steps[1]?.departments);
    expect(transitions.map(({ from, to }) => [from, to])).toEqual([
      ['step3', 'step2'],
      ['step2', null],
    ]);
    expect(read().links[0]?.target.id).toBe('step2');
    // A card of another step stays where it is.
    expect(texts('step1', 'lane1')).toHaveLength(1);
  });

  test('not without a stage', () => {
    expect(splitStep(doc, { id: 'nosuch' })).toBeNull();
    (doc.getMap('stages').get('stage2') as Y.Map<unknown>).set('deletedAt', 1);
    expect(splitStep(doc, { id: 'step2' })).toBeNull();
  });
});

describe('stages', () => {
  test('become one: the first keeps its id and gets the steps', () => {
    addStage(doc, { title: 'Between', place: { after: 'stage1' } });
    expect(mergeStages(doc, { ids: ['stage2', 'stage1'] })).toBe('stage1');
    expect(look().stages.map(({ title, steps }) => [title, steps.map(({ id }) => id)])).toEqual([
      ['Before / Contact', ['step1', 'step2', 'step3']],
      ['Between', []],
    ]);
    expect(mergeStages(doc, { ids: ['stage1'] })).toBeNull();
  });

  test('what is put into a merged stage shows in the other one', () => {
    const other = copyDocument(doc);
    mergeStages(doc, { ids: ['stage1', 'stage2'] });
    addStep(other, { at: { stageId: 'stage2' }, title: 'late' });
    setText(other, { reference: { type: 'stage', id: 'stage2', field: 'title' }, text: 'Contact by phone' });
    syncDocuments(doc, other);
    expect(look().stages).toHaveLength(1);
    expect(look().stages[0]?.title).toBe('Before / Contact / Contact by phone');
    expect(titles()).toContain('late');
    const late = look().steps.find(({ title }) => title === 'late')?.id ?? '';
    expect(addStep(doc, { at: { after: late }, title: 'after' })).not.toBeNull();
    expect(titles().indexOf('after')).toBe(titles().indexOf('late') + 1);
  });

  test('are split before a step', () => {
    const id = splitStage(doc, { stepId: 'step3', title: 'Again' });
    expect(look().stages.map((stage) => [stage.id, stage.title, stage.steps.map((step) => step.id)])).toEqual([
      ['stage1', 'Before', ['step1']],
      ['stage2', 'Contact', ['step2']],
      [id, 'Again', ['step3']],
    ]);
    expect(splitStage(doc, { stepId: 'step1' })).toBeNull();
    expect(splitStage(doc, { stepId: 'nosuch' })).toBeNull();
  });
});
