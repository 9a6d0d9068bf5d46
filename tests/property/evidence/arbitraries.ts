import fc from 'fast-check';
import type { ScoreCounts } from '@/lib/evidence/scoreCounts';
import { methodsOf, type Reckoning } from '@/lib/evidence/scoreMethod';
import { directions, listScores, metrics, type ScoreScale } from '@/lib/evidence/scoreScale';
import { nps } from '@/tests/builders/scores';

/** Any scale on which a metric can be asked. */
export const scales: fc.Arbitrary<ScoreScale> = fc
  .record({
    metric: fc.constantFrom(...metrics),
    min: fc.integer({ min: 0, max: 5 }),
    length: fc.integer({ min: 1, max: 12 }),
    direction: fc.constantFrom(...directions),
  })
  .map(({ metric, min, length, direction }) => (metric === 'nps' ? nps.scale : { metric, min, max: min + length, direction }));

/** Any scale with any method that fits it. */
export const reckonings: fc.Arbitrary<Reckoning> = scales.chain((scale) =>
  fc.constantFrom(...methodsOf(scale)).map((method) => ({ scale, method })),
);

/** Answers on a scale, few or many, evenly or all at one place. */
export function countsOn(scale: ScoreScale): fc.Arbitrary<ScoreCounts> {
  const counts = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 100_000 }));
  const scores = listScores(scale);
  return fc
    .array(counts, { minLength: scores.length, maxLength: scores.length })
    .map((list) => new Map(scores.map((score, index) => [score, list[index] ?? 0])));
}
