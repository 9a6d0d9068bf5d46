import { describe, expect, it } from 'vitest';
import { overlaps } from '@/components/editor/canvas/geometry/box';
import {
  countVisible,
  listVisible,
  listVisibleLanes,
  listVisibleSteps,
  windowOf,
} from '@/components/editor/canvas/geometry/visible';
import { indexOf, serviceCall } from '../editorFixture';

const index = indexOf(serviceCall());
const screen = { width: 800, height: 600 };

describe('the window', () => {
  it('holds all that the screen shows', () => {
    for (const viewport of [
      { x: 0, y: 0, zoom: 1 },
      { x: -333, y: 217, zoom: 0.5 },
      { x: 1200, y: -900, zoom: 2.5 },
      { x: -10, y: -10, zoom: 0.05 },
    ]) {
      const window = windowOf(viewport, screen);
      expect(window.x).toBeLessThanOrEqual(-viewport.x / viewport.zoom);
      expect(window.y).toBeLessThanOrEqual(-viewport.y / viewport.zoom);
      expect(window.x + window.width).toBeGreaterThanOrEqual((screen.width - viewport.x) / viewport.zoom);
      expect(window.y + window.height).toBeGreaterThanOrEqual((screen.height - viewport.y) / viewport.zoom);
    }
  });

  it('stays the same while panning by a few pixels', () => {
    const windows = new Set(
      Array.from({ length: 24 }, (_, x) => JSON.stringify(windowOf({ x: -200 - x, y: 0, zoom: 1 }, screen))),
    );
    expect(windows.size).toBeLessThanOrEqual(2);
  });
});

describe('what is in view', () => {
  it('is what a look at every box would find', () => {
    for (const window of [
      { x: 0, y: 0, width: 800, height: 600 },
      { x: 900, y: 500, width: 640, height: 300 },
      { x: 0, y: 0, width: index.layout.width, height: index.layout.height },
    ]) {
      const visible = listVisible(index, window);
      const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
      expect(ids(visible.cards)).toEqual(ids(index.layout.cards.filter(({ box }) => overlaps(box, window))));
      expect(ids(visible.touchpoints)).toEqual(ids(index.layout.touchpoints.filter(({ box }) => overlaps(box, window))));
      expect(ids(visible.steps)).toEqual(ids(index.layout.steps.filter(({ box }) => overlaps(box, window))));
      expect(ids(visible.lanes)).toEqual(ids(index.layout.lanes.filter(({ box }) => overlaps(box, window))));
      expect(countVisible(visible)).toBe(visible.cards.length + visible.touchpoints.length + visible.steps.length);
    }
  });

  it('is nothing beside the map', () => {
    const away = { x: 50_000, y: 50_000, width: 800, height: 600 };
    expect(listVisibleSteps(index.steps, away)).toEqual([]);
    expect(listVisibleLanes(index.lanes, away)).toEqual([]);
    expect(listVisible(index, away)).toMatchObject({ cards: [], stages: [], title: false, curve: false, legend: false });
  });
});
