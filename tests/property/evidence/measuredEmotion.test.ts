import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionOf, measureEmotion } from '@/lib/evidence/measuredEmotion';
import { listScores } from '@/lib/evidence/scoreScale';
import { randomRuns } from '@/tests/builders/randomRuns';
import { countsOn, scales } from './arbitraries';

describe('a measured emotion', () => {
  it('lies between −2 and +2, and its interval holds it', () => {
    const parts = fc.array(
      scales.chain((scale) => countsOn(scale).map((counts) => ({ scale, counts }))),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, (list) => {
        const emotion = measureEmotion(list);
        expect(emotion.standing === 'tooFew').toBe(emotion.n < 10);
        if (emotion.standing === 'tooFew') return;
        const { score, interval } = emotion;
        const inOrder = [-2, interval.lower, score, interval.upper, 2];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
      randomRuns(500),
    );
  });

  it('rises with every better answer', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const emotions = listScores(scale).map((score) => emotionOf(scale, score));
        const rising = scale.direction === 'highIsGood' ? emotions : emotions.toReversed();
        expect(rising).toEqual(rising.toSorted((a, b) => a - b));
        expect([rising[0], rising.at(-1)]).toEqual([-2, 2]);
      }),
      randomRuns(200),
    );
  });
});
