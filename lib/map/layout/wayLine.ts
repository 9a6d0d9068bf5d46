import type { Way } from '../ways/way';
import type { MapLayout, Point } from './types';

/** How far below the step headers the line runs. */
const drop = 8;

/** A way as a line under the step headers: where it goes on to the next step, and where it stops. Transitions on it are arcs of their own. */
export type WayLine = {
  /** SVG path data of all pieces. */
  path: string;
  /** Each step of the way, once, from left to right. */
  stops: (Point & { stepId: string })[];
  start: Point | null;
  /** Null when the way leaves by an exit, whose arrow shows it. */
  end: Point | null;
};

/** The line of a way, as the steps stand now. Steps that are not laid out are passed over. */
export function layoutWay({ steps }: Pick<MapLayout, 'steps'>, way: Pick<Way, 'steps' | 'taken' | 'end'>): WayLine {
  const on = new Set(way.steps);
  const stops = steps
    .filter(({ id }) => on.has(id))
    .map(({ id, box }) => ({ stepId: id, x: box.x + box.width / 2, y: box.y + box.height + drop }));
  const byId = new Map(stops.map((stop) => [stop.stepId, stop]));
  const pieces = new Set<string>();
  way.steps.forEach((stepId, index) => {
    const from = byId.get(stepId);
    const to = byId.get(way.steps[index + 1] ?? '');
    if (from && to && way.taken[index] === null) pieces.add(`M${from.x} ${from.y}H${to.x}`);
  });
  return {
    path: [...pieces].join(''),
    stops,
    start: byId.get(way.steps[0] ?? '') ?? null,
    end: way.end.kind === 'end' ? (byId.get(way.end.stepId) ?? null) : null,
  };
}
