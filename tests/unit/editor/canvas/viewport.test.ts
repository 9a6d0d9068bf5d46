import { describe, expect, it } from 'vitest';
import { clearRooms } from '@/components/editor/canvas/geometry/clearRooms';
import {
  boxToScreen,
  fitBox,
  fitClear,
  initialViewport,
  maxZoom,
  minZoom,
  nextZoom,
  reveal,
  toMap,
  toScreen,
  zoomAround,
} from '@/components/editor/canvas/geometry/viewport';
import type { Box } from '@/lib/map/layout/types';

const screen = { width: 1000, height: 700 };

describe('places on map and screen', () => {
  it('lead to one another and back', () => {
    const viewport = { x: -120, y: 44, zoom: 0.8 };
    const there = toScreen(viewport, toMap(viewport, { x: 312, y: 17 }));
    expect(there.x).toBeCloseTo(312);
    expect(there.y).toBeCloseTo(17);
  });
});

describe('zooming', () => {
  it('keeps what lies under the given place', () => {
    const before = { x: 30, y: -80, zoom: 1 };
    const at = { x: 400, y: 300 };
    const after = zoomAround(before, at, 2.5);
    expect(toMap(after, at).x).toBeCloseTo(toMap(before, at).x);
    expect(toMap(after, at).y).toBeCloseTo(toMap(before, at).y);
  });

  it('goes by levels and stays within the bounds', () => {
    expect(nextZoom(1, 1)).toBe(1.25);
    expect(nextZoom(1, -1)).toBe(0.75);
    expect(nextZoom(0.8, 1)).toBe(1);
    expect(nextZoom(maxZoom, 1)).toBe(maxZoom);
    expect(nextZoom(minZoom, -1)).toBe(minZoom);
    expect(zoomAround({ x: 0, y: 0, zoom: 1 }, { x: 0, y: 0 }, 99).zoom).toBe(maxZoom);
  });
});

describe('the first view', () => {
  it('shows all the width while text is readable, else the top left part', () => {
    expect(initialViewport({ width: 1100, height: 900 }, screen).zoom).toBeCloseTo(968 / 1100);
    expect(initialViewport({ width: 9000, height: 900 }, screen)).toMatchObject({ zoom: 0.75, x: 16, y: 16 });
    expect(initialViewport({ width: 600, height: 400 }, screen)).toMatchObject({ zoom: 1, x: 200 });
    expect(initialViewport({ width: 2400, height: 900 }, { width: 390, height: 700 }).zoom).toBe(0.7);
  });
});

