import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CubeBuilder, countsOfTaken, monthsOfTaken, takeCounts } from '@/lib/evidence/countCube';
import { type ColumnCubes, carryOn, type PartedCubes } from '@/lib/evidence/partedCubes';
import { randomRuns } from '@/tests/builders/randomRuns';

const answer = fc.record({
  day: fc.constantFrom('', '2026-01-31', '2026-02-01', '2026-03-15'),
  channel: fc.constantFrom('phone', 'shop', 'web'),
  score: fc.integer({ min: 0, max: 3 }),
});
type Answer = { day: string; channel: string; score: number };

/** What happens to one of a few imports: it is there with these answers from now on, or it is gone. */
const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  answers: fc.option(fc.array(answer, { maxLength: 12 }), { nil: null }),
});

function count(answers: readonly Answer[]): ColumnCubes {
  const builder = new CubeBuilder();
  for (const { channel, day, score } of answers) builder.add(channel, { dimensions: { channel } }, day, score, 1);
  return new Map([[1, builder.finish()]]);
}

function told(cubes: ColumnCubes) {
  const all = cubes.get(1) ?? [];
  return ['phone', 'shop', 'web'].flatMap((channel) =>
    [null, { from: '2026-02-01', to: '2026-03-01' }].map((period) => {
      const taken = takeCounts({ all, marked: [] }, [{ dimensions: { channel }, period, key: null }]);
      const months = [...monthsOfTaken(taken)].map(([month, counts]) => [month, [...counts].sort()]);
      return { channel, counts: [...countsOfTaken(taken)].sort(), months };
    }),
  );
}

test('what is carried on is what is counted anew, whatever comes, changes and goes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 }), async (rounds) => {
      const present = new Map<string, { revision: number; answers: readonly Answer[] }>();
      const read = async (ids: readonly string[]) => count(ids.flatMap((id) => present.get(id)?.answers ?? []));
      let revision = 0;
      let parted: PartedCubes | undefined;
      for (const round of rounds) {
        for (const { id, answers } of round) {
          if (answers === null) present.delete(id);
          else present.set(id, { revision: ++revision, answers });
        }
        const imports = [...present].map(([id, state]) => ({ id, revision: state.revision }));
        parted = await carryOn(parted, imports, read);
        expect(told(parted.cubes)).toEqual(told(count([...present.values()].flatMap(({ answers }) => answers))));
      }
    }),
    randomRuns(300),
  );
});

test('of an import that changes again and again, nothing else is read', async () => {
  const reads: string[] = [];
  const read = async (ids: readonly string[]): Promise<ColumnCubes> => {
    reads.push(ids.join(' '));
    return count([]);
  };
  const stateOf = (revision: number, ...more: string[]) => [
    { id: 'big', revision: 0 },
    { id: 'month', revision },
    ...more.map((id) => ({ id, revision: 0 })),
  ];
  let parted = await carryOn(undefined, stateOf(1), read);
  for (const revision of [2, 3, 4]) parted = await carryOn(parted, stateOf(revision), read);
  parted = await carryOn(parted, stateOf(4, 'new'), read);
  parted = await carryOn(parted, stateOf(5, 'new'), read);
  expect(reads).toEqual(['big month', 'big', 'month', 'month', 'month', 'new', 'month']);
});
