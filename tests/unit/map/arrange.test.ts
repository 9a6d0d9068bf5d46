import { describe, expect, test } from 'vitest';
import { arrange, cellKey, unplacedStageId } from '@/lib/map/arrange';
import { toEmotion } from '@/lib/map/emotion';
import { newId } from '@/lib/map/id';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import { compareOrder } from '@/lib/map/order';

function twoStages(): JourneyMap {
  return {
    ...emptyMap(),
    stages: [
      { id: 'late', order: 'a1', title: 'Late' },
      { id: 'early', order: 'a0', title: 'Early' },
    ],
    steps: [
      { id: 's3', pos: { stageId: 'late', order: 'a0' }, title: '', evidenceLevel: 'assumed', notes: '' },
      { id: 's2', pos: { stageId: 'early', order: 'a1' }, title: '', evidenceLevel: 'assumed', notes: '' },
      { id: 's1', pos: { stageId: 'early', order: 'a0' }, title: '', evidenceLevel: 'assumed', notes: '' },
    ],
    lanes: [{ id: 'doing', order: 'a0', kind: 'doing', title: '' }],
    cards: [
      { id: 'c2', pos: { stepId: 's1', laneId: 'doing', order: 'a1' }, kind: 'note', text: 'second' },
      { id: 'c1', pos: { stepId: 's1', laneId: 'doing', order: 'a0' }, kind: 'note', text: 'first' },
    ],
  };
}

describe('arrange', () => {
  test('numbers steps through all stages in order', () => {
    const map = arrange(twoStages());
    expect(map.stages.map((stage) => stage.id)).toEqual(['early', 'late']);
    expect(map.steps.map((step) => [step.id, step.number])).toEqual([
      ['s1', 1],
      ['s2', 2],
      ['s3', 3],
    ]);
  });

  test('a cell is the cards of a step and a lane, in order', () => {
    expect(
      arrange(twoStages())
        .cells.get(cellKey('s1', 'doing'))
        ?.map((card) => card.id),
    ).toEqual(['c1', 'c2']);
  });

  test('steps of a deleted stage are collected at the end, not lost', () => {
    const map = twoStages();
    const [late, early] = map.stages;
    const arranged = arrange({
      ...map,
      stages: [late, early].flatMap((stage) => (stage ? [{ ...stage, ...(stage.id === 'early' ? { deletedAt: 1 } : {}) }] : [])),
    });
    expect(arranged.stages.map((stage) => [stage.id, stage.unplaced])).toEqual([
      ['late', false],
      [unplacedStageId, true],
    ]);
    expect(arranged.steps.map((step) => step.id)).toEqual(['s3', 's1', 's2']);
  });

  test('cards of a deleted step or lane go to the tray, deleted cards do not', () => {
    const map = twoStages();
    const withoutLane = arrange({ ...map, lanes: map.lanes.map((lane) => ({ ...lane, deletedAt: 1 })) });
    expect(withoutLane.unplacedCards.map((card) => card.id)).toEqual(['c1', 'c2']);
    const withoutCards = arrange({ ...map, cards: map.cards.map((card) => ({ ...card, deletedAt: 1 })) });
    expect(withoutCards.unplacedCards).toEqual([]);
    expect(withoutCards.cells.size).toBe(0);
  });

  test('transitions are shown between visible steps only', () => {
    const transitions: JourneyMap['transitions'] = [
      { id: 't1', kind: 'back', from: 's3', to: 's1', label: '' },
      { id: 't2', kind: 'exit', from: 's2', to: null, label: '' },
      { id: 't3', kind: 'skip', from: 's1', to: 'gone', label: '' },
    ];
    expect(arrange({ ...twoStages(), transitions }).transitions.map((transition) => transition.id)).toEqual(['t1', 't2']);
  });

  test('departments stand at a step in the order of the map, deleted ones not at all', () => {
    const map = arrange({
      ...twoStages(),
      departments: [
        { id: 'it', order: 'a1', name: 'IT', colour: 'slate' },
        { id: 'web', order: 'a0', name: 'Web', colour: 'slate' },
        { id: 'old', order: 'a2', name: 'Old', colour: 'slate', deletedAt: 1 },
      ],
      stepDepartments: ['old', 'it', 'web'].map((departmentId) => ({ stepId: 's1', departmentId, role: 'involved' as const })),
    });
    expect(map.steps[0]?.departments.map((department) => department.id)).toEqual(['web', 'it']);
  });
});

describe('order', () => {
  test('compares by code unit and then by id', () => {
    const sorted = [
      { id: 'b', order: 'a0' },
      { id: 'a', order: 'a0' },
      { id: 'c', order: 'Zz' },
    ].sort(compareOrder);
    expect(sorted.map((item) => item.id)).toEqual(['c', 'a', 'b']);
  });
});

describe('ids and emotions', () => {
  test('ids are letters and digits and do not repeat', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newId()));
    expect(ids.size).toBe(10_000);
    expect([...ids].every((id) => /^[0-9A-Za-z]{14}$/.test(id))).toBe(true);
  });

  test.each([
    [-7, -2],
    [2.04, 2],
    [0.26, 0.3],
    [-0.04, 0],
    [Number.NaN, 0],
  ])('emotion %s becomes %s', (value, expected) => {
    expect(toEmotion(value)).toBe(expected);
  });
});
