import { describe, expect, it } from 'vitest';
import { centreOf } from '@/components/editor/canvas/geometry/box';
import { findBoxOf } from '@/components/editor/canvas/geometry/boxOf';
import { findCellAt, hitTest, listTouched } from '@/components/editor/canvas/geometry/hitTest';
import { pathPoints } from '@/components/editor/canvas/geometry/pathPoints';
import { referenceKey } from '@/components/editor/reference';
import { first, indexOf, serviceCall } from '../editorFixture';

const index = indexOf(serviceCall());

describe('what lies under the pointer', () => {
  it('is every card, at its middle and just inside its corners', () => {
    for (const card of index.layout.cards) {
      const { x, y, width, height } = card.box;
      for (const point of [centreOf(card.box), { x: x + 1, y: y + 1 }, { x: x + width - 1, y: y + height - 1 }]) {
        expect(hitTest(index, point)).toEqual({ type: 'card', id: card.id });
      }
    }
  });

  it('is a step on its header, and its all-or-nothing sign above it', () => {
    for (const step of index.steps) {
      expect(hitTest(index, { x: step.numberAt.x, y: step.numberAt.y })).toEqual({ type: 'step', id: step.id });
      if (step.moment) expect(hitTest(index, step.moment.at)).toEqual({ type: 'moment', id: step.id });
    }
  });

  it('is a stage, a lane, a touchpoint, a point of the curve, a field of the title block', () => {
    const stage = first(index.layout.stages);
    const lane = first(index.lanes);
    const touchpoint = first(index.layout.touchpoints);
    const persona = first(index.layout.curve.personas);
    const point = first(persona.points);
    expect(hitTest(index, centreOf(stage.box))).toEqual({ type: 'stage', id: stage.id });
    expect(hitTest(index, centreOf(lane.header))).toEqual({ type: 'lane', id: lane.id });
    expect(hitTest(index, centreOf(touchpoint.box))).toEqual({ type: 'touchpoint', id: touchpoint.id });
    expect(hitTest(index, point)).toEqual({ type: 'emotion', stepId: point.stepId, personaId: persona.personaId });
    expect(hitTest(index, centreOf(index.layout.title.fields.title))).toEqual({ type: 'meta', field: 'title' });
  });

  it('is a transition on its line and on its words', () => {
    expect(index.layout.transitions.length).toBeGreaterThan(1);
    for (const transition of index.layout.transitions) {
      const points = pathPoints(transition.path);
      const [a, b] = [points[0], points[1]];
      if (a && b)
        expect(hitTest(index, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })).toEqual({ type: 'transition', id: transition.id });
      expect(hitTest(index, centreOf(transition.labelBox))).toEqual({ type: 'transition', id: transition.id });
    }
  });

  it('is the cell where it holds nothing, and nothing on the paper around the map', () => {
    const [step, lane] = [first(index.steps), first(index.lanes)];
    const cell = { x: step.column.x + 4, y: lane.box.y + 2 };
    expect(hitTest(index, cell)).toEqual({ type: 'cell', stepId: step.id, laneId: lane.id });
    expect(findCellAt(index, cell)).toEqual({ stepId: step.id, laneId: lane.id });
    expect(hitTest(index, { x: -50, y: -50 })).toBeNull();
    expect(hitTest(index, { x: index.layout.width + 50, y: 400 })).toBeNull();
  });

  it('reaches further for a finger', () => {
    const point = first(first(index.layout.curve.personas).points);
    const beside = { x: point.x + 16, y: point.y };
    expect(hitTest(index, beside)).toBeNull();
    expect(hitTest(index, beside, 10)?.type).toBe('emotion');
  });

  it('knows the box of everything that it finds', () => {
    const found = [...index.layout.cards, ...index.layout.touchpoints].map(({ box }) => hitTest(index, centreOf(box)));
    for (const reference of found)
      expect(reference && findBoxOf(index, reference), reference ? referenceKey(reference) : '').not.toBeNull();
  });
});

describe('a marquee', () => {
  it('takes the cards that it touches, else the steps', () => {
    const card = first(index.layout.cards);
    expect(listTouched(index, { x: card.box.x + 2, y: card.box.y + 2, width: 1, height: 1 })).toEqual([
      { type: 'card', id: card.id },
    ]);
    const step = first(index.steps);
    expect(listTouched(index, { ...step.box, height: 4 })).toContainEqual({ type: 'step', id: step.id });
    expect(listTouched(index, { x: -10, y: -10, width: 1, height: 1 })).toEqual([]);
  });
});
