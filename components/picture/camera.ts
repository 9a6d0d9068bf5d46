import {
  maxZoom,
  minZoom,
  nextZoom,
  type Size,
  toMap,
  type Viewport,
  zoomAround,
} from '@/components/editor/canvas/geometry/viewport';
import type { Box, Point } from '@/lib/map/layout/types';

/** Where somebody looks at a drawn map. */
export type Camera = {
  viewport(): Viewport;
  size(): Size;
  resize(size: Size): void;
  set(viewport: Viewport): void;
  /** Moves there within a moment, or at once where motion is not wanted. */
  glideTo(viewport: Viewport): void;
  subscribe(listener: () => void): () => void;
};

/** Milliseconds of a move. */
const glideTime = 650;
/** At least so much of the map stays in sight, in pixels. */
const kept = 64;

const ease = (part: number): number => (part < 0.5 ? 4 * part ** 3 : 1 - (-2 * part + 2) ** 3 / 2);

/** The way between two views, `part` of 0–1: what is in view changes evenly, as if one window were drawn out into the other. */
export function between(from: Viewport, to: Viewport, part: number): Viewport {
  const [start, end] = [toMap(from, { x: 0, y: 0 }), toMap(to, { x: 0, y: 0 })];
  const mix = (a: number, b: number): number => a + (b - a) * part;
  const zoom = 1 / mix(1 / from.zoom, 1 / to.zoom);
  return { x: -mix(start.x, end.x) * zoom, y: -mix(start.y, end.y) * zoom, zoom };
}

/** A view that still shows something of the map. */
export function keepInSight(viewport: Viewport, map: Size, screen: Size): Viewport {
  const zoom = Math.min(maxZoom, Math.max(minZoom, viewport.zoom));
  const clamp = (at: number, length: number, room: number): number => Math.min(room - kept, Math.max(kept - length * zoom, at));
  return { x: clamp(viewport.x, map.width, screen.width), y: clamp(viewport.y, map.height, screen.height), zoom };
}

/** A camera over a page's canvas; `still` says whether motion is unwanted at that moment. */
export function createCamera(still: () => boolean): Camera {
  let viewport: Viewport = { x: 0, y: 0, zoom: 1 };
  let size: Size = { width: 0, height: 0 };
  let frame = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const stop = (): void => {
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
  };
  const move = (next: Viewport): void => {
    viewport = next;
    tell();
  };
  return {
    viewport: () => viewport,
    size: () => size,
    resize(next) {
      size = next;
      tell();
    },
    set(next) {
      stop();
      move(next);
    },
    glideTo(next) {
      stop();
      if (still()) {
        move(next);
        return;
      }
      const [from, began] = [viewport, performance.now()];
      const step = (): void => {
        const part = Math.min(1, (performance.now() - began) / glideTime);
        frame = part < 1 ? requestAnimationFrame(step) : 0;
        move(part < 1 ? between(from, next, ease(part)) : next);
      };
      frame = requestAnimationFrame(step);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Zooms a step in or out around the middle of the screen. */
export function zoomStep(camera: Camera, direction: 1 | -1): void {
  const { width, height } = camera.size();
  const now = camera.viewport();
  camera.glideTo(zoomAround(now, { x: width / 2, y: height / 2 }, nextZoom(now.zoom, direction)));
}

/** Zooms to a size around a point of the screen. */
export function zoomTo(camera: Camera, zoom: number, point?: Point): void {
  const { width, height } = camera.size();
  camera.set(zoomAround(camera.viewport(), point ?? { x: width / 2, y: height / 2 }, zoom));
}

/** What of the screen is free for the map: the rest is covered by words. */
export type Frame = { left: number; top: number; right: number; bottom: number };

/** The view that shows a box as large as the free part of the screen allows, at most `largest` times its size. */
export function frameBox(box: Box, screen: Size, frame: Frame, largest: number): Viewport {
  const [width, height] = [screen.width - frame.left - frame.right, screen.height - frame.top - frame.bottom];
  const zoom = Math.min(largest, Math.max(minZoom, Math.min(width / Math.max(1, box.width), height / Math.max(1, box.height))));
  return {
    x: frame.left + (width - box.width * zoom) / 2 - box.x * zoom,
    y: frame.top + (height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  };
}
