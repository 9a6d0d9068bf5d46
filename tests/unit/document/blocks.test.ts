import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { duplicateLanes, duplicateStages, duplicateSteps } from '@/lib/document/operations/duplicateBlocks';
import { insertLanes, insertStages, insertSteps } from '@/lib/document/operations/insertBlock';
import { markMoment } from '@/lib/document/operations/moments';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { arrange, cellKey } from '@/lib/map/arrange';
import { blockSchema } from '@/lib/map/block';
import { MapDraft } from '@/lib/map/mapDraft';
import { takeLanes, takeStages, takeSteps } from '@/lib/map/takeBlock';
import { openDocument } from '@/tests/builders/document';
import { largeMap, smallMap } from '@/tests/builders/map';

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

describe('duplicating', () => {
  test('a step comes with everything on it but ways, its evidence as well', () => {
    doc.getMap('links').set('a', new Y.Map(Object.entries({ target: { type: 'step', id: 'step2' }, sourceId: 'source' })));
    const [id = ''] = duplicateSteps(doc, { ids: ['step2'] });
    const { steps, transitions } = look();
    expect(steps.map((step) => step.id)).toEqual(['step1', 'step2', id, 'step3']);
    const [, original, copy] = steps;
    const { moment, touchpoints, ...rest } = original ?? {};
    expect(copy).toMatchObject({ ...rest, id, number: 3, pos: { stageId: 'stage2' } });
    expect(copy?.moment).toMatchObject({ ...moment, stepId: id });
    expect(copy?.touchpoints.map(({ channel }) => channel)).toEqual(touchpoints?.map(({ channel }) => channel));
    expect(texts(id, 'lane1')).toEqual(texts('step2', 'lane1'));
    expect(look().cells.get(cellKey(id, 'lane1'))?.[0]).toMatchObject({
      kind: 'painPoint',
      colour: 'rose',
      evidenceLevel: 'measured',
    });
    expect(transitions).toHaveLength(2);
    expect(read().links.map(({ target, sourceId }) => [target, sourceId])).toEqual(
      expect.arrayContaining([
        [{ type: 'step', id: 'step2' }, 'source'],
        [{ type: 'step', id }, 'source'],
      ]),
    );
    expect(read().links).toHaveLength(2);
  });

  test('several steps come together behind the last one of their stage', () => {
    const copies = duplicateSteps(doc, { ids: ['step3', 'step1', 'step2'] });
    expect(look().stages.map(({ steps }) => steps.map(({ title }) => title))).toEqual([
      ['Sees the bill', 'Sees the bill'],
      ['Calls', 'Tells it again', 'Calls', 'Tells it again'],
    ]);
    expect(copies).toHaveLength(3);
  });

  test('stages come with their steps, lanes with their cards, folded ones too', () => {
    (doc.getMap('lanes').get('lane1') as Y.Map<unknown>).set('folded', true);
    const [stage] = duplicateStages(doc, { ids: ['stage2'] });
    expect(look().stages.map(({ id, title, steps }) => [id, title, steps.length])).toEqual([
      ['stage1', 'Before', 1],
      ['stage2', 'Contact', 2],
      [stage, 'Contact', 2],
    ]);
    expect(texts(look().stages[2]?.steps[0]?.id ?? '', 'lane1')).toEqual(['Dials the number', 'Puts the phone on speaker']);
    const [lane = ''] = duplicateLanes(doc, { ids: ['lane1'] });
    expect(look().lanes.map(({ id, kind, folded }) => [id, kind, folded])).toEqual([
      ['lane1', 'doing', true],
      [lane, 'doing', true],
      ['lane2', 'thinking', undefined],
    ]);
    expect(texts('step2', lane)).toEqual(texts('step2', 'lane1'));
  });

  test('is one step of undo, the mark of a moment included', () => {
    const undo = createUndo(doc);
    const before = look();
    const copies = duplicateStages(doc, { ids: ['stage1', 'stage2'] });
    expect(copies).toHaveLength(2);
    undo.undo();
    expect(look()).toEqual(before);
    expect(read().moments.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(1);
    undo.redo();
    const copy = look().steps.findLast(({ title }) => title === 'Calls');
    expect(copy?.moment?.leaves).toBe('Thrown out of the queue');
    undo.undo();
    expect(markMoment(doc, { stepId: copy?.id ?? '' })).toBe(false);
  });

  test('nothing comes of nothing, nor of more than goes at once', () => {
    expect(duplicateSteps(doc, { ids: ['nosuch'] })).toEqual([]);
    expect(duplicateStages(doc, { ids: ['unplaced'] })).toEqual([]);
    expect(duplicateLanes(doc, { ids: [] })).toEqual([]);
    const large = openDocument(largeMap({ steps: 60, lanes: 12, cardsPerCell: 8 }));
    expect(duplicateSteps(large, { ids: look(large).steps.map(({ id }) => id) })).toEqual([]);
  });
});

/** A map in another language in which two personas, two departments and two lanes go by one name. */
function twins() {
  const draft = new MapDraft({ title: 'Another map' });
  const personas = [draft.addPersona('Petra'), draft.addPersona('Petra')];
  const departments = [draft.addDepartment('Billing'), draft.addDepartment('Billing')];
  const lanes = [
    draft.addLane('custom', { title: 'Ideas' }),
    draft.addLane('custom', { title: 'Ideas' }),
    draft.addLane('doing'),
  ];
  const stage = draft.addStage('Contact');
  const step = draft.addStep(stage, 'Calls');
  for (const [index, lane] of lanes.entries()) draft.addCard(step, lane, `card ${index}`);
  for (const [index, persona] of personas.entries()) draft.setEmotion(step, persona, index - 1);
  draft.setDepartment(step, departments[0] ?? '', 'responsible');
  draft.setDepartment(step, departments[1] ?? '', 'involved');
  return draft.toMap();
}

describe('into another map', () => {
  test('names that occur twice stay two, what is there is found, and what is missing is made', () => {
    const block = takeSteps(twins(), ['step1']);
    const target = new MapDraft();
    target.addPersona('Petra');
    const ideas = target.addLane('custom', { title: 'Ideas' });
    const stage = target.addStage('First');
    const other = openDocument(target.toMap());
    if (block?.kind !== 'steps') throw new Error('no steps');
    const [id = ''] =
      insertSteps(other, { block: blockSchema.parse(block) as typeof block, at: { stageId: stage }, sameMap: false }) ?? [];
    const { lanes, personas, departments, steps } = look(other);
    expect(lanes.map(({ kind, title }) => [kind, title])).toEqual([
      ['custom', 'Ideas'],
      ['custom', 'Ideas'],
      ['doing', ''],
    ]);
    expect(lanes[0]?.id).toBe(ideas);
    expect(lanes.map((lane) => texts(id, lane.id, other))).toEqual([['card 0'], ['card 1'], ['card 2']]);
    expect(personas.map(({ name }) => name)).toEqual(['Petra', 'Petra']);
    expect(personas.map((persona) => steps[0]?.emotions.get(persona.id))).toEqual([-1, 0]);
    expect(departments.map(({ name }) => name)).toEqual(['Billing', 'Billing']);
    expect(steps[0]?.departments.map(({ role }) => role)).toEqual(['responsible', 'involved']);
  });

  test('only the second of two twins makes no third', () => {
    const map = twins();
    const only = { ...map, cards: map.cards.filter(({ text }) => text === 'card 1') };
    const block = takeSteps(only, ['step1']);
    const other = openDocument(twins());
    if (block?.kind !== 'steps') throw new Error('no steps');
    const [id = ''] = insertSteps(other, { block, at: { after: 'step1' }, sameMap: false }) ?? [];
    expect(look(other).lanes).toHaveLength(3);
    expect(texts(id, 'lane2', other)).toEqual(['card 1']);
  });

  test('stages go to the end or behind another, in their order', () => {
    const block = takeStages(read(), ['stage2', 'stage1']);
    const other = openDocument(twins());
    if (block?.kind !== 'stages') throw new Error('no stages');
    insertStages(other, { block, sameMap: false });
    expect(look(other).stages.map(({ title }) => title)).toEqual(['Contact', 'Before', 'Contact']);
    insertStages(other, { block, place: { after: 'stage1' }, sameMap: false });
    expect(look(other).stages.map(({ title }) => title)).toEqual(['Contact', 'Before', 'Contact', 'Before', 'Contact']);
    expect(insertStages(other, { block, place: { after: 'nosuch' }, sameMap: false })).toBeNull();
  });

  test('cards of a lane find the steps of the same title, else of the same number, and are never lost', () => {
    const block = takeLanes(read(), ['lane1']);
    if (!block) throw new Error('no lane');
    const other = openDocument(twins());
    const [lane = ''] = insertLanes(other, { block, sameMap: false }) ?? [];
    expect(texts('step1', lane, other).toSorted()).toEqual(['Dials the number', 'Opens the letter', 'Puts the phone on speaker']);
    const empty = openDocument(new MapDraft().toMap());
    const [made = ''] = insertLanes(empty, { block, sameMap: false }) ?? [];
    expect(look(empty).steps.map(({ title }) => title)).toEqual(['Sees the bill', 'Calls']);
    expect(look(empty).steps.map(({ id }) => texts(id, made, empty).length)).toEqual([1, 2]);
  });
});