describe('fitting and revealing', () => {
  it('fits a box clear of what lies over the screen, where it is largest', () => {
    const box = { x: 0, y: 0, width: 1400, height: 3000 };
    const shownWith = (...covered: Box[]): Box => boxToScreen(fitClear(box, screen, covered), box);
    const wide = { x: 0, y: 0, width: 3000, height: 2050 };
    const isClear = (shown: Box, cover: Box): boolean =>
      shown.x + shown.width <= cover.x ||
      cover.x + cover.width <= shown.x ||
      shown.y + shown.height <= cover.y ||
      cover.y + cover.height <= shown.y;
    // Above the buttons at the lower edge; what is high and narrow, beside them, where it is no smaller.
    const buttons = { x: 400, y: 650, width: 300, height: 38 };
    const above = boxToScreen(fitClear(wide, screen, [buttons]), wide);
    expect(above.y + above.height).toBeLessThanOrEqual(buttons.y);
    expect(fitClear(box, screen, [buttons]).zoom).toBe(fitBox(box, screen).zoom);
    expect(isClear(shownWith(buttons), buttons)).toBe(true);
    // What lies beside the map changes nothing.
    expect(fitClear(box, screen, [{ ...buttons, x: 900, width: 90 }])).toEqual(fitBox(box, screen));
    // Beside a panel as high as the screen, on its wider side.
    const panel = { x: 450, y: 20, width: 300, height: 660 };
    expect(shownWith(panel).x + shownWith(panel).width).toBeLessThanOrEqual(panel.x);
    // Clear of several at once: panel at the right, tray at the left, buttons below.
    const several = [
      { x: 680, y: 0, width: 320, height: 700 },
      { x: 0, y: 600, width: 260, height: 100 },
      { x: 380, y: 650, width: 280, height: 38 },
    ];
    for (const cover of several) expect(isClear(shownWith(...several), cover), JSON.stringify(cover)).toBe(true);
  });

  it('lets what takes most of the screen lie over a box rather than make that tiny', () => {
    const box = { x: 0, y: 0, width: 1000, height: 700 };
    const sheet = { x: 0, y: 210, width: 1000, height: 490 };
    expect(fitClear(box, screen, [sheet])).toEqual(fitBox(box, screen));
  });

  it('fits a box into the screen, never larger than 100 %', () => {
    const shown = boxToScreen(fitBox({ x: 50, y: 60, width: 3000, height: 900 }, screen), {
      x: 50,
      y: 60,
      width: 3000,
      height: 900,
    });
    expect(shown.x).toBeGreaterThanOrEqual(0);
    expect(shown.x + shown.width).toBeLessThanOrEqual(screen.width);
    expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, screen).zoom).toBe(1);
  });

  it('does not move for what is in view, and no further than needed for what is not', () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    expect(reveal(viewport, screen, { x: 100, y: 100, width: 50, height: 50 })).toBe(viewport);
    expect(reveal(viewport, screen, { x: 1200, y: 100, width: 50, height: 50 }).x).toBe(-(1250 - 984));
    expect(reveal(viewport, screen, { x: 20, y: 20, width: 50, height: 50 }, { left: 100, top: 60 })).toMatchObject({
      x: 96,
      y: 56,
    });
    expect(reveal(viewport, screen, { x: 3000, y: 0, width: 5000, height: 10 }).x).toBe(16 - 3000);
  });

  it('keeps clear of what lies over the canvas, by the shortest way', () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    const minimap = { x: 780, y: 550, width: 208, height: 130 };
    const under = { x: 700, y: 600, width: 200, height: 60 };
    const insets = { left: 0, top: 0 };
    expect(reveal(viewport, screen, under, insets, [minimap])).toMatchObject({ x: 0, y: 550 - 16 - 660 });
    const narrow = { x: 760, y: 600, width: 60, height: 60 };
    expect(reveal(viewport, screen, narrow, insets, [minimap])).toMatchObject({ x: 780 - 16 - 820, y: 0 });
    const beside = { x: 400, y: 600, width: 200, height: 60 };
    expect(reveal(viewport, screen, beside, insets, [minimap])).toBe(viewport);
    // Out of view first, then out of the way; and past a tray in the other corner, too: here beside that, and above the other.
    const tray = { x: 12, y: 400, width: 700, height: 290 };
    const below = reveal(viewport, screen, { x: 700, y: 900, width: 200, height: 60 }, insets, [minimap, tray]);
    expect(below).toMatchObject({ x: 712 + 16 - 700, y: 550 - 16 - 960 });
    // Too high for the room that is left: its top left corner counts.
    const high = { x: 700, y: 20, width: 200, height: 660 };
    expect(reveal(viewport, screen, high, insets, [minimap])).toMatchObject({ x: 780 - 16 - 900, y: 0 });
  });

  it('stands close to what is beside it where there is no room for more, and is covered where there is none', () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    const small = { width: 720, height: 400 };
    const panel = { x: 400, y: 0, width: 320, height: 400 };
    const titles = { left: 180, top: 90 };
    const card = { x: 238, y: 230, width: 190, height: 100 };
    expect(reveal(viewport, small, card, titles, [panel])).toMatchObject({ x: 400 - 2 - 428, y: 0 });
    expect(reveal(viewport, small, { ...card, width: 230 }, titles, [panel])).toBe(viewport);
  });
});

describe('rooms that nothing lies over', () => {
  it('are the whole screen where nothing does, and what is left of it beside, above and below else', () => {
    expect(clearRooms(screen, [])).toEqual([{ x: 0, y: 0, ...screen }]);
    expect(clearRooms(screen, [{ x: 2000, y: 0, width: 10, height: 10 }])).toEqual([{ x: 0, y: 0, ...screen }]);
    const rooms = clearRooms(screen, [{ x: 600, y: 500, width: 500, height: 150 }]);
    expect(rooms).toContainEqual({ x: 0, y: 0, width: 600, height: 700 });
    expect(rooms).toContainEqual({ x: 0, y: 0, width: 1000, height: 500 });
    expect(rooms).toContainEqual({ x: 0, y: 650, width: 1000, height: 50 });
    expect(clearRooms(screen, [{ x: -5, y: -5, width: 2000, height: 2000 }])).toEqual([]);
  });
});
