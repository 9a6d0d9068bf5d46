import type { Box, Point } from '@/lib/map/layout/types';
import { fitClear, type Insets, nextZoom, reveal, type Size, toMap, type Viewport, zoomAround } from './geometry/viewport';
import type { Cover } from './interaction/coveredPlaces';

/** What moves the view. React Flow stands behind it; nothing else of the canvas needs to know that. */
export type CanvasView = {
  viewport(): Viewport;
  /** Of the canvas, in pixels of the screen. */
  size(): Size;
  /** A place on the map, from client coordinates (those of pointer events). */
  pointAt(client: Point): Point;
  set(viewport: Viewport, options?: { smooth?: boolean }): void;
  panBy(dx: number, dy: number): void;
  zoomBy(direction: 1 | -1): void;
  zoomTo(zoom: number): void;
  /** Shows all of a box, clear of what lies over the canvas. `isWhole`: it is the whole map, with which the overview goes away. */
  fit(box: Box, options?: { isWhole?: boolean }): void;
  /** Brings a box into the middle. */
  centre(box: Box, zoom: number): void;
  /** Pans as little as is needed to see a box, clear of what lies over the canvas. */
  reveal(box: Box, insets?: Insets): void;
};

type Source = {
  viewport(): Viewport;
  size(): Size;
  /** The canvas' place in the window. */
  origin(): Point;
  /** Places of the canvas' screen that something lies over. */
  covered(): readonly Cover[];
  set(viewport: Viewport, duration: number): void;
  /** Milliseconds that a smooth change takes; 0 for people who asked for less motion. */
  duration(): number;
};

/** The view over what holds the viewport. */
export function createCanvasView(source: Source): CanvasView {
  // Pressing a key again while the view still moves goes on from where it is going.
  let aim: { viewport: Viewport; until: number } | null = null;
  const aimed = (): Viewport => (aim && performance.now() < aim.until ? aim.viewport : source.viewport());
  const glide = (viewport: Viewport): void => {
    aim = { viewport, until: performance.now() + source.duration() };
    source.set(viewport, source.duration());
  };
  const jump = (viewport: Viewport): void => {
    aim = null;
    source.set(viewport, 0);
  };
  const centre = (): Point => ({ x: source.size().width / 2, y: source.size().height / 2 });
  return {
    viewport: source.viewport,
    size: source.size,
    pointAt(client) {
      const origin = source.origin();
      return toMap(source.viewport(), { x: client.x - origin.x, y: client.y - origin.y });
    },
    set(viewport, { smooth = false } = {}) {
      if (smooth) glide(viewport);
      else jump(viewport);
    },
    panBy(dx, dy) {
      const viewport = source.viewport();
      jump({ ...viewport, x: viewport.x + dx, y: viewport.y + dy });
    },
    zoomBy(direction) {
      const viewport = aimed();
      glide(zoomAround(viewport, centre(), nextZoom(viewport.zoom, direction)));
    },
    zoomTo(zoom) {
      glide(zoomAround(aimed(), centre(), zoom));
    },
    fit(box, { isWhole = false } = {}) {
      const covered = source.covered().filter(({ yields }) => !(isWhole && yields));
      glide(fitClear(box, source.size(), covered));
    },
    centre(box, zoom) {
      const { width, height } = source.size();
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      glide({ x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom, zoom });
    },
    reveal(box, insets) {
      const viewport = aimed();
      const next = reveal(viewport, source.size(), box, insets, source.covered());
      if (next !== viewport) glide(next);
    },
  };
}
