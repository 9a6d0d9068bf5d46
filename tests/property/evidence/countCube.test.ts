import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CubeBuilder, countsOfTaken, monthsOfTaken, rollupsOfTaken, takeCounts, type Want } from '@/lib/evidence/countCube';
import { isWithin } from '@/lib/evidence/period';
import { countScores } from '@/lib/evidence/scoreCounts';
import { valueIn } from '@/lib/evidence/selectRollups';
import { randomRuns } from '@/tests/builders/randomRuns';

const days = ['', '2026-01-31', '2026-02-01', '2026-02-02', '2026-03-15'] as const;
const dimensions = fc.constantFrom<Record<string, string>>(
  {},
  { channel: 'phone' },
  { channel: 'shop', region: 'north' },
  { region: 'north' },
);
const keys = fc.subarray(['warten', 'kosten', '=1', '=2']);
const answers = fc.array(fc.record({ day: fc.constantFrom(...days), dimensions, keys, score: fc.integer({ min: 0, max: 3 }) }), {
  maxLength: 60,
});
const period = fc.option(
  fc
    .tuple(fc.constantFrom(...days.slice(1)), fc.constantFrom(...days.slice(1)))
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { nil: null },
);
const want: fc.Arbitrary<Want> = fc.record({
  dimensions,
  period,
  key: fc.option(fc.constantFrom('warten', 'kosten', '=1', '=2'), { nil: null }),
});

test('each answer that some want means is counted once, and no other', () => {
  fc.assert(
    fc.property(answers, fc.array(want, { maxLength: 5 }), (given, wants) => {
      const all = new CubeBuilder();
      const marked = new CubeBuilder();
      for (const answer of given) {
        const group = JSON.stringify(answer.dimensions);
        all.add(group, { dimensions: answer.dimensions }, answer.day, answer.score, 1);
        const of = { dimensions: answer.dimensions, keys: new Set(answer.keys) };
        if (answer.keys.length > 0) marked.add(`${group} ${answer.keys.join(' ')}`, of, answer.day, answer.score, 1);
      }
      const cubes = { all: all.finish(), marked: marked.finish() };
      const isMeant = (answer: (typeof given)[number]) =>
        wants.some(
          (one) =>
            (one.key === null || answer.keys.includes(one.key)) &&
            (one.period === null || isWithin(answer.day, one.period)) &&
            Object.entries(one.dimensions).every(([name, value]) => valueIn(answer, name) === value),
        );
      const meant = given.filter(isMeant);
      const taken = takeCounts(cubes, wants);
      const sorted = (counts: Iterable<[unknown, unknown]>) => [...counts].sort();
      expect(sorted(countsOfTaken(taken))).toEqual(sorted(countScores(meant.map(({ score }) => score))));
      const rolled = rollupsOfTaken(taken).flatMap(({ day, score, count }) => Array(count).fill(`${day ?? ''} ${score}`));
      expect(rolled.sort()).toEqual(meant.map(({ day, score }) => `${day} ${score}`).sort());
      const months = [...monthsOfTaken(taken)].map(([month, counts]) => [month, sorted(counts)]);
      const named = [...new Set(meant.flatMap(({ day }) => (day === '' ? [] : [day.slice(0, 7)])))].sort();
      expect(months).toEqual(
        named.map((month) => [
          month,
          sorted(countScores(meant.filter(({ day }) => day.startsWith(month)).map(({ score }) => score))),
        ]),
      );
    }),
    randomRuns(300),
  );
});
