import { expect, test } from 'vitest';
import { compareEvidence, withChangesSince } from '@/lib/evidence/compareEvidence';
import type { MapEvidence } from '@/lib/map/mapEvidence';
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
