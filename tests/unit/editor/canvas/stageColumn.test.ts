import { expect, test } from 'vitest';
import { stageColumn } from '@/components/editor/canvas/geometry/stageColumn';
import { indexOf, serviceCall } from '../editorFixture';

test('the column of a stage goes from its band down to the last lane, and holds all that stands in it', () => {
  const index = indexOf(serviceCall());
  const [, stage] = index.layout.stages;
  if (!stage) throw new Error('no second stage');
  const column = stageColumn(index, stage);
  const last = index.lanes.at(-1)?.box;
  expect(column.y).toBe(stage.box.y + stage.box.height);
  expect(column.y + column.height).toBe((last?.y ?? 0) + (last?.height ?? 0));
  const steps = new Set(index.map.steps.filter(({ pos }) => pos.stageId === stage.id).map(({ id }) => id));
  expect(steps.size).toBeGreaterThan(0);
  for (const { stepId, box } of index.layout.cards) {
    const isInside = box.x >= column.x && box.x + box.width <= column.x + column.width;
    expect(isInside, stepId).toBe(steps.has(stepId));
  }
});

test('without lanes it ends with the curve', () => {
  const index = indexOf(serviceCall());
  const [stage] = index.layout.stages;
  if (!stage) throw new Error('no stage');
  const { curve } = index.layout;
  const column = stageColumn({ layout: index.layout, lanes: [] }, stage);
  expect(column.y + column.height).toBe(curve.box.y + curve.box.height);
});
