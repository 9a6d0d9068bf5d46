import { describe, expect, test } from 'vitest';
import { indexMap } from '@/components/editor/canvas/geometry/mapIndex';
import { toScreen } from '@/components/editor/canvas/geometry/viewport';
import { between, createCamera, keepInSight } from '@/components/picture/camera';
import { viewOf } from '@/components/present/slideView';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { slidesOf } from '@/lib/map/slides';
import { largeMap, mapBuilder, smallMap } from '@/tests/builders/map';

describe('a camera', () => {
  test('moves from one view to another without a jump', () => {
    const [from, to] = [
      { x: 10, y: 20, zoom: 0.25 },
      { x: -900, y: -300, zoom: 1.5 },
    ];
    for (const [part, view] of [
      [0, from],
      [1, to],
    ] as const) {
      const found = between(from, to, part);
      for (const key of ['x', 'y', 'zoom'] as const) expect(found[key]).toBeCloseTo(view[key], 6);
    }
    const zooms = Array.from({ length: 11 }, (_, step) => between(from, to, step / 10).zoom);
    expect(zooms).toEqual([...zooms].sort((a, b) => a - b));
  });

  test('is where it goes at once when motion is not wanted', () => {
    const camera = createCamera(() => true);
    const seen: number[] = [];
    const stop = camera.subscribe(() => seen.push(camera.viewport().zoom));
    camera.glideTo({ x: 1, y: 2, zoom: 3 });
    stop();
    camera.glideTo({ x: 1, y: 2, zoom: 4 });
    expect(seen).toEqual([3]);
  });

  test('always keeps something of the map in sight', () => {
    const [map, screen] = [
      { width: 2000, height: 1000 },
      { width: 800, height: 600 },
    ];
    expect(keepInSight({ x: 5000, y: -9000, zoom: 1 }, map, screen)).toEqual({ x: 736, y: -936, zoom: 1 });
    expect(keepInSight({ x: 10, y: 10, zoom: 99 }, map, screen).zoom).toBe(4);
  });
});

describe('what a slide shows', () => {
  const labels = layoutLabels('en');
  const indexes = [smallMap(), largeMap({ steps: 24 }), mapBuilder().toMap()].map((map) => {
    const arranged = arrange(map);
    return indexMap(arranged, layoutMap(arranged, { measure: measureText, labels }));
  });
  const screens = [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ];
  test('is a stage of two steps in larger letters than one of many, as wide as there is room', () => {
    const index = indexes[0];
    const stages = index ? slidesOf(index.map).filter(({ kind }) => kind === 'stage') : [];
    expect(stages.length).toBeGreaterThan(0);
    for (const slide of stages) {
      if (!index) continue;
      const { box, viewport } = viewOf(index, slide, { width: 1440, height: 900 });
      expect(viewport.zoom).toBeGreaterThanOrEqual(Math.min(1.25, (1440 - 248) / 2 / box.width));
    }
  });

  test('lies within its part of the screen, from side to side, and begins at its top', () => {
    for (const index of indexes) {
      for (const screen of screens) {
        for (const slide of slidesOf(index.map)) {
          const { box, frame, viewport, below, alone } = viewOf(index, slide, screen);
          const [start, end] = [toScreen(viewport, box), toScreen(viewport, { x: box.x + box.width, y: box.y + box.height })];
          const where = `${slide.key} on ${screen.width} × ${screen.height}`;
          // Two titles would stand over each other.
          expect(alone, where).toBe(slide.kind !== 'title');
          expect(start.x, where).toBeGreaterThanOrEqual(frame.left - 1);
          expect(end.x, where).toBeLessThanOrEqual(screen.width - frame.right + 1);
          expect(start.y, where).toBeGreaterThanOrEqual(frame.top - 1);
          expect(end.y - below, where).toBeLessThanOrEqual(screen.height - frame.bottom + 1);
        }
      }
    }
  });
});
