import { describe, expect, it } from 'vitest';
import { answerLimitsSchema } from '@/lib/evidence/figures/answerLimits';
import { compareFigures } from '@/lib/evidence/figures/compareFigures';
import { intervalMethodOf, toFigure } from '@/lib/evidence/figures/figure';
import { countNpsGroups } from '@/lib/evidence/npsGroup';
import type { ScoreCounts } from '@/lib/evidence/scoreCounts';
import type { Reckoning } from '@/lib/evidence/scoreMethod';
import { countsFrom, ease, effort, nps, npsCounts, satisfied, scaleOf } from '../../builders/scores';

describe('a figure', () => {
  it('says with its score how it was asked and reckoned, of how many answers, and what they were', () => {
    const figure = toFigure(countsFrom(1, 2, 0, 8, 20, 10), satisfied);
    expect(figure).toEqual({
      ...satisfied,
      n: 40,
      offScale: 0,
      distribution: [
        { score: 1, count: 2 },
        { score: 2, count: 0 },
        { score: 3, count: 8 },
        { score: 4, count: 20 },
        { score: 5, count: 10 },
      ],
      standing: 'firm',
      score: 75,
      interval: { lower: expect.closeTo(59.81, 2), upper: expect.closeTo(85.81, 2) },
    });
    expect([satisfied, nps, ease].map(intervalMethodOf)).toEqual(['wilson', 'adjustedWald', 'adjustedWald']);
  });

  it('counts no answer that is off the scale, and says so', () => {
    expect(toFigure(countsFrom(0, 4, 10, 0, 0, 0, 10, 3), satisfied)).toMatchObject({ n: 20, offScale: 7, score: 50 });
  });

  it('of no answers has no score', () => {
    expect(toFigure(new Map(), nps, { score: 0, firm: 0 })).toMatchObject({ n: 0, standing: 'tooFew' });
  });

  it('turns a scale round for the sum of the maximum where low is good', () => {
    const reckoning: Reckoning = { scale: { ...satisfied.scale, direction: 'lowIsGood' }, method: { kind: 'ofMaximum' } };
    expect(toFigure(countsFrom(1, 10), reckoning)).toMatchObject({ score: 100 });
    expect(toFigure(countsFrom(5, 10), reckoning)).toMatchObject({ score: 20 });
  });

  it('never leaves its bounds by rounding, when very many say the worst', () => {
    // Found by the property test (seed 1866604929): 26,497 times 57.14… % added up to less than that.
    const figure = toFigure(countsFrom(4, 26_497, 0, 0, 0), { scale: scaleOf('csat', 4, 7), method: { kind: 'ofMaximum' } });
    expect(figure).toMatchObject({ score: (100 * 4) / 7, interval: { lower: (100 * 4) / 7 } });
  });

  it('of an NPS is drawn by its groups', () => {
    expect(countNpsGroups(npsCounts(50, 20, 100))).toEqual({ promoter: 50, passive: 30, detractor: 20 });
  });

  it('knows limits that are in order only', () => {
    expect(answerLimitsSchema.safeParse({ score: 10, firm: 30 }).success).toBe(true);
    expect(answerLimitsSchema.safeParse({ score: 30, firm: 10 }).success).toBe(false);
    expect(answerLimitsSchema.safeParse({ score: 0, firm: 10 }).success).toBe(false);
  });
});

describe('a change', () => {
  const compared = (before: ScoreCounts, after: ScoreCounts, reckoning: Reckoning) =>
    compareFigures(toFigure(before, reckoning), toFigure(after, reckoning));

  it('is called so only when the interval of the difference excludes 0; otherwise it is within noise', () => {
    expect(compared(npsCounts(50, 20, 100), npsCounts(70, 10, 100), nps)).toMatchObject({ verdict: 'better', difference: 30 });
    expect(compared(npsCounts(70, 10, 100), npsCounts(50, 20, 100), nps)).toMatchObject({ verdict: 'worse', difference: -30 });
    expect(compared(npsCounts(50, 20, 100), npsCounts(58, 18, 100), nps)).toMatchObject({
      verdict: 'withinNoise',
      difference: 10,
      interval: { lower: expect.closeTo(-11.56, 2), upper: expect.closeTo(31.56, 2) },
    });
  });

  it('of shares goes by Newcombe’s interval', () => {
    expect(compared(countsFrom(3, 32, 48), countsFrom(3, 14, 56), satisfied)).toMatchObject({
      verdict: 'better',
      interval: { lower: expect.closeTo(5.24, 2), upper: expect.closeTo(33.39, 2) },
    });
  });

  it('of a mean goes by the direction of its scale', () => {
    const [low, high] = [countsFrom(1, 30, 20), countsFrom(1, 0, 10, 20, 20)];
    expect(compared(low, high, effort)).toMatchObject({ verdict: 'worse', difference: expect.closeTo(1.8, 5) });
    expect(compared(low, high, ease)).toMatchObject({ verdict: 'better' });
    expect(compared(low, low, ease)).toMatchObject({ verdict: 'withinNoise', difference: 0 });
  });

  it('of an NPS lies within ±200', () => {
    expect(compared(npsCounts(0, 9, 10), npsCounts(10, 0, 10), nps)).toMatchObject({ interval: { upper: 200 } });
  });

  it('is not spoken of when there are too few answers, or when it was asked or reckoned otherwise', () => {
    expect(compared(npsCounts(9, 0, 9), npsCounts(0, 90, 100), nps)).toEqual({ verdict: 'tooFew' });
    const figure = toFigure(countsFrom(1, 0, 0, 0, 40), satisfied);
    const others: Reckoning[] = [
      { ...satisfied, method: { kind: 'share', from: 5 } },
      { ...satisfied, method: { kind: 'mean' } },
      { ...satisfied, scale: { ...satisfied.scale, direction: 'lowIsGood' } },
      { ...satisfied, scale: { ...satisfied.scale, max: 7 } },
    ];
    for (const other of others) {
      expect(compareFigures(figure, toFigure(countsFrom(1, 0, 0, 0, 40), other))).toEqual({ verdict: 'incomparable' });
    }
  });
});
