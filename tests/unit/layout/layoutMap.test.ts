import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange, cellKey } from '@/lib/map/arrange';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { LayoutOptions } from '@/lib/map/layout/types';
import { mapBuilder, smallMap } from '../../builders/map';

const layoutOf = (map: JourneyMap, extra: Partial<LayoutOptions> = {}) =>
  layoutMap(arrange(map), { measure: measureText, labels: layoutLabels('en'), ...extra });

describe('layoutMap', () => {
  it('lays out a map without anything', () => {
    const layout = layoutOf(emptyMap());
    expect(wordsOf(layout.title.title)).toBe('Untitled map');
    expect(layout.title.empty).toEqual({ title: true, persona: true, scenario: true, goal: true });
    expect(layout).toMatchObject({ stages: [], steps: [], lanes: [], cards: [], transitions: [] });
    expect(layout.height).toBeGreaterThan(layout.legend.box.y);
  });

  it('gives a stage without steps the width of a column', () => {
    const draft = mapBuilder();
    draft.addStage('Empty');
    const full = draft.addStage('Full');
    draft.addStep(full, 'One');
    draft.addStep(full, 'Two');
    const { stages, steps } = layoutOf(draft.toMap());
    expect(stages[0]?.box.width).toBe(steps[0]?.box.width);
    expect(stages[1]?.box.x).toBe(steps[0]?.box.x);
  });

  it('lets columns share out the least width, up to a limit', () => {
    const draft = mapBuilder();
    const stage = draft.addStage('Stage');
    draft.addStep(stage, 'One');
    expect(layoutOf(draft.toMap()).steps[0]?.box.width).toBe(320);
    for (let step = 0; step < 8; step++) draft.addStep(stage, 'More');
    expect(layoutOf(draft.toMap()).steps[0]?.box.width).toBe(200);
  });

  it('says where each step happens and with whom, once each', () => {
    const { steps } = layoutOf(smallMap());
    expect(steps.map((step) => wordsOf(step.meta))).toEqual([
      'Letter\u00a0· Billing',
      'Phone\u00a0· Customer service\u00a0· Billing',
      '',
    ]);
    expect(steps.map((step) => step.moment?.gate)).toEqual([undefined, 'failed', undefined]);
  });

  it('puts the share of customers before the words of a transition', () => {
    expect(
      layoutOf(smallMap())
        .transitions.map((transition) => wordsOf(transition.label))
        .sort(),
    ).toEqual(['12% hangs up', '38% calls a second time']);
  });

  it('shows a folded lane as its title alone', () => {
    const map = smallMap();
    const folded = { ...map, lanes: map.lanes.map((lane) => ({ ...lane, folded: lane.kind === 'doing' })) };
    const layout = layoutOf(folded);
    expect(layout.lanes[0]).toMatchObject({ folded: true, box: { height: 40 } });
    expect(layout.cards.every((card) => card.laneId === layout.lanes[1]?.id)).toBe(true);
    expect(layout.cells.get(cellKey(layout.steps[0]?.id ?? '', layout.lanes[0]?.id ?? ''))?.box.height).toBe(40);
  });

  it('keeps a lane as high as it was made', () => {
    expect(layoutOf(smallMap()).lanes[1]?.box.height).toBe(120);
  });

  it('colours cards by their own colour, their kind, their lane, and feelings by the emotion', () => {
    const draft = mapBuilder();
    const persona = draft.addPersona('Petra');
    const step = draft.addStep(draft.addStage('Stage'), 'Step');
    draft.setEmotion(step, persona, -1);
    const thinking = draft.addLane('thinking');
    draft.addCard(step, thinking, 'plain');
    draft.addCard(step, thinking, 'kind', { kind: 'opportunity' });
    draft.addCard(step, thinking, 'own', { kind: 'opportunity', colour: 'blue' });
    draft.addCard(step, thinking, 'unknown', { colour: 'no such colour' });
    draft.addCard(step, draft.addLane('feeling'), 'sad');
    expect(layoutOf(draft.toMap()).cards.map((card) => card.colour)).toEqual([
      'yellow',
      'green',
      'blue',
      'yellow',
      'negativeTint',
    ]);
  });

  it('keeps room for the words that ask to fill a field in, where it is empty', () => {
    const placeholders = { persona: 'Whose journey?', scenario: 'What for?' };
    const { title } = layoutOf(emptyMap(), { placeholders });
    expect([wordsOf(title.persona), wordsOf(title.scenario)]).toEqual(['Whose journey?', 'What for?']);
    expect(title.fields.scenario.x).toBeGreaterThan(title.fields.persona.x + title.fields.persona.width);
    expect(title.empty.persona).toBe(true);
  });

  it('names date and version', () => {
    expect(wordsOf(layoutOf(smallMap(), { version: 'Version 3' }).title.caption)).toBe('Version 3 · As of 22 November 2026');
  });

  it('gives the same object for a card that has not changed', () => {
    const map = arrange(smallMap());
    const options = { measure: measureText, labels: layoutLabels('en') };
    const [first, second] = [layoutMap(map, options), layoutMap(map, options)];
    second.cards.forEach((card, index) => {
      expect(card).toBe(first.cards[index]);
    });
  });

  it('draws one line a persona, names them only when there are several, and puts numbers at the first one', () => {
    const { curve } = layoutOf(smallMap());
    expect(curve.personas.map(({ name, points }) => [wordsOf(name), points.length])).toEqual([
      ['Petra, 52', 2],
      ['Max, 24', 1],
    ]);
    expect(curve.personas[0]?.points.map(({ label }) => label && wordsOf(label))).toEqual(['−0.5', '−1.5']);
    expect(curve.personas[1]?.path).toBe('');
    expect(curve.grid.map(({ label }) => wordsOf(label))).toEqual(['+2', '+1', '0', '−1', '−2']);
  });
});
