import { textStyles } from '@/lib/map/layout/textStyles';
import type { ExportWarning } from './exportWarning';

export const papers = ['fit', 'a4', 'a3', 'a2', 'a1', 'a0'] as const;
export type Paper = (typeof papers)[number];
export const orientations = ['portrait', 'landscape'] as const;
export type Orientation = (typeof orientations)[number];

/** Shorter and longer side in points (1/72 inch). */
const sides: Record<Exclude<Paper, 'fit'>, readonly [number, number]> = {
  a4: [595.28, 841.89],
  a3: [841.89, 1190.55],
  a2: [1190.55, 1683.78],
  a1: [1683.78, 2383.94],
  a0: [2383.94, 3370.39],
};

/** A pixel of the map is a CSS pixel, 1/96 inch. */
export const pointsPerPixel = 72 / 96;
/** PDF readers accept pages up to 200 inches. */
const maxSide = 14_400;
/** What office printers cannot reach. The map brings its own margin on top. */
const paperMargin = 12;
/** Type below this many points cannot be read on paper. */
export const leastReadable = 5;

/** In pixels at 100 %. */
type MapSize = { width: number; height: number };

export type PagePlan = {
  width: number;
  height: number;
  /** Points per pixel of the map, and where its top left corner stands. */
  scale: number;
  left: number;
  top: number;
};

/** Where a map of a size in pixels stands on a paper, as large as it goes, centred; `fit` is a page of the map's own size. */
export function planPage(map: MapSize, paper: Paper, orientation: Orientation): PagePlan {
  if (paper === 'fit') {
    const scale = Math.min(pointsPerPixel, maxSide / Math.max(map.width, map.height));
    return { width: map.width * scale, height: map.height * scale, scale, left: 0, top: 0 };
  }
  const [short, long] = sides[paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const scale = Math.min((width - 2 * paperMargin) / map.width, (height - 2 * paperMargin) / map.height);
  return { width, height, scale, left: (width - map.width * scale) / 2, top: (height - map.height * scale) / 2 };
}

const smallestText = Math.min(...Object.values(textStyles).map((style) => style.size));

/** The smallest paper on which the smallest text of a map stays readable; null when none is large enough. */
function findReadablePaper(map: MapSize, orientation: Orientation): Paper | null {
  const sizes = papers.filter((paper) => paper !== 'fit');
  return sizes.find((paper) => planPage(map, paper, orientation).scale * smallestText >= leastReadable) ?? null;
}

/** Says when text would be too small to read. */
export function listPaperWarnings(map: MapSize, paper: Paper, orientation: Orientation): ExportWarning[] {
  const points = planPage(map, paper, orientation).scale * smallestText;
  if (points >= leastReadable) return [];
  return [{ code: 'textTooSmall', points: Math.round(points * 10) / 10, paper: findReadablePaper(map, orientation) }];
}
