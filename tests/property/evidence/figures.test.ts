import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures } from '@/lib/evidence/figures/compareFigures';
import { boundsOf, toFigure } from '@/lib/evidence/figures/figure';
import { countScores, totalOf } from '@/lib/evidence/scoreCounts';
import { isMethodFor } from '@/lib/evidence/scoreMethod';
import { listScores } from '@/lib/evidence/scoreScale';
import { randomRuns } from '@/tests/builders/randomRuns';
import { countsOn, reckonings } from './arbitraries';

const anyAnswer = { score: 1, firm: 1 };

const reckonedCounts = reckonings.chain((reckoning) => countsOn(reckoning.scale).map((counts) => ({ reckoning, counts })));

describe('a score', () => {
  it('lies within its bounds, and its interval holds it and lies within them, too', () => {
    fc.assert(
      fc.property(reckonedCounts, ({ reckoning, counts }) => {
        const figure = toFigure(counts, reckoning, anyAnswer);
        expect(figure).toMatchObject({ n: totalOf(counts), offScale: 0 });
        expect(figure.standing === 'tooFew').toBe(figure.n === 0);
        if (figure.standing === 'tooFew') return;
        const { score, interval } = figure;
        const { lowest, highest } = boundsOf(reckoning);
        const inOrder = [lowest, interval.lower, score, interval.upper, highest];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        expect(interval.upper).toBeGreaterThan(interval.lower);
      }),
      randomRuns(1000),
    );
  });

  it('does not depend on the order in which answers come', () => {
    const answers = reckonings.chain((reckoning) => {
      const list = fc.array(fc.constantFrom(...listScores(reckoning.scale)), { maxLength: 80 });
      return list.chain((scores) =>
        fc.record({
          reckoning: fc.constant(reckoning),
          scores: fc.constant(scores),
          shuffled: fc.shuffledSubarray(scores, { minLength: scores.length, maxLength: scores.length }),
        }),
      );
    });
    fc.assert(
      fc.property(answers, ({ reckoning, scores, shuffled }) => {
        expect(toFigure(countScores(shuffled), reckoning)).toEqual(toFigure(countScores(scores), reckoning));
      }),
      randomRuns(300),
    );
  });

  it('is reckoned only by methods that fit the scale', () => {
    fc.assert(
      fc.property(reckonings, ({ scale, method }) => isMethodFor(scale, method)),
      randomRuns(300),
    );
  });

  it('has a narrower interval when ten times as many say the same', () => {
    fc.assert(
      fc.property(reckonedCounts, ({ reckoning, counts }) => {
        const more = new Map(Array.from(counts, ([score, count]) => [score, 10 * count]));
        const [few, many] = [toFigure(counts, reckoning, anyAnswer), toFigure(more, reckoning, anyAnswer)];
        if (few.standing === 'tooFew' || many.standing === 'tooFew') return;
        const widthOf = ({ interval }: typeof few) => interval.upper - interval.lower;
        expect(widthOf(many)).toBeLessThan(widthOf(few));
      }),
      randomRuns(300),
    );
  });
});

describe('a comparison', () => {
  const pairs = reckonings.chain((reckoning) =>
    fc.tuple(countsOn(reckoning.scale), countsOn(reckoning.scale)).map((counts) => counts.map((one) => toFigure(one, reckoning))),
  );
  const opposite = { better: 'worse', worse: 'better' } as const;

  it('says the opposite the other way round, and of a score and itself that they are the same', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        if (!a || !b) return;
        const [there, back] = [compareFigures(a, b), compareFigures(b, a)];
        if (!('difference' in there) || !('difference' in back)) {
          expect(back).toEqual(there);
          return;
        }
        expect(back.difference).toBeCloseTo(-there.difference, 9);
        expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 9);
        expect(back.interval.upper).toBeCloseTo(-there.interval.lower, 9);
        expect(back.verdict).toBe(there.verdict === 'withinNoise' ? 'withinNoise' : opposite[there.verdict]);
        expect(compareFigures(a, a)).toMatchObject({ verdict: 'withinNoise', difference: 0 });
      }),
      randomRuns(500),
    );
  });

  // NPS is compared by its plain standard errors, its own interval by adjusted ones.
  it('of shares or means whose intervals do not touch is a change', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        if (!a || !b || a.standing === 'tooFew' || b.standing === 'tooFew' || a.method.kind === 'nps') return;
        if (a.interval.upper < b.interval.lower || b.interval.upper < a.interval.lower) {
          expect(compareFigures(a, b).verdict).not.toBe('withinNoise');
        }
      }),
      randomRuns(500),
    );
  });
});
