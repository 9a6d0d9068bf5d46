import { expect, test } from 'vitest';
import { compareFigures } from '@/lib/evidence/figures/compareFigures';
import { toFigure } from '@/lib/evidence/figures/figure';
import { countScores } from '@/lib/evidence/scoreCounts';
import { contributionOf, type Reckoning } from '@/lib/evidence/scoreMethod';
import { listScores } from '@/lib/evidence/scoreScale';
import { ease, effort, nps, satisfied } from '@/tests/builders/scores';

/** How all customers would answer, in shares from the lowest score on: even, at one end as most are, and at both ends. */
const populations: readonly { name: string; reckoning: Reckoning; shares: readonly number[] }[] = [
  { name: 'NPS', reckoning: nps, shares: [3, 1, 2, 2, 2, 4, 6, 10, 20, 20, 30] },
  { name: 'NPS, nearly all promoters', reckoning: nps, shares: [1, 0, 0, 0, 0, 1, 2, 3, 5, 28, 60] },
  { name: 'CSAT, top-2 box', reckoning: satisfied, shares: [13, 8, 10, 30, 39] },
  { name: 'CSAT, mean', reckoning: { ...satisfied, method: { kind: 'mean' } }, shares: [13, 8, 10, 30, 39] },
  { name: 'CSAT, sum/maximum', reckoning: { ...satisfied, method: { kind: 'ofMaximum' } }, shares: [2, 1, 3, 20, 74] },
  { name: 'CES 2.0, most at one end', reckoning: ease, shares: [3, 2, 3, 5, 12, 30, 45] },
  { name: 'CES 2.0, nearly all at one end', reckoning: ease, shares: [1, 0, 1, 1, 3, 14, 80] },
  { name: 'CES 2.0, at both ends', reckoning: ease, shares: [25, 5, 4, 4, 7, 15, 40] },
  { name: 'CES 1.0', reckoning: effort, shares: [55, 25, 10, 6, 4] },
];

const samples = 2000;

/** Random numbers that are the same each time: what is tested is a frequency. */
function createDice(): () => number {
  let state = 7;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function createSampler({ reckoning, shares }: (typeof populations)[number]) {
  const dice = createDice();
  const scores = listScores(reckoning.scale);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const answer = (): number => {
    let rest = dice() * total;
    const place = shares.findIndex((share) => {
      rest -= share;
      return rest < 0;
    });
    return scores[place] ?? reckoning.scale.max;
  };
  return (n: number) => toFigure(countScores(Array.from({ length: n }, answer)), reckoning);
}

test.each(populations)('$name: the interval holds the score of all customers in about 95 of 100 samples', (population) => {
  const { reckoning, shares } = population;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const truth = shares.reduce((sum, share, index) => {
    return sum + (share / total) * contributionOf(reckoning, reckoning.scale.min + index);
  }, 0);
  const draw = createSampler(population);
  for (const n of [10, 15, 30, 100]) {
    let holding = 0;
    for (let sample = 0; sample < samples; sample++) {
      const figure = draw(n);
      if (figure.standing !== 'tooFew' && figure.interval.lower <= truth && truth <= figure.interval.upper) holding++;
    }
    // Few answers make few different shares, so that Wilson's interval of 10 holds 69 % in 92 of 100 samples, one half in 98.
    expect(holding / samples, `n = ${n}`).toBeGreaterThan(0.91);
    expect(holding / samples, `n = ${n}`).toBeLessThan(0.995);
  }
});

test.each(populations)('$name: of two samples of the same customers hardly one in ten is called a change', (population) => {
  const draw = createSampler(population);
  for (const n of [10, 30, 100]) {
    let changes = 0;
    for (let sample = 0; sample < samples; sample++) {
      const { verdict } = compareFigures(draw(n), draw(n));
      if (verdict === 'better' || verdict === 'worse') changes++;
    }
    expect(changes / samples, `n = ${n}`).toBeLessThan(n < 30 ? 0.1 : 0.075);
  }
});
