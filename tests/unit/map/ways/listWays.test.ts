import { describe, expect, it } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { template } from '@/lib/map/templates/template';
import type { TransitionKind } from '@/lib/map/transition';
import { findWay, listWays } from '@/lib/map/ways/listWays';
import { listOnWay } from '@/lib/map/ways/onWay';
import { isMoreThanAll, sumShares } from '@/lib/map/ways/wayChoices';
import { wayRuns } from '@/lib/map/ways/wayRuns';
import { waysOf } from '@/lib/map/ways/waysOf';
import { mapBuilder } from '../../../builders/map';

type Drawn = [kind: TransitionKind, from: number, to: number | null, share?: number];

/** A map of so many steps in one stage; steps are named by their numbers, as on the map. */
function journey(steps: number, drawn: readonly Drawn[] = []): JourneyMap {
  const draft = mapBuilder();
  const stage = draft.addStage('Stage');
  const ids = Array.from({ length: steps }, (_, index) => draft.addStep(stage, `Step ${index + 1}`));
  for (const [kind, from, to, share] of drawn) {
    draft.addTransition(
      kind,
      ids[from - 1] ?? '',
      to === null ? null : (ids[to - 1] ?? ''),
      share === undefined ? {} : { share },
    );
  }
  return draft.toMap();
}

/** Each way as “1 2 3 = 62 %”, with where it ends: `end` or `out`. */
function told(map: JourneyMap, limit?: number): string[] {
  return listWays(arrange(map), limit).ends.flatMap(({ end, ways }) =>
    ways.map(
      ({ steps, share }) =>
        `${steps.map((id) => id.replace('step', '')).join(' ')} ${end.kind === 'exit' ? 'out' : 'end'}${share === null ? '' : ` ${Math.round(share * 100)}%`}`,
    ),
  );
}

