import type { ArrangedMap } from '../arrange';
import { findLoss } from '../momentTally';
import { layoutCurve } from './emotionCurve';
import { grid, layoutColumns } from './grid';
import { layoutLanes } from './lanes';
import { layoutLegend } from './legend';
import { layoutLoss, lossHeight, lostFrom } from './loss';
import { listOnlyAssumed } from './onlyAssumed';
import { layoutStages } from './stageBand';
import { layoutSteps } from './stepHeaders';
import { layoutTitle } from './titleBlock';
import { layoutTransitions } from './transitions';
import type { LayoutOptions, MapLayout } from './types';

/** Distances between the parts, in pixels. */
const space = { titleToArcs: 20, arcsToBand: 8, bandToSteps: 16, stepsToCurve: 16, lanesToLegend: 20 };

/**
 * Positions, sizes and line breaks of everything on a map, in pixels at 100 %. Pure and deterministic: the canvas, SVG, PNG and PDF all
 * draw what it says. Lays out any map, an empty one too.
 */
export function layoutMap(map: ArrangedMap, options: LayoutOptions): MapLayout {
  const columns = layoutColumns(map, options.width ?? grid.minWidth);
  const title = layoutTitle(map, options, columns.right);
  const arcs = layoutTransitions(map, columns, options, title.box.y + title.box.height + space.titleToArcs);
  const loss = findLoss(map);
  const band = layoutStages(columns, options, arcs.bottom + space.arcsToBand, lostFrom(loss, columns));
  const headers = layoutSteps(columns, options, band.bottom + space.bandToSteps + lossHeight(loss, columns, options));
  const curve = layoutCurve(map, columns, options, headers.bottom + space.stepsToCurve);
  const lanes = layoutLanes(map, columns, options, curve.box.y + curve.box.height);
  const legend = layoutLegend(map, columns, options, lanes.bottom + (options.roomBelowLanes ?? 0) + space.lanesToLegend);

  const bandTop = arcs.bottom + space.arcsToBand;
  for (const step of headers.steps) step.column = { ...step.column, y: bandTop, height: lanes.bottom - bandTop };
  return {
    width: columns.width,
    height: Math.ceil(legend.box.y + legend.box.height + grid.margin),
    title,
    transitionsBox: arcs.box,
    stages: band.stages,
    steps: headers.steps,
    curve,
    lanes: lanes.lanes,
    cells: lanes.cells,
    cards: lanes.cards,
    touchpoints: lanes.touchpoints,
    said: lanes.said,
    transitions: arcs.transitions,
    loss: layoutLoss(loss, columns, options, { band: band.bottom, steps: headers.steps, plot: curve.plot }),
    onlyAssumed: options.evidenceView ? listOnlyAssumed(map) : null,
    legend,
  };
}
