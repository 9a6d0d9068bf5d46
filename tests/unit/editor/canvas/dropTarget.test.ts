import { describe, expect, it } from 'vitest';
import { centreOf } from '@/components/editor/canvas/geometry/box';
import {
  findCardDrop,
  findLaneDrop,
  findStageDrop,
  findStepDrop,
  findTouchpointDrop,
  findTransitionEnd,
} from '@/components/editor/canvas/geometry/dropTarget';
import { cardsIn, first, indexOf, serviceCall } from '../editorFixture';

const doc = serviceCall();
const index = indexOf(doc);
const boxOf = (id: string | undefined) => index.cards.get(id ?? '')?.box ?? { x: 0, y: 0, width: 0, height: 0 };
const none = new Set<string>();

describe('dropping cards', () => {
  const [upper, lower] = cardsIn(doc, 1, 0);

  it('goes before the card whose upper half is under the pointer, and after the last one', () => {
    expect(findCardDrop(index, { x: boxOf(upper).x + 5, y: boxOf(upper).y + 2 }, none)?.beforeId).toBe(upper);
    expect(findCardDrop(index, { x: boxOf(lower).x + 5, y: boxOf(lower).y + 2 }, none)?.beforeId).toBe(lower);
    const { x, y, height } = boxOf(lower);
    expect(findCardDrop(index, { x: x + 5, y: y + height - 2 }, none)?.beforeId).toBeNull();
  });

  it('does not count what is in the hand', () => {
    const dragged = new Set([upper ?? '']);
    expect(findCardDrop(index, centreOf(boxOf(upper)), dragged)?.beforeId).toBe(lower);
  });

  it('shows its marker within the cell, and has no place beside the lanes', () => {
    const drop = findCardDrop(index, centreOf(boxOf(lower)), none);
    const lane = first(index.lanes);
    expect(drop?.marker.y).toBeGreaterThanOrEqual(lane.box.y);
    expect(drop?.marker.y).toBeLessThanOrEqual(lane.box.y + lane.box.height);
    expect(findCardDrop(index, centreOf(first(index.steps).box), none)).toBeNull();
    expect(findCardDrop(index, { x: -5, y: boxOf(upper).y }, none)).toBeNull();
  });
});

describe('dropping steps', () => {
  it('stays within the stage under the pointer, before or after its steps', () => {
    const stage = index.map.stages[1];
    const box = index.stageById.get(stage?.id ?? '')?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(findStepDrop(index, { x: box.x + 2, y: 0 }, none)).toMatchObject({
      stageId: stage?.id,
      beforeId: stage?.steps[0]?.id,
    });
    expect(findStepDrop(index, { x: box.x + box.width - 2, y: 0 }, none)).toMatchObject({ stageId: stage?.id, beforeId: null });
    const dragged = new Set([stage?.steps[0]?.id ?? '']);
    expect(findStepDrop(index, { x: box.x + 2, y: 0 }, dragged)?.beforeId).toBe(stage?.steps[1]?.id);
  });
});

describe('dropping stages, lanes and touchpoints', () => {
  it('goes before the one whose first half is under the pointer, else to the end', () => {
    const [a, b] = index.layout.stages;
    expect(findStageDrop(index, { x: (b?.box.x ?? 0) + 3, y: 0 }, new Set([a?.id ?? '']))?.beforeId).toBe(b?.id);
    expect(findStageDrop(index, { x: 99_999, y: 0 }, new Set([a?.id ?? '']))?.beforeId).toBeNull();
    const [top, next] = index.lanes;
    expect(findLaneDrop(index, { x: 0, y: (next?.box.y ?? 0) + 2 }, new Set([top?.id ?? '']))?.beforeId).toBe(next?.id);
    expect(findLaneDrop(index, { x: 0, y: 99_999 }, new Set([top?.id ?? '']))?.beforeId).toBeNull();
  });

  it('moves a touchpoint to the step of the column', () => {
    const chip = first(index.layout.touchpoints);
    const target = index.steps[4];
    expect(findTouchpointDrop(index, { x: (target?.box.x ?? 0) + 5, y: chip.box.y }, chip.id)?.stepId).toBe(target?.id);
    expect(findTouchpointDrop(index, { x: -5, y: 0 }, chip.id)).toBeNull();
  });
});

describe('the end of a transition', () => {
  it('is a step, or leaving', () => {
    const [a, b] = index.steps;
    expect(a && b && findTransitionEnd(index, centreOf(b.column))).toBe(b?.id);
    expect(a && findTransitionEnd(index, centreOf(a.box))).toBe(a?.id);
    expect(a && findTransitionEnd(index, { x: 0, y: 0 })).toBeNull();
  });
});
