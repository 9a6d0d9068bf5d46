import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { cardKinds } from '@/lib/map/card';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { laneKinds } from '@/lib/map/lane';
import { arrowHead } from '@/lib/map/layout/arrowHead';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { boxOf } from '@/lib/map/layout/textBlock';
import type { Box, MapLayout, TextBlock } from '@/lib/map/layout/types';
import { MapDraft } from '@/lib/map/mapDraft';
import { gates } from '@/lib/map/moment';
import { knownChannels } from '@/lib/map/touchpoint';
import { transitionKinds } from '@/lib/map/transition';
import { pathOutline } from '../builders/pathOutline';

const labels = layoutLabels('de');
const layoutOf = (map: JourneyMap) => layoutMap(arrange(map), { measure: measureText, labels });

const words = fc
  .array(
    fc.constantFrom(
      'Rechnung',
      'auf',
      'Telefonwarteschleifenansage',
      '😀',
      'Яна',
      '日本',
      '\n',
      'a',
      'Service-Center',
      '→',
      'Ur\u00adsache',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(' '));

/** Any map: stages without steps, steps of deleted stages, folded lanes, transitions in every direction. */
const maps: fc.Arbitrary<JourneyMap> = fc
  .record({
    title: words,
    scenario: words,
    personas: fc.array(words, { maxLength: 3 }),
    stages: fc.array(fc.record({ title: words, steps: fc.nat(5), gone: fc.boolean() }), { maxLength: 4 }),
    steps: fc.infiniteStream(
      fc.record({ title: words, emotion: fc.double({ min: -2, max: 2, noNaN: true }), moment: fc.boolean() }),
    ),
    lanes: fc.array(fc.record({ kind: fc.constantFrom(...laneKinds), title: words, folded: fc.boolean() }), { maxLength: 5 }),
    cards: fc.array(fc.record({ step: fc.nat(), lane: fc.nat(), text: words, kind: fc.constantFrom(...cardKinds) }), {
      maxLength: 30,
    }),
    touchpoints: fc.array(fc.record({ step: fc.nat(), name: words, channel: fc.constantFrom(...knownChannels, 'Brieftaube') }), {
      maxLength: 8,
    }),
    transitions: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.option(fc.nat()),
        kind: fc.constantFrom(...transitionKinds),
        label: words,
        share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      }),
      { maxLength: 8 },
    ),
  })
  .map((plan) => {
    const draft = new MapDraft({ title: plan.title, scenario: plan.scenario, asOf: '2026-11-22' });
    const personas = plan.personas.map((name) => draft.addPersona(name));
    const stream = plan.steps[Symbol.iterator]();
    const gone: string[] = [];
    const steps = plan.stages.flatMap((stage) => {
      const stageId = draft.addStage(stage.title);
      if (stage.gone) gone.push(stageId);
      return Array.from({ length: stage.steps }, () => {
        const { value } = stream.next();
        const stepId = draft.addStep(stageId, value.title);
        for (const persona of personas) draft.setEmotion(stepId, persona, value.emotion);
        if (value.moment) draft.markMoment(stepId, { gate: gates[value.title.length % 3] ?? 'unknown' });
        return stepId;
      });
    });
    const lanes = plan.lanes.map((lane) => draft.addLane(lane.kind, { title: lane.title, folded: lane.folded }));
    const pick = (list: string[], index: number) => list[index % Math.max(1, list.length)];
    for (const card of plan.cards) {
      const [step, lane] = [pick(steps, card.step), pick(lanes, card.lane)];
      if (step && lane) draft.addCard(step, lane, card.text, { kind: card.kind });
    }
    for (const { step, channel, name } of plan.touchpoints) {
      const at = pick(steps, step);
      if (at) draft.addTouchpoint(at, channel, name);
    }
    for (const { from, to, kind, label, share } of plan.transitions) {
      const [a, b] = [pick(steps, from), to === null ? null : pick(steps, to)];
      if (a && b !== undefined) draft.addTransition(kind, a, b, { label, ...(share === undefined ? {} : { share }) });
    }
    const map = draft.toMap();
    return { ...map, stages: map.stages.map((stage) => (gone.includes(stage.id) ? { ...stage, deletedAt: 1 } : stage)) };
  });

