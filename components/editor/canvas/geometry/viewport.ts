import type { Box, Point } from '@/lib/map/layout/types';
import { overlaps } from './box';
import { clearRooms } from './clearRooms';

/** Where the map stands on the screen: screen = map × zoom + (x, y). */
export type Viewport = { x: number; y: number; zoom: number };
export type Size = { width: number; height: number };

export const minZoom = 0.04;
export const maxZoom = 4;
/** Text of 14 px is hard to read below this. */
const readableZoom = 0.75;
const padding = 16;
/** What stays between a box and what lies beside it where there is no room for more. */
const leastGap = 2;
/** A box that is shown as a whole is not made smaller than this part of its size for what lies over the screen. */
const leastClear = 0.5;

const clampZoom = (zoom: number): number => Math.min(maxZoom, Math.max(minZoom, zoom));

/** A place on the map, from a place on the screen measured from the canvas' top left corner. */
export function toMap(viewport: Viewport, point: Point): Point {
  return { x: (point.x - viewport.x) / viewport.zoom, y: (point.y - viewport.y) / viewport.zoom };
}

/** A place on the screen, from a place on the map. */
export function toScreen(viewport: Viewport, point: Point): Point {
  return { x: point.x * viewport.zoom + viewport.x, y: point.y * viewport.zoom + viewport.y };
}

/** A box on the screen, from a box on the map. */
export function boxToScreen(viewport: Viewport, box: Box): Box {
  return { ...toScreen(viewport, box), width: box.width * viewport.zoom, height: box.height * viewport.zoom };
}

/** Shows all of a box, in the middle, never larger than 100 %. */
export function fitBox(box: Box, screen: Size): Viewport {
  const zoom = clampZoom(
    Math.min(1, (screen.width - 2 * padding) / Math.max(1, box.width), (screen.height - 2 * padding) / Math.max(1, box.height)),
  );
  return {
    x: (screen.width - box.width * zoom) / 2 - box.x * zoom,
    y: (screen.height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  };
}

/**
 * Shows all of a box, as `fitBox`, clear of what lies over the screen: in that part of it in which the box is largest. Where that would leave it less
 * than half as large, it is covered rather: something that takes most of the screen is put away by whoever wants to see the map.
 */
export function fitClear(box: Box, screen: Size, covered: readonly Box[]): Viewport {
  const plain = fitBox(box, screen);
  const shown = boxToScreen(plain, box);
  if (!covered.some((cover) => overlaps(cover, shown))) return plain;
  let best: Viewport | null = null;
  for (const room of clearRooms(screen, covered)) {
    const inside = fitBox(box, room);
    if (inside.zoom > (best?.zoom ?? plain.zoom * leastClear)) {
      best = { ...inside, x: inside.x + room.x, y: inside.y + room.y };
    }
  }
  return best ?? plain;
}

/** Shows what another screen shows: all of it, and no more than that needs. */
export function showBox(box: Box, screen: Size): Viewport {
  const zoom = clampZoom(Math.min(screen.width / Math.max(1, box.width), screen.height / Math.max(1, box.height)));
  return {
    x: (screen.width - box.width * zoom) / 2 - box.x * zoom,
    y: (screen.height - box.height * zoom) / 2 - box.y * zoom,
    zoom,
  };
}

/**
 * The first view of a map: all of its width if its text is then still readable, else its top left part at a size that is;
 * on a small screen a little smaller, so that two steps stand side by side.
 */
export function initialViewport(map: Size, screen: Size): Viewport {
  const fitting = (screen.width - 2 * padding) / Math.max(1, map.width);
  const zoom = clampZoom(Math.min(1, Math.max(fitting, screen.width < 640 ? 0.7 : readableZoom)));
  const spare = screen.width - map.width * zoom;
  return { x: spare > 2 * padding ? spare / 2 : padding, y: padding, zoom };
}

/** Zooms so that the place on the screen keeps what it shows. */
export function zoomAround(viewport: Viewport, point: Point, zoom: number): Viewport {
  const next = clampZoom(zoom);
  const at = toMap(viewport, point);
  return { x: point.x - at.x * next, y: point.y - at.y * next, zoom: next };
}

/** The next step of a zoom by keyboard or button: 10 %, 25 %, 35 %, 50 %, 75 %, 100 %, 125 %, 150 %, 200 %, 300 %, 400 %. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const levels = [minZoom, 0.1, 0.25, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, maxZoom];
  const beyond = direction > 0 ? levels.find((level) => level > zoom + 0.01) : levels.findLast((level) => level < zoom - 0.01);
  return beyond ?? clampZoom(zoom);
}

/** Insets of the screen that something else covers: the sticky titles. */
export type Insets = { left: number; top: number };

const none: Insets = { left: 0, top: 0 };

/**
 * Pans as little as is needed to see a box, and not at all when it is in view; a box larger than the screen shows its top left corner.
 * `covered` are places of the screen that something lies over, the overview map for one: the box is kept clear of them where there is room.
 */
export function reveal(
  viewport: Viewport,
  screen: Size,
  box: Box,
  insets: Insets = none,
  covered: readonly Box[] = [],
): Viewport {
  const next = revealInside(viewport, screen, box, insets);
  const shown = boxToScreen(next, box);
  if (!covered.some((cover) => overlaps(cover, shown))) return next;
  const titles = [
    { x: 0, y: 0, width: insets.left, height: screen.height },
    { x: 0, y: 0, width: screen.width, height: insets.top },
  ];
  const rooms = clearRooms(screen, [...titles, ...covered]);
  // Where little room is left, it stands close to what is beside it.
  for (const gap of [padding, leastGap]) {
    const ways = rooms.flatMap((room): Point[] => {
      const at = {
        x: nearestIn(shown.x, shown.width, room.x, room.width, gap),
        y: nearestIn(shown.y, shown.height, room.y, room.height, gap),
      };
      return at.x === null || at.y === null ? [] : [{ x: at.x - shown.x, y: at.y - shown.y }];
    });
    const [way] = ways.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));
    if (way) return { ...next, x: next.x + way.x, y: next.y + way.y };
  }
  return next;
}

/** Where something that begins at `at` and is `size` long lies within a stretch, as near as can be and `gap` away from its ends; null where it does not fit. */
function nearestIn(at: number, size: number, start: number, length: number, gap: number): number | null {
  return size + 2 * gap > length ? null : Math.min(Math.max(at, start + gap), start + length - gap - size);
}

function revealInside(viewport: Viewport, screen: Size, box: Box, insets: Insets): Viewport {
  const shown = boxToScreen(viewport, box);
  const shift = (start: number, length: number, from: number, to: number): number => {
    if (start >= from && start + length <= to) return 0;
    if (length > to - from || start < from) return from - start;
    return to - start - length;
  };
  const dx = shift(shown.x, shown.width, insets.left + padding, screen.width - padding);
  const dy = shift(shown.y, shown.height, insets.top + padding, screen.height - padding);
  return dx === 0 && dy === 0 ? viewport : { ...viewport, x: viewport.x + dx, y: viewport.y + dy };
}
