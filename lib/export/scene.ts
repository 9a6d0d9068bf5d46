import type { Emphasis } from '@/lib/map/emphasis';
import type { ComparisonLayout } from '@/lib/map/layout/compare/layoutComparison';
import { colourOf, type Scheme } from '@/lib/map/layout/palette';
import type { LayoutLabels, MapLayout } from '@/lib/map/layout/types';
import type { Pen, PictureBytes } from './pen';
import { type ComparisonKey, drawComparison, drawComparisonKey } from './scene/comparison';
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
  /** What somebody looks at: a way, or what a filter found. All else is faded. */
  emphasis?: Emphasis | null;
  /** Pictures of cards, by their files' ids; a box stands for what is not among them. */
  pictures?: ReadonlyMap<string, PictureBytes>;
  /** The map is the union of two states: what tells them apart, and what is said of it in words. */
  comparison?: { layout: ComparisonLayout; key: readonly ComparisonKey[]; label: string };
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
    emphasis: options.emphasis ?? null,
    ground: options.background || scheme === 'dark' ? colourOf('paper', scheme) : '#ffffff',
    pictures: options.pictures ?? noPictures,
  };
  if (options.background) pen.box({ x: 0, y: 0, width: layout.width, height: layout.height }, { fill: context.ground });
  drawTitle(context);
  drawHeaders(context);
  drawTransitions(context);
  drawLoss(context);
  // Two states are told apart by their curves, too: these stand out.
  if (options.comparison) drawCurve(context);
  else drawCurveOfLook(context);
  drawLanes(context);
  drawLegend(context);
  const { comparison } = options;
  if (!comparison) return;
  const { ground } = context;
  pen.group({ kind: 'figure', label: comparison.label }, () => {
    drawComparison(comparison.layout, { scheme, ground }, pen);
    drawComparisonKey(comparison.key, { scheme, ground }, pen);
  });
}

/** The emotion curve; faded where something is looked at, all but the points at its steps. */
function drawCurveOfLook(context: SceneContext): void {
  const { emphasis, layout } = context;
  drawCurve(emphasis === null ? context : faded(context));
  if (emphasis === null) return;
  const personas = layout.curve.personas.map((persona) => ({
    ...persona,
    path: '',
    points: persona.points.filter(({ stepId }) => emphasis.steps.has(stepId)),
  }));
  drawCurve({ ...context, layout: { ...layout, curve: { ...layout.curve, grid: [], personas, measured: null } } });
}