describe('listWays', () => {
  it('goes from step to step although nobody drew that', () => {
    expect(told(journey(3))).toEqual(['1 2 3 end 100%']);
    expect(told(journey(0))).toEqual([]);
    expect(told(journey(1))).toEqual(['1 end 100%']);
  });

  it('leaves to the way on what exits and skips do not take', () => {
    expect(told(journey(3, [['exit', 2, null, 0.12]]))).toEqual(['1 2 out 12%', '1 2 3 end 88%']);
    expect(told(journey(4, [['skip', 1, 3, 0.3]]))).toEqual(['1 2 3 4 end 70%', '1 3 4 end 30%']);
    expect(told(journey(3, [['exit', 2, null, 1]]))).toEqual(['1 2 out 100%', '3 end 100%']);
  });

  it('follows drawn ways on instead of the next step, and begins where nothing leads to', () => {
    const drawn: Drawn[] = [
      ['onward', 1, 3, 0.4],
      ['onward', 1, 4, 0.6],
    ];
    expect(told(journey(4, drawn))).toEqual(['2 3 4 end 100%', '1 4 end 60%', '1 3 4 end 40%']);
  });

  it('does not know a share when two choices have none', () => {
    expect(told(journey(3, [['exit', 2, null]]))).toEqual(['1 2 out', '1 2 3 end']);
    expect(told(journey(2, [['onward', 1, 2]]))).toEqual(['1 2 end 100%']);
  });

  it('goes through a loop once, and lets those who went back go on', () => {
    const drawn: Drawn[] = [
      ['back', 3, 2, 0.38],
      ['exit', 3, null, 0.12],
    ];
    expect(told(journey(4, drawn))).toEqual(['1 2 3 out 12%', '1 2 3 2 3 out 7%', '1 2 3 4 end 50%', '1 2 3 2 3 4 end 31%']);
    expect(told(journey(2, [['back', 1, 1, 0.25]]))).toEqual(['1 2 end 75%', '1 1 2 end 25%']);
    expect(told(journey(2, [['back', 2, 1, 1]]))).toEqual(['1 2 1 2 end 100%']);
  });

  it('takes several loops each once, in any order', () => {
    const drawn: Drawn[] = [
      ['back', 2, 1, 0.5],
      ['back', 3, 2, 0.5],
    ];
    const ways = told(journey(3, drawn));
    expect(ways).toContain('1 2 3 end 25%');
    expect(ways).toContain('1 2 1 2 3 2 3 end 25%');
    expect(ways).toContain('1 2 3 2 1 2 3 end 13%');
  });

  it('knows a way round by where it leads, whatever it is called', () => {
    expect(told(journey(3, [['onward', 3, 1]]))).toEqual(['1 2 3 1 2 3 end 100%']);
    expect(
      told(
        journey(5, [
          ['skip', 1, 4, 0.5],
          ['back', 4, 2, 0.5],
        ]),
      ),
    ).toContain('1 4 2 3 4 5 end 25%');
  });

  it('takes what happens at the same time along, and loses nobody to it', () => {
    const map = arrange(
      journey(4, [
        ['parallel', 1, 3, 0.5],
        ['skip', 2, 4, 0.5],
      ]),
    );
    const ways = listWays(map);
    const skipping = ways.ends.flatMap((group) => group.ways).find(({ steps }) => steps.length === 3);
    expect(skipping?.share).toBe(0.5);
    expect(skipping && [...listOnWay(map, skipping).steps]).toEqual(['step1', 'step2', 'step4', 'step3']);
  });

  it('leaves steps of deleted stages out', () => {
    const draft = mapBuilder();
    const [kept, gone] = [draft.addStage('Kept'), draft.addStage('Gone')];
    const [first, second] = [draft.addStep(kept, 'First'), draft.addStep(kept, 'Second')];
    draft.addTransition('onward', second, draft.addStep(gone, 'Homeless'));
    const map = draft.toMap();
    const without = { ...map, stages: map.stages.map((stage) => (stage.id === gone ? { ...stage, deletedAt: 1 } : stage)) };
    expect(listWays(arrange(without)).ends.flatMap(({ ways }) => ways.map(({ steps }) => steps))).toEqual([[first, second]]);
  });

  it('finds the ways of the service call', () => {
    const { ends, count, more } = listWays(arrange(template('customerServiceCall', 'en')));
    expect(more).toBe(false);
    expect(count).toBe(6);
    expect(ends.map(({ end, ways }) => [end.kind, ways.length])).toEqual([
      ['exit', 2],
      ['exit', 2],
      ['end', 2],
    ]);
    const sum = ends.flatMap(({ ways }) => ways).reduce((total, { share }) => total + (share ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(1, 10);
  });

  it('stops at a limit, the plainest ways first, and ends on maps whose every step leads everywhere', () => {
    const everywhere = Array.from({ length: 12 }, (_, from) =>
      Array.from({ length: 12 }, (_, to): Drawn => ['onward', from + 1, to + 1]),
    ).flat();
    const { count, more, ends } = listWays(arrange(journey(12, everywhere)), 50);
    expect([count, more, ends.length]).toEqual([0, true, 0]);
    const skips = Array.from({ length: 12 }, (_, from): Drawn => ['skip', from + 1, from + 3]).slice(0, 10);
    expect(listWays(arrange(journey(12, skips)), 50)).toMatchObject({ count: 50, more: true });
  });

  it('names a way by the transitions on it, so that it stays the same when a step comes between', () => {
    const before = listWays(arrange(journey(4, [['back', 4, 2, 0.5]])));
    const way = before.ends[0]?.ways[1];
    const after = listWays(arrange(journey(5, [['back', 4, 2, 0.5]])));
    expect(way?.loops).toBe(1);
    expect(findWay(after, way?.id ?? '')?.steps).toHaveLength(8);
    expect(findWay(after, 'gone')).toBeNull();
  });
});

describe('waysOf', () => {
  it('looks for ways only when what they depend on has changed', () => {
    const map = journey(4, [['back', 4, 2, 0.5]]);
    const first = waysOf(arrange(map));
    const renamed = { ...map, steps: map.steps.map((step) => ({ ...step, title: 'Another title' })) };
    expect(waysOf(arrange(renamed))).toBe(first);
    const other = { ...map, transitions: map.transitions.map((way) => ({ ...way, share: 0.4 })) };
    expect(waysOf(arrange(other))).not.toBe(first);
  });
});

describe('wayRuns', () => {
  it('tells a way in runs of numbers', () => {
    const numbers = new Map(Array.from({ length: 9 }, (_, index) => [`step${index + 1}`, index + 1]));
    const steps = [1, 2, 3, 2, 3, 3, 4, 8, 9].map((number) => `step${number}`);
    expect(wayRuns({ steps }, numbers)).toEqual([
      { from: 1, to: 3, by: 'start' },
      { from: 2, to: 3, by: 'back' },
      { from: 3, to: 4, by: 'again' },
      { from: 8, to: 9, by: 'ahead' },
    ]);
  });
});

describe('shares of one step', () => {
  it('are too many above 100 %, what happens at the same time left aside', () => {
    const third = { kind: 'onward', share: 1 / 3 } as const;
    expect(isMoreThanAll(sumShares([third, third, third]))).toBe(false);
    expect(isMoreThanAll(sumShares([third, third, third, { kind: 'exit', share: 0.01 }]))).toBe(true);
    expect(sumShares([{ kind: 'parallel', share: 0.9 }, { kind: 'back' }])).toBe(0);
  });
});
