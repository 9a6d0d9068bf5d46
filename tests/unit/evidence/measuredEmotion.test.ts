import { describe, expect, it } from 'vitest';
import { listEmotionGaps } from '@/lib/evidence/emotionGaps';
import { toFigure } from '@/lib/evidence/figures/figure';
import { levelByEvidence } from '@/lib/evidence/levelByEvidence';
import { emotionOf, type MeasuredEmotion, measureEmotion } from '@/lib/evidence/measuredEmotion';
import { countsFrom, ease, effort, nps, npsCounts, satisfied } from '../../builders/scores';

describe('measured emotion', () => {
  it('lies evenly between the worst answer (−2) and the best one (+2)', () => {
    expect([1, 4, 7].map((score) => emotionOf(ease.scale, score))).toEqual([-2, 0, 2]);
    expect([1, 3, 5].map((score) => emotionOf(effort.scale, score))).toEqual([2, 0, -2]);
    expect([0, 6, 7, 8, 9, 10].map((score) => emotionOf(nps.scale, score))).toEqual([-2, -2, 0, 0, 2, 2]);
  });

  it('of an NPS is the score divided by 50', () => {
    const parts = [{ scale: nps.scale, counts: npsCounts(50, 20, 100) }];
    expect(measureEmotion(parts)).toMatchObject({
      n: 100,
      standing: 'firm',
      score: 0.6,
      interval: { lower: expect.closeTo(14.05 / 50, 3), upper: expect.closeTo(44.2 / 50, 3) },
    });
  });

  it('of several scales counts each answer once', () => {
    const emotion = measureEmotion([
      { scale: satisfied.scale, counts: countsFrom(5, 30) },
      { scale: effort.scale, counts: countsFrom(5, 10) },
    ]);
    expect(emotion).toMatchObject({ n: 40, score: 1 });
  });

  it('of too few answers is not told', () => {
    expect(measureEmotion([{ scale: satisfied.scale, counts: countsFrom(5, 9) }])).toEqual({ n: 9, standing: 'tooFew' });
    expect(measureEmotion([])).toEqual({ n: 0, standing: 'tooFew' });
    expect(measureEmotion([{ scale: satisfied.scale, counts: countsFrom(5, 9) }], { score: 5, firm: 9 })).toMatchObject({
      standing: 'firm',
      score: 2,
    });
  });
});

describe('the gaps between both curves', () => {
  const customers = (score: number, lower: number, upper: number): MeasuredEmotion => ({
    n: 40,
    standing: 'firm',
    score,
    interval: { lower, upper },
  });

  it('are listed largest first, and say which are no chance', () => {
    const gaps = listEmotionGaps([
      { stepId: 'equal', team: 1, customers: customers(1, 0.5, 1.5) },
      { stepId: 'chance', team: 0.5, customers: customers(0, -1, 1) },
      { stepId: 'worse', team: 1.5, customers: customers(-1, -1.4, -0.5) },
      { stepId: 'also', team: -0.5, customers: customers(0, -0.2, 0.3) },
      { stepId: 'few', team: 2, customers: { n: 3, standing: 'tooFew' } },
      { stepId: 'unknown', team: 2, customers: null },
      { stepId: 'notDrawn', team: null, customers: customers(2, 1.8, 2) },
    ]);
    expect(gaps).toEqual([
      { stepId: 'worse', team: 1.5, customers: -1, gap: -2.5, isClear: true },
      { stepId: 'chance', team: 0.5, customers: 0, gap: -0.5, isClear: false },
      { stepId: 'also', team: -0.5, customers: 0, gap: 0.5, isClear: true },
      { stepId: 'equal', team: 1, customers: 1, gap: 0, isClear: false },
    ]);
  });
});

describe('a step’s level by its evidence', () => {
  const figure = (n: number) => toFigure(countsFrom(4, n), satisfied);
  const emptyNps = toFigure(new Map(), nps);

  it('rises to measured when a score rests on enough answers', () => {
    expect(levelByEvidence('assumed', [emptyNps, figure(12), figure(30)])).toEqual({
      own: 'assumed',
      level: 'measured',
      reason: { kind: 'measured', metric: 'csat', n: 30, needed: 30 },
    });
    expect(levelByEvidence('observed', [figure(30)]).level).toBe('measured');
  });

  it('stays while there are too few, and says how many it takes; answers to several questions are not added up', () => {
    expect(levelByEvidence('assumed', [figure(29), figure(20)])).toEqual({
      own: 'assumed',
      level: 'assumed',
      reason: { kind: 'fewAnswers', metric: 'csat', n: 29, needed: 30 },
    });
    expect(levelByEvidence('assumed', [figure(12)], { score: 5, firm: 12 }).level).toBe('measured');
  });

  it('is never lowered by evidence', () => {
    expect(levelByEvidence('confirmed', [figure(30)])).toMatchObject({ level: 'confirmed', reason: { kind: 'measured' } });
    expect(levelByEvidence('measured', [])).toEqual({ own: 'measured', level: 'measured', reason: { kind: 'noScores' } });
    expect(levelByEvidence('observed', [emptyNps])).toMatchObject({ level: 'observed', reason: { kind: 'noScores' } });
  });
});
