import { colourOf, type Scheme } from '@/lib/map/layout/palette';
import type { LayoutLabels, MapLayout } from '@/lib/map/layout/types';
import type { Pen, PictureBytes } from './pen';
import type { SceneContext } from './scene/context';
import { drawCurve } from './scene/curve';
import { drawHeaders } from './scene/headers';
import { drawLanes } from './scene/lanes';
import { drawLegend } from './scene/legend';
import { drawTitle } from './scene/title';
import { drawTransitions } from './scene/transitions';

export type SceneOptions = {
  scheme: Scheme;
  labels: LayoutLabels;
  /** Fill the whole map with the colour of paper; off where real paper lies behind it. */
  background: boolean;
  /** Pictures of cards, by their files' ids; a box stands for what is not among them. */
  pictures?: ReadonlyMap<string, PictureBytes>;
};

const noPictures: ReadonlyMap<string, PictureBytes> = new Map();

/** Draws a whole map, in the order in which it is read. */
export function drawMap(layout: MapLayout, options: SceneOptions, pen: Pen): void {
  const { labels, scheme } = options;
  const context: SceneContext = {
    layout,
    labels,
    pen,
    scheme,
    colour: (name) => colourOf(name, scheme),
    ground: options.background || scheme === 'dark' ? colourOf('paper', scheme) : '#ffffff',
    pictures: options.pictures ?? noPictures,
  };
  if (options.background) pen.box({ x: 0, y: 0, width: layout.width, height: layout.height }, { fill: context.ground });
  drawTitle(context);
  drawHeaders(context);
  drawTransitions(context);
  drawCurve(context);
  drawLanes(context);
  drawLegend(context);
}
