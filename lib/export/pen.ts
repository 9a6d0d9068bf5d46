import type { Box, Point, TextBlock } from '@/lib/map/layout/types';

/** Colours are `#rrggbb`; widths and dashes are pixels at 100 %. What has neither fill nor stroke is not seen. */
export type Paint = {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  /** Lengths of dash and gap. */
  dash?: readonly [number, number];
  /** 0–1, of fill and stroke. */
  opacity?: number;
};

/** A picture as it is put into a file. */
export type PictureBytes = { bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg' };

/** `alt`: for those who cannot see it. */
export type Picture = PictureBytes & { alt: string };

/** How things on the page belong together: a part with a name, or a drawing that is told in one sentence. */
export type Group = { kind: 'section'; label: string } | { kind: 'figure'; label: string };

/**
 * The one interface through which a map is drawn; SVG, PNG and PDF each implement it. All lengths are pixels at 100 % from the map's top left
 * corner. Text comes broken into lines and placed; a pen never moves it.
 */
export type Pen = {
  box(box: Box, paint: Paint & { radius?: number }): void;
  /** SVG path data with absolute commands. */
  path(data: string, paint: Paint): void;
  line(from: Point, to: Point, paint: Paint): void;
  /** Slanting lines through a box, one pattern over the whole map; a pen may draw fewer of them where they would run together. */
  hatch(box: Box, colour: string): void;
  text(block: TextBlock, colour: string): void;
  /** Text that people find their way by: 1 the map, 2 stages and lanes, 3 steps. `bookmark` is the place that a bookmark shows. */
  heading(level: 1 | 2 | 3, block: TextBlock, colour: string, bookmark?: Box): void;
  image(box: Box, picture: Picture): void;
  /** An area that leads to an address; `label` is what is said of it. */
  link(box: Box, address: string, label: string): void;
  group(group: Group, draw: () => void): void;
};
