import { colourOf, type Scheme } from '@/lib/map/layout/palette';
import type { LayoutLabels, MapLayout } from '@/lib/map/layout/types';
import type { OnWay } from '@/lib/map/ways/onWay';
import type { Pen, PictureBytes } from './pen';
import type { SceneContext } from './scene/context';
import { drawCurve } from './scene/curve';
import { faded, plainBorder } from './scene/emphasis';
import { drawHeaders } from './scene/headers';
import { drawLanes } from './scene/lanes';
import { drawLegend } from './scene/legend';
import { drawLoss } from './scene/loss';
import { drawTitle } from './scene/title';
import { drawTransitions } from './scene/transitions';

export type SceneOptions = {
  scheme: Scheme;
  labels: LayoutLabels;
  /** Fill the whole map with the colour of paper; off where real paper lies behind it. */
  background: boolean;
  /** The way that somebody looks at; all else is faded. */
  onWay?: OnWay | null;
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
    border: plainBorder(scheme),
    onWay: options.onWay ?? null,
    ground: options.background || scheme === 'dark' ? colourOf('paper', scheme) : '#ffffff',
    pictures: options.pictures ?? noPictures,
  };
  if (options.background) pen.box({ x: 0, y: 0, width: layout.width, height: layout.height }, { fill: context.ground });
  drawTitle(context);
  drawHeaders(context);
  drawTransitions(context);
  drawLoss(context);
  drawCurveOfWay(context);
  drawLanes(context);
  drawLegend(context);
}

/** The emotion curve; faded where a way is looked at, all but the points on it. */
function drawCurveOfWay(context: SceneContext): void {
  const { onWay, layout } = context;
  drawCurve(onWay === null ? context : faded(context));
  if (onWay === null) return;
  const personas = layout.curve.personas.map((persona) => ({
    ...persona,
    path: '',
    points: persona.points.filter(({ stepId }) => onWay.steps.has(stepId)),
  }));
  drawCurve({ ...context, layout: { ...layout, curve: { ...layout.curve, grid: [], personas } } });
}
