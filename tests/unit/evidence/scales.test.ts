import { describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/evidence/readAnswer';
import { isMethodFor, isMoreBetter, methodsOf, reckoningSchema, unitOf } from '@/lib/evidence/scoreMethod';
import { metrics, scoreScaleSchema, usualDirection, usualRanges } from '@/lib/evidence/scoreScale';
import { ease, effort, nps, satisfied, scaleOf } from '../../builders/scores';

describe('a scale', () => {
  it('has a lowest answer below its highest, and is that of NPS for NPS', () => {
    const isScale = (scale: object) => scoreScaleSchema.safeParse(scale).success;
    expect(isScale(satisfied.scale)).toBe(true);
    expect(isScale(scaleOf('csat', 0, 100))).toBe(true);
    expect(isScale(scaleOf('csat', 5, 5))).toBe(false);
    expect(isScale(scaleOf('csat', 1.5, 5))).toBe(false);
    expect(isScale(scaleOf('csat', -2, 2))).toBe(false);
    expect(isScale(scaleOf('nps', 1, 10))).toBe(false);
    expect(isScale(scaleOf('nps', 0, 10, 'lowIsGood'))).toBe(false);
  });

  it('has a direction by itself, unless both are in use', () => {
    expect(usualDirection('nps', { min: 0, max: 10 })).toBe('highIsGood');
    expect(usualDirection('csat', { min: 1, max: 5 })).toBe('highIsGood');
    expect(usualDirection('ces', { min: 1, max: 7 })).toBe('highIsGood');
    expect(usualDirection('ces', { min: 1, max: 5 })).toBeNull();
    // School grades.
    expect(usualDirection('csat', { min: 1, max: 6 })).toBeNull();
  });

  it('can be any of the usual ones', () => {
    for (const metric of metrics) {
      for (const { min, max } of usualRanges[metric]) {
        expect(scoreScaleSchema.safeParse(scaleOf(metric, min, max)).success).toBe(true);
      }
    }
  });
});

describe('an answer', () => {
  it('lies on its scale, is blank, or is rejected; it is never moved', () => {
    const { scale } = nps;
    expect(readAnswer(scale, 0)).toEqual({ kind: 'answer', score: 0 });
    expect(readAnswer(scale, 10)).toEqual({ kind: 'answer', score: 10 });
    expect(readAnswer(scale, -0)).toEqual({ kind: 'answer', score: 0 });
    expect(readAnswer(scale, null)).toEqual({ kind: 'blank' });
    expect(readAnswer(scale, 11)).toEqual({ kind: 'rejected', reason: 'offScale', value: 11 });
    expect(readAnswer(scale, -1)).toEqual({ kind: 'rejected', reason: 'offScale', value: -1 });
    expect(readAnswer(scale, 8.5)).toEqual({ kind: 'rejected', reason: 'notWhole', value: 8.5 });
    expect(readAnswer(scale, Number.NaN)).toMatchObject({ kind: 'rejected', reason: 'notANumber' });
    expect(readAnswer(scale, Number.POSITIVE_INFINITY)).toMatchObject({ reason: 'notANumber' });
  });
});

describe('the methods of a scale', () => {
  it('begin with the usual one', () => {
    expect(methodsOf(nps.scale)).toEqual([{ kind: 'nps' }]);
    expect(methodsOf(satisfied.scale)).toEqual([{ kind: 'share', from: 4 }, { kind: 'mean' }, { kind: 'ofMaximum' }]);
    expect(methodsOf(ease.scale)).toEqual([{ kind: 'mean' }, { kind: 'share', from: 5 }]);
    expect(methodsOf(effort.scale)).toEqual([{ kind: 'mean' }, { kind: 'share', from: 2 }]);
    expect(methodsOf(scaleOf('ces', 1, 5))).toEqual([{ kind: 'share', from: 4 }, { kind: 'mean' }]);
  });

  it('count two boxes as good on short scales, and the upper fifth on long ones', () => {
    const from = (min: number, max: number, direction?: 'lowIsGood') => {
      const [method] = methodsOf(scaleOf('csat', min, max, direction));
      return method.kind === 'share' ? method.from : null;
    };
    expect([from(1, 5), from(1, 7), from(0, 10), from(1, 10), from(0, 100)]).toEqual([4, 6, 8, 8, 80]);
    expect([from(1, 5, 'lowIsGood'), from(1, 6, 'lowIsGood'), from(0, 10, 'lowIsGood')]).toEqual([2, 2, 2]);
    expect([from(1, 2), from(1, 2, 'lowIsGood')]).toEqual([2, 1]);
  });

  it('are those only that make sense of it', () => {
    expect(isMethodFor(nps.scale, { kind: 'mean' })).toBe(false);
    expect(isMethodFor(ease.scale, { kind: 'ofMaximum' })).toBe(false);
    expect(isMethodFor(satisfied.scale, { kind: 'share', from: 5 })).toBe(true);
    // All answers, or none.
    expect(isMethodFor(satisfied.scale, { kind: 'share', from: 1 })).toBe(false);
    expect(isMethodFor(satisfied.scale, { kind: 'share', from: 6 })).toBe(false);
    expect(isMethodFor(effort.scale, { kind: 'share', from: 5 })).toBe(false);
    expect(reckoningSchema.safeParse(satisfied).success).toBe(true);
    expect(reckoningSchema.safeParse({ ...satisfied, method: { kind: 'nps' } }).success).toBe(false);
  });

  it('say what they are told in, and which way is better', () => {
    expect([nps, satisfied, ease].map(({ method }) => unitOf(method))).toEqual(['points', 'percent', 'scale']);
    expect([nps, satisfied, ease, effort].map(isMoreBetter)).toEqual([true, true, true, false]);
    expect(isMoreBetter({ scale: effort.scale, method: { kind: 'share', from: 2 } })).toBe(true);
  });
});
