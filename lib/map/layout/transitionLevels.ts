import type { Route } from './transitionPorts';
import { sizes } from './transitionSizes';

/** What a route takes up from left to right, its words included, and how high it runs: 0 next to the stage band. */
export type Item = { route: Route; left: number; right: number; level: number };
/** A line from the band up to a level. */
export type Vertical = { x: number; level: number };

const reachOf = (route: Route): number => Math.abs((route.to ?? route.from) - route.from);

/** A level above every shorter route that it overlaps: so arcs nest, and no two routes of one level touch. */
export function assignLevels(items: Item[]): void {
  const order = [...items].sort(
    (a, b) =>
      a.right - a.left - (b.right - b.left) ||
      reachOf(a.route) - reachOf(b.route) ||
      a.left - b.left ||
      (a.route.transition.id < b.route.transition.id ? -1 : 1),
  );
  order.forEach((item, place) => {
    for (const below of order.slice(0, place)) {
      if (below.left < item.right && item.left < below.right) item.level = Math.max(item.level, below.level + 1);
    }
  });
}

/** The part of [left, right] that no line of a higher level passes: the one around `middle` when it is wide enough, else the widest. */
export function findGap(
  { left, right, middle }: { left: number; right: number; middle: number },
  level: number,
  verticals: readonly Vertical[],
  wanted: number,
): { left: number; right: number } {
  const walls = verticals
    .filter(({ x, level: above }) => above > level && x > left - sizes.clear && x < right + sizes.clear)
    .map(({ x }) => x);
  const edges = [left - sizes.clear, ...walls.sort((a, b) => a - b), right + sizes.clear];
  let best = { left, right: left };
  for (let index = 0; index + 1 < edges.length; index++) {
    const gap = { left: (edges[index] ?? 0) + sizes.clear, right: (edges[index + 1] ?? 0) - sizes.clear };
    const width = gap.right - gap.left;
    if (gap.left <= middle && middle <= gap.right && width >= wanted) return gap;
    if (width > best.right - best.left) best = gap;
  }
  return best;
}