const inside = (inner: Box, outer: Box, slack = 0.5) =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;
const overlap = (a: Box, b: Box) =>
  a.x + a.width > b.x + 0.01 && b.x + b.width > a.x + 0.01 && a.y + a.height > b.y + 0.01 && b.y + b.height > a.y + 0.01;

function expectInside(block: TextBlock, container: Box, what: string) {
  const box = boxOf(block);
  if (box) expect(inside(box, container), `${what}: ${JSON.stringify(block.lines)} in ${JSON.stringify(container)}`).toBe(true);
}

function allText(layout: MapLayout): TextBlock[] {
  const { title } = layout;
  return [title.title, title.badge.text, title.persona, title.scenario, title.goal, title.caption];
}

describe('layoutMap', () => {
  it('keeps all text inside what holds it', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const layout = layoutOf(map);
        const page = { x: 0, y: 0, width: layout.width, height: layout.height };
        for (const block of allText(layout)) expectInside(block, page, 'title block');
        for (const stage of layout.stages) expectInside(stage.title, stage.box, 'stage');
        for (const step of layout.steps) {
          expectInside(step.title, step.box, 'step title');
          expectInside(step.meta, step.box, 'step meta');
        }
        for (const card of layout.cards) expectInside(card.text, card.box, 'card');
        for (const chip of layout.touchpoints) expectInside(chip.text, chip.box, 'touchpoint');
        for (const lane of layout.lanes) expectInside(lane.title, lane.header, 'lane');
        for (const transition of layout.transitions) {
          expectInside(transition.label, transition.labelBox, 'transition');
          expect(inside(transition.labelBox, { ...layout.transitionsBox, x: 0, width: layout.width })).toBe(true);
        }
        for (const entry of layout.legend.entries) expectInside(entry.text, page, 'legend');
      }),
    );
  });

  it('lays cards, touchpoints and steps out without overlap, each card in its cell', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const layout = layoutOf(map);
        const boxes = [...layout.cards, ...layout.touchpoints, ...layout.steps].map(({ box }) => box);
        boxes.forEach((box, index) => {
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        });
        for (const card of [...layout.cards, ...layout.touchpoints]) {
          const cell = layout.cells.get(`${card.stepId}:${card.laneId}`);
          expect(cell && inside(card.box, cell.box)).toBe(true);
        }
      }),
    );
  });

  it('loses no step, lane, transition or card of an open lane', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const arranged = arrange(map);
        const layout = layoutOf(map);
        expect(layout.steps.map((step) => step.id)).toEqual(arranged.steps.map((step) => step.id));
        expect(layout.stages.map((stage) => stage.id)).toEqual(arranged.stages.map((stage) => stage.id));
        expect(layout.transitions).toHaveLength(arranged.transitions.length);
        const folded = new Set(arranged.lanes.filter((lane) => lane.folded).map((lane) => lane.id));
        const open = [...arranged.cells.values()].flat().filter((card) => !folded.has(card.pos.laneId));
        expect(layout.cards.map((card) => card.id).sort()).toEqual(open.map((card) => card.id).sort());
      }),
    );
  });

  it('leads no arc through a label, and no label over another', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const { transitions } = layoutOf(map);
        transitions.forEach((transition, index) => {
          for (const other of transitions.slice(index + 1)) {
            expect(overlap(transition.labelBox, other.labelBox), JSON.stringify([transition, other])).toBe(false);
          }
          const points = pathOutline(transition.path);
          points.slice(1).forEach((to, place) => {
            const from = points[place] ?? to;
            const stroke: Box = {
              x: Math.min(from.x, to.x) - 1,
              y: Math.min(from.y, to.y) - 1,
              width: Math.abs(to.x - from.x) + 2,
              height: Math.abs(to.y - from.y) + 2,
            };
            for (const { labelBox, id } of transitions) {
              expect(overlap(stroke, labelBox), `${transition.path} over ${id} ${JSON.stringify(labelBox)}`).toBe(false);
            }
          });
          expect(arrowHead(transition.arrow)).toMatch(/^M[-\d. L]+Z$/);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('says the same each time', () => {
    fc.assert(
      fc.property(maps, (map) => {
        expect(layoutOf(structuredClone(map))).toEqual(layoutOf(map));
      }),
      { numRuns: 30 },
    );
  });
});
