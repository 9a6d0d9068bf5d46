import { expect, test } from 'vitest';
import { compareEvidence, withChangesSince } from '@/lib/evidence/compareEvidence';
import { stepsLinkedOtherwise } from '@/lib/evidence/linkedOtherwise';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import { smallMap } from '@/tests/builders/map';
import { stepEvidence, stepFigure } from '@/tests/builders/mapEvidence';
import { ease, nps, satisfied } from '@/tests/builders/scores';

const before: MapEvidence = new Map([
  ['step1', stepEvidence([stepFigure(satisfied, [60, 50, 40, 30, 20]), stepFigure(nps, [10, 0, 0, 0, 0, 0, 0, 5, 5, 10, 20])])],
  ['step2', stepEvidence([stepFigure(ease, [10, 10, 10, 10, 10, 10, 10])])],
]);
const after: MapEvidence = new Map([
  ['step1', stepEvidence([stepFigure(satisfied, [20, 30, 40, 70, 90], [1, 1, 1, 1, 1])])],
  ['step2', stepEvidence([stepFigure(ease, [10, 10, 11, 10, 10, 10, 10])])],
  ['step3', stepEvidence([stepFigure(satisfied, [1, 0, 0, 0, 0])])],
]);

test('scores of two states are matched by what they measure; what may be chance is within noise', () => {
  const compared = compareEvidence(before, after, ['step1', 'step2', 'step3', 'step4']);
  expect(compared.map(({ stepId, change }) => [stepId, change?.verdict ?? null])).toEqual([
    ['step1', 'better'],
    ['step1', null],
    ['step2', 'withinNoise'],
    ['step3', null],
  ]);
  expect(compared.map((one) => [one.before?.scale.metric ?? null, one.after?.scale.metric ?? null])).toEqual([
    ['csat', 'csat'],
    ['nps', null],
    ['ces', 'ces'],
    [null, 'csat'],
  ]);
});

test('on the map a score says what became of it since the other state, not since the period before', () => {
  const shown = withChangesSince(after, compareEvidence(before, after, ['step1', 'step2', 'step3']));
  expect(shown?.get('step1')?.figures[0]?.change?.verdict).toBe('better');
  expect(shown?.get('step3')?.figures[0]?.change).toBeNull();
  expect(withChangesSince(null, [])).toBeNull();
  expect(compareEvidence(null, null, ['step1'])).toEqual([]);
});

test('scores of steps to which other evidence is linked in the one state than in the other say so, in the list and on the map', () => {
  const compared = compareEvidence(before, after, ['step1', 'step2', 'step3'], new Set(['step1', 'step3']));
  expect(compared.map(({ stepId, otherLinks }) => [stepId, otherLinks])).toEqual([
    ['step1', true],
    // What only one of them has is compared with nothing.
    ['step1', false],
    ['step2', false],
    ['step3', false],
  ]);
  const shown = withChangesSince(after, compared);
  expect(shown?.get('step1')?.figures[0]?.otherLinks).toBe(true);
  expect(shown?.get('step2')?.figures[0]?.otherLinks).toBe(false);
});

test('the order of links is no difference; another part, one more, and one that was taken off are', () => {
  const map = smallMap();
  const [one, other, third] = map.steps.map(({ id }) => ({ type: 'step' as const, id }));
  if (!one || !other || !third) throw new Error('The map has too few steps.');
  const link = (id: string, target: typeof one, touchpoint?: string) => ({
    ...{ id, target, sourceId: 'survey', ...(touchpoint === undefined ? {} : { filter: { touchpoint } }) },
  });
  const earlier = { ...map, links: [link('a', one), link('b', one, 'Shop'), link('c', other, 'Shop')] };
  const later = {
    ...map,
    links: [link('x', one, 'Shop'), link('y', one), link('c', other, 'Hotline'), { ...link('d', third), deletedAt: 1 }],
  };
  expect(stepsLinkedOtherwise(earlier, later)).toEqual(new Set([other.id]));
  expect(stepsLinkedOtherwise(earlier, { ...map, links: [] })).toEqual(new Set([one.id, other.id]));
});
