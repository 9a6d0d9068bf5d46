import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { Gate } from '@/lib/map/moment';
import { mapBuilder } from '../../builders/map';

const layoutOf = (map: JourneyMap) => layoutMap(arrange(map), { measure: measureText, labels: layoutLabels('en') });

/** Two stages of three steps; gates by the steps' numbers. */
function journey(gates: Record<number, Gate>, exits: readonly (number | undefined)[] = []): JourneyMap {
  const draft = mapBuilder();
  const stages = [draft.addStage('First'), draft.addStage('Second')];
  for (let number = 1; number <= 6; number++) {
    const step = draft.addStep(stages[number < 4 ? 0 : 1] ?? '', `Step ${number}`);
    const gate = gates[number];
    if (gate) draft.markMoment(step, { gate });
    if (gate === 'failed')
      for (const share of exits) draft.addTransition('exit', step, null, share === undefined ? {} : { share });
  }
  return draft.toMap();
}

describe('the journey behind a failed moment', () => {
  it('is that of those who stayed: from the first failed gate on, whatever comes later', () => {
    const { loss, stages, steps, curve } = layoutOf(journey({ 1: 'held', 2: 'failed', 5: 'failed' }));
    expect(loss?.stepId).toBe('step2');
    expect(loss && wordsOf(loss.label)).toBe('Lost from here on: those who leave at step 2');
    const edge = (steps[1]?.box.x ?? 0) + (steps[1]?.box.width ?? 0) + 4;
    expect(stages.map(({ lost }) => lost?.x)).toEqual([edge, stages[1]?.box.x]);
    expect(loss?.plot).toMatchObject({ x: edge, y: curve.plot.y, height: curve.plot.height });
  });

  it('says how many are missing when the exits there all say it', () => {
    expect(wordsOf(layoutOf(journey({ 2: 'failed' }, [0.12, 0.05])).loss?.label ?? { style: 'transition', lines: [] })).toBe(
      'Lost from here on: the 17% who leave at step 2',
    );
    expect(wordsOf(layoutOf(journey({ 2: 'failed' }, [0.12, undefined])).loss?.label ?? { style: 'transition', lines: [] })).toBe(
      'Lost from here on: those who leave at step 2',
    );
  });

  it('is not there when no gate failed, or nothing comes after the one that did', () => {
    for (const gates of [{}, { 2: 'held', 3: 'unknown' }, { 6: 'failed' }] as Record<number, Gate>[]) {
      const { loss, stages } = layoutOf(journey(gates));
      expect([loss, ...stages.map(({ lost }) => lost)]).toEqual([null, null, null]);
    }
  });

  it('has its words between the stage band and the steps, clear of the signs there', () => {
    const { loss, stages, steps, legend } = layoutOf(journey({ 4: 'failed', 5: 'held', 6: 'unknown' }));
    const [band] = stages;
    const box = loss?.labelBox ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(box.y).toBeGreaterThanOrEqual((band?.box.y ?? 0) + (band?.box.height ?? 0));
    expect(box.y + box.height).toBeLessThanOrEqual((steps[4]?.moment?.at.y ?? 0) - 12);
    expect(legend.entries.map(({ kind }) => kind)).toContain('loss');
    expect(layoutOf(journey({ 5: 'failed' })).loss?.label.lines.length).toBeGreaterThan(1);
  });
});

describe('the count of moments in the title block', () => {
  it('tells how they stand, the worst first, and only what there is', () => {
    const { title } = layoutOf(journey({ 1: 'held', 2: 'failed', 5: 'unknown' }));
    expect(title.moments && wordsOf(title.moments.lead)).toBe('3 all-or-nothing moments:');
    expect(title.moments?.entries.map(({ gate, text }) => [gate, wordsOf(text)])).toEqual([
      ['failed', '1 failed'],
      ['held', '1 held'],
      ['unknown', '1 still open'],
    ]);
    expect(layoutOf(journey({ 1: 'held' })).title.moments?.entries).toHaveLength(1);
    expect(layoutOf(journey({})).title.moments).toBeNull();
  });
});
