import type { Transition } from '../transition';
import type { Columns } from './grid';

/** A transition with the places where it leaves and reaches the stage band. `to` is null for an exit. */
export type Route = { transition: Transition; from: number; to: number | null };

const portGap = 16;
/** The part of a column in which ends may stand; beside them, between two columns, there is room for words that no line passes. */
const portsPart = 0.6;
/** Loops stand right of ways to other steps. */
const loopRank = 1e6;
/** Exits stand right of everything else. */
const exitRank = Number.MAX_SAFE_INTEGER;

/**
 * Gives every end of a transition a place of its own above its step, so that lines do not run over each other: at a step, the ways to the
 * left stand left (longest innermost), the ways to the right stand right (longest innermost), exits rightmost. So arcs nest.
 */
export function assignPorts(transitions: readonly Transition[], columns: Columns): Route[] {
  const index = new Map(columns.columns.flatMap((column, place) => (column.step ? [[column.step.id, place] as const] : [])));
  const ends = new Map<string, { route: number; end: 'from' | 'to'; rank: number; id: string }[]>();
  const visible = transitions.filter(
    (transition) => index.has(transition.from) && (transition.to === null || index.has(transition.to)),
  );
  const add = (stepId: string, end: { route: number; end: 'from' | 'to'; rank: number; id: string }) => {
    const list = ends.get(stepId);
    if (list) list.push(end);
    else ends.set(stepId, [end]);
  };
  visible.forEach((transition, route) => {
    const { id } = transition;
    const from = index.get(transition.from) ?? 0;
    if (transition.to === null || transition.kind === 'exit') {
      add(transition.from, { route, end: 'from', rank: exitRank, id });
      return;
    }
    const span = (index.get(transition.to) ?? 0) - from;
    // Rank along the step's top edge, from left to right.
    const rank = (distance: number) => (distance === 0 ? 0 : distance < 0 ? -1 / -distance : 1 / distance);
    if (span === 0) {
      // Loops of one step lie within each other.
      add(transition.from, { route, end: 'from', rank: loopRank + route, id });
      add(transition.from, { route, end: 'to', rank: 2 * loopRank - route, id });
      return;
    }
    add(transition.from, { route, end: 'from', rank: rank(span), id });
    add(transition.to, { route, end: 'to', rank: rank(-span), id });
  });

  const routes: Route[] = visible.map((transition) => ({ transition, from: 0, to: null }));
  const lastColumn = columns.columns.at(-1);
  for (const [stepId, list] of ends) {
    const column = columns.byStep.get(stepId);
    if (!column) continue;
    list.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const gap = Math.min(portGap, (column.width * portsPart) / Math.max(1, list.length - 1));
    // At the map's right edge the words of an exit need the room that the middle of the column would take from them.
    const shift = column === lastColumn && list.some(({ rank }) => rank === exitRank) ? column.width / 4 : 0;
    const margin = (column.width * (1 - portsPart)) / 2;
    const first = Math.max(column.x + margin, column.x + column.width / 2 - ((list.length - 1) * gap) / 2 - shift);
    list.forEach(({ route, end }, place) => {
      const found = routes[route];
      if (found) found[end] = first + place * gap;
    });
  }
  return routes;
}
