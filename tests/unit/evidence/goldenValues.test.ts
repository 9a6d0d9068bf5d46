import { describe, expect, it } from 'vitest';
import { toFigure } from '@/lib/evidence/figures/figure';
import { neededAnswers } from '@/lib/evidence/figures/neededAnswers';
import { emotionOf } from '@/lib/evidence/measuredEmotion';
import { opportunityBand, opportunityScore } from '@/lib/evidence/opportunity';
import type { ScoreCounts } from '@/lib/evidence/scoreCounts';
import type { Reckoning } from '@/lib/evidence/scoreMethod';
import { toEmotion } from '@/lib/map/emotion';
import { toScore } from '@/lib/map/mermaid/mermaidScore';
import { countsFrom, ease, effort, nps, npsCounts, satisfied, scaleOf } from '../../builders/scores';

/** A score and its interval, to so many decimals. */
function told(counts: ScoreCounts, reckoning: Reckoning, decimals = 2): [score: number, lower: number, upper: number] | null {
  const figure = toFigure(counts, reckoning);
  if (figure.standing === 'tooFew') return null;
  const { score, interval } = figure;
  const shown = (value: number) => Number(value.toFixed(decimals));
  return [shown(score), shown(interval.lower), shown(interval.upper)];
}

const with10 = (answer: number): ScoreCounts => new Map([[answer, 10]]);
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('NPS', () => {
  it('(50, 20, 100) → NPS 30, interval [14.05, 44.20]', () => {
    expect(told(npsCounts(50, 20, 100), nps)).toEqual([30, 14.05, 44.2]);
  });

  it('(15, 6, 30) → NPS 30, interval [0.68, 53.86]', () => {
    expect(told(npsCounts(15, 6, 30), nps)).toEqual([30, 0.68, 53.86]);
  });

  it('(10, 0, 10) → NPS 100, interval [47.5, 100] (clamped)', () => {
    expect(told(npsCounts(10, 0, 10), nps, 1)).toEqual([100, 47.5, 100]);
  });

  it('promoters 9–10, passives 7–8, detractors 0–6', () => {
    const scores = range(0, 10).map((answer) => told(with10(answer), nps)?.[0]);
    expect(scores).toEqual([-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100]);
  });
});

describe('CSAT', () => {
  const answers = countsFrom(1, 14, 9, 10, 32, 42);

  it('top-2 box of 1–5, counts for 5, 4, 3, 2, 1 = 42, 32, 10, 9, 14: 74/107 = 69.16 %, with Wilson’s interval', () => {
    expect(told(answers, satisfied)).toEqual([69.16, 59.87, 77.12]);
  });

  it('top-2 box: 4–5 on 1–5, 6–7 on 1–7; 8–10 on 0–10 by choice', () => {
    const good = (min: number, max: number, from: number) =>
      range(min, max).filter(
        (answer) => told(with10(answer), { scale: scaleOf('csat', min, max), method: { kind: 'share', from } })?.[0] === 100,
      );
    expect(good(1, 5, 4)).toEqual([4, 5]);
    expect(good(1, 7, 6)).toEqual([6, 7]);
    expect(good(0, 10, 8)).toEqual([8, 9, 10]);
    expect(good(0, 10, 9)).toEqual([9, 10]);
  });

  it('variants in use: mean, sum/maximum', () => {
    const { scale } = satisfied;
    expect(told(answers, { scale, method: { kind: 'mean' } })?.[0]).toBe(3.74);
    // 400 of 535
    expect(told(answers, { scale, method: { kind: 'ofMaximum' } })?.[0]).toBe(74.77);
  });
});

describe('CES', () => {
  it('2.0, 1–7, 7 is good: the mean, or the share of 5–7', () => {
    const answers = countsFrom(1, 1, 1, 2, 4, 6, 10, 16);
    expect(told(answers, ease, 3)?.[0]).toBe(5.675);
    expect(told(answers, { scale: ease.scale, method: { kind: 'share', from: 5 } })?.[0]).toBe(80);
  });

  it('1.0, 1–5, 1 is good; agreement on 1–5 has the opposite direction on the same numbers', () => {
    const answers = countsFrom(1, 20, 10, 5, 3, 2);
    expect(told(answers, effort)?.[0]).toBe(1.93);
    const shareOn = (direction: 'highIsGood' | 'lowIsGood', from: number) =>
      told(answers, { scale: scaleOf('ces', 1, 5, direction), method: { kind: 'share', from } })?.[0];
    expect(shareOn('lowIsGood', 2)).toBe(75);
    expect(shareOn('highIsGood', 4)).toBe(12.5);
  });
});

describe('fewer than 10 answers', () => {
  it('are too few to score; 10–29 are tentative', () => {
    const standing = (n: number) => toFigure(new Map([[9, n]]), nps).standing;
    expect([0, 7, 9, 10, 29, 30].map(standing)).toEqual(['tooFew', 'tooFew', 'tooFew', 'tentative', 'tentative', 'firm']);
    expect(toFigure(new Map([[9, 7]]), nps)).toMatchObject({ n: 7 });
    expect(toFigure(new Map([[9, 7]]), nps)).not.toHaveProperty('score');
  });

  it('are so by limits that are settings', () => {
    const standing = (n: number) => toFigure(new Map([[9, n]]), nps, { score: 5, firm: 20 }).standing;
    expect([4, 5, 19, 20].map(standing)).toEqual(['tooFew', 'tentative', 'tentative', 'firm']);
  });
});

describe('needed sample (per group, NPS, 95 %)', () => {
  it('±10 → 382 at the worst variance; ±20 → 94', () => {
    expect([neededAnswers(10), neededAnswers(20)]).toEqual([382, 94]);
  });

  it('is smaller where the variance is known to be', () => {
    expect(neededAnswers(10, 0.5)).toBe(190);
    expect(neededAnswers(100, 0)).toBe(0);
  });
});

describe('opportunity score', () => {
  it('importance + max(importance − satisfaction, 0)', () => {
    expect(opportunityScore({ importance: 9, satisfaction: 3 })).toBe(15);
    expect(opportunityScore({ importance: 6, satisfaction: 8 })).toBe(6);
    expect(opportunityScore({ importance: 10, satisfaction: 0 })).toBe(20);
  });

  it('> 15 extreme, 12–15 strong, 10–12 worth considering, < 10 weak', () => {
    expect([15.1, 15, 12, 11.9, 10, 9.9].map(opportunityBand)).toEqual([
      'extreme',
      'strong',
      'strong',
      'worthConsidering',
      'worthConsidering',
      'weak',
    ]);
  });
});

describe('emotion', () => {
  it('−2 … +2, in steps of 0.1 by drag', () => {
    expect([-3, -1.26, 0.04, 1.95, 9].map(toEmotion)).toEqual([-2, -1.3, 0, 2, 2]);
  });

  it('Mermaid’s 1–5 maps by score = emotion + 3; so do answers on 1–5', () => {
    const { scale } = satisfied;
    expect(range(1, 5).map((score) => emotionOf(scale, score))).toEqual([-2, -1, 0, 1, 2]);
    expect(range(1, 5).map((score) => toScore(emotionOf(scale, score)))).toEqual([1, 2, 3, 4, 5]);
  });
});
