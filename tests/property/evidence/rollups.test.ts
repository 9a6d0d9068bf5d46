import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFigure } from '@/lib/evidence/figures/figure';
import { monthlyTrend } from '@/lib/evidence/figures/monthlyTrend';
import { splitFigures } from '@/lib/evidence/figures/splitFigures';
import { monthOf } from '@/lib/evidence/period';
import { countScores } from '@/lib/evidence/scoreCounts';
import { mergeRollups, rollUp, type ScoredAnswer, type ScoreRollup, withoutRollups } from '@/lib/evidence/scoreRollups';
import { countsOf, type RollupFilter, selectRollups } from '@/lib/evidence/selectRollups';
import { randomRuns } from '@/tests/builders/randomRuns';
import { nps } from '@/tests/builders/scores';

const value = fc.constantFrom('Hotline', 'web', 'Ä', 'constructor');
const days = fc.integer({ min: 0, max: 120 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const answers: fc.Arbitrary<ScoredAnswer> = fc.record({
  day: fc.option(days, { freq: 6 }),
  dimensions: fc.record({ segment: value, channel: value }, { requiredKeys: [] }),
  score: fc.integer({ min: 0, max: 10 }),
});

/** Imports of many answers at once, and erasures of some of those that are there: chosen by numbers, as they are not known beforehand. */
const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('import' as const), answers: fc.array(answers, { maxLength: 60 }) }),
    fc.record({ kind: fc.constant('erase' as const), chosen: fc.array(fc.nat(), { maxLength: 30 }) }),
  ),
  { maxLength: 12 },
);

/** What is there afterwards: the answers themselves, and the rollups as they were changed with each event. */
function follow(sequence: typeof events extends fc.Arbitrary<infer Events> ? Events : never) {
  let kept: ScoredAnswer[] = [];
  let rollups: ScoreRollup[] = [];
  for (const event of sequence) {
    if (event.kind === 'import') {
      kept = [...kept, ...event.answers];
      rollups = mergeRollups([rollups, rollUp(event.answers)]);
    } else {
      const places = new Set(kept.length === 0 ? [] : event.chosen.map((number) => number % kept.length));
      rollups = withoutRollups(rollups, rollUp(kept.filter((_, place) => places.has(place))));
      kept = kept.filter((_, place) => !places.has(place));
    }
  }
  return { kept, rollups };
}

const sorted = (rollups: readonly ScoreRollup[]): string[] =>
  rollups
    .map(({ day, dimensions: { segment, channel }, score, count }) => JSON.stringify([day, segment, channel, score, count]))
    .sort();

test('rollups equal a recount of all answers after any sequence of imports and erasures', () => {
  fc.assert(
    fc.property(events, (sequence) => {
      const { kept, rollups } = follow(sequence);
      expect(sorted(rollups)).toEqual(sorted(rollUp(kept)));
    }),
    randomRuns(300),
  );
});

test('figures from rollups are those of the answers themselves: filtered, split and by month', () => {
  const filters = fc.record({ from: days, to: days, segment: fc.option(value) });
  fc.assert(
    fc.property(events, filters, (sequence, { from, to, segment }) => {
      const { kept, rollups } = follow(sequence);
      const figureOf = (chosen: readonly ScoredAnswer[]) => toFigure(countScores(chosen.map(({ score }) => score)), nps);
      const segmentOf = ({ dimensions }: ScoredAnswer) => dimensions.segment ?? null;

      const filter: RollupFilter = { period: { from, to }, dimensions: { segment: [segment] } };
      const chosen = kept.filter(
        (answer) => answer.day !== null && answer.day >= from && answer.day <= to && segmentOf(answer) === segment,
      );
      expect(toFigure(countsOf(selectRollups(rollups, filter)), nps)).toEqual(figureOf(chosen));

      const groups = splitFigures(rollups, 'segment', nps);
      expect(groups).toHaveLength(new Set(kept.map(segmentOf)).size);
      for (const group of groups)
        expect(group.figure).toEqual(figureOf(kept.filter((answer) => segmentOf(answer) === group.value)));

      const months = kept.flatMap(({ day }) => (day === null ? [] : [monthOf(day)]));
      const trend = monthlyTrend(rollups, nps);
      expect(trend.map(({ month }) => month)).toEqual([...new Set(months)].sort());
      for (const { month, figure } of trend) expect(figure).toEqual(figureOf(kept.filter(({ day }) => day?.startsWith(month))));
    }),
    randomRuns(200),
  );
});

test('parts may be merged in any order and any grouping', () => {
  const parts = fc.array(fc.array(answers, { maxLength: 20 }), { maxLength: 6 });
  fc.assert(
    fc.property(parts, (lists) => {
      const rollups = lists.map(rollUp);
      const oneByOne = rollups.reduce<ScoreRollup[]>((sum, part) => mergeRollups([part, sum]), []);
      expect(sorted(oneByOne)).toEqual(sorted(mergeRollups(rollups)));
      expect(sorted(mergeRollups(rollups))).toEqual(sorted(rollUp(lists.flat())));
    }),
    randomRuns(200),
  );
});
