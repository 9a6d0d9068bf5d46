import type { ArrangedMap } from '../arrange';
import type { Transition } from '../transition';
import { type Columns, grid } from './grid';
import { heightOf, placeText } from './textBlock';
import { assignLevels, findGap, type Item, type Vertical } from './transitionLevels';
import { arcPath, exitPath } from './transitionPaths';
import { assignPorts, type Route } from './transitionPorts';
import { sizes } from './transitionSizes';
import type { Box, LayoutOptions, TransitionLayout } from './types';
import { wrapOf } from './wrap';

/** The words on a transition: its label, with the share of customers before it unless the label says one; else what kind it is. */
export function transitionText(transition: Transition, labels: LayoutOptions['labels']): string {
  const kind = transition.to === transition.from ? labels.loop : labels.transition[transition.kind];
  const label = transition.label.trim() === '' ? kind : transition.label.trim();
  if (transition.share === undefined || label.includes('%')) return label;
  return `${labels.share(transition.share)} ${label}`;
}

const isExit = (route: Route): boolean => route.to === null;

/** Of each step's exits the leftmost: the others rise right of it, under its words. */
function firstExits(routes: readonly Route[]): number[] {
  const first = new Map<string, number>();
  for (const { transition, from, to } of routes) {
    if (to === null) first.set(transition.from, Math.min(from, first.get(transition.from) ?? from));
  }
  return [...first.values()];
}

/** Ways that leave the row of steps, above the stage band: arcs back and ahead, loops, exits. The band begins at `bottom`. */
export function layoutTransitions(
  map: ArrangedMap,
  columns: Columns,
  options: LayoutOptions,
  top: number,
): { box: Box; transitions: TransitionLayout[]; bottom: number } {
  const wrap = wrapOf(options.measure);
  const routes = assignPorts(map.transitions, columns);
  const walls = routes
    .flatMap((route) => (route.to === null ? [] : [route.from, route.to]))
    .concat(firstExits(routes))
    .sort((a, b) => a - b);
  const textOf = (route: Route) => transitionText(route.transition, options.labels);

  const exitLines = (route: Route) => {
    const start = route.from + sizes.exitReach + sizes.clear;
    const next = walls.find((x) => x > route.from) ?? Number.POSITIVE_INFINITY;
    const room = Math.min(next - sizes.clear, columns.right + grid.margin / 2) - start;
    return wrap(textOf(route), 'transition', Math.floor(Math.min(sizes.maxExit, Math.max(sizes.minLabel, room))));
  };
  /** Where the lines of the next steps begin, right of those of a loop's own step. */
  const roomBeside = ({ transition }: Route, high: number): number => {
    const own = columns.byStep.get(transition.from);
    const edge = own ? own.x + own.width : high;
    return walls.find((x) => x > edge) ?? columns.right + grid.margin / 2;
  };
  /** Right ends of the exits of each step so far, from right to left. */
  const exitRight = new Map<string, number>();
  const items = [...routes]
    .sort((a, b) => b.from - a.from)
    .map((route): Item => {
      if (route.to === null) {
        const width = Math.max(0, ...exitLines(route).map((line) => line.width));
        const own = route.from + sizes.exitReach + sizes.clear + width + sizes.clear;
        // Of several exits of a step the left one is to go above the right one, whose words its line would cross: it gets the wider span.
        const right = Math.max(own, (exitRight.get(route.transition.from) ?? 0) + 1);
        exitRight.set(route.transition.from, right);
        return { route, left: route.from, right, level: 0 };
      }
      const [low, high] = [Math.min(route.from, route.to), Math.max(route.from, route.to)];
      // A loop is narrower than its words: they have the width of its column, and where lines crowd, the room before the next one's.
      const half = Math.max(high - low, columns.byStep.get(route.transition.from)?.width ?? grid.columnWidth) / 2;
      const middle = (low + high) / 2;
      const beside = route.transition.from === route.transition.to ? roomBeside(route, high) : high;
      const right = Math.min(Math.max(middle + half, beside), columns.right + grid.margin / 2);
      return { route, left: Math.min(low, middle - half), right: Math.max(high, right), level: 0 };
    });
  assignLevels(items);
  const verticals = items.flatMap(({ route, level }): Vertical[] =>
    route.to === null
      ? [{ x: route.from, level }]
      : [
          { x: route.from, level },
          { x: route.to, level },
        ],
  );

  const drafts = items.map((item) => {
    const { route, level } = item;
    if (route.to === null)
      return { item, lines: exitLines(route), gap: { left: route.from + sizes.exitReach + sizes.clear, right: item.right } };
    const wanted = Math.min(options.measure(textOf(route), 'transition'), sizes.maxLabel);
    const span = { left: item.left + sizes.clear, right: item.right - sizes.clear, middle: (route.from + route.to) / 2 };
    const gap = findGap(span, level, verticals, wanted);
    const lines = wrap(
      textOf(route),
      'transition',
      Math.floor(Math.min(sizes.maxLabel, Math.max(sizes.minLabel, gap.right - gap.left))),
    );
    return { item, lines, gap };
  });

  // Heights of the levels, from the band upwards; each has room for its highest label above its line.
  const levelCount = Math.max(0, ...items.map((item) => item.level + 1));
  const rises: number[] = [];
  let rise = 0;
  for (let level = 0; level < levelCount; level++) {
    const ofLevel = drafts.filter((draft) => draft.item.level === level);
    const exits = ofLevel
      .filter((draft) => isExit(draft.item.route))
      .map((draft) => heightOf(draft.lines.length, 'transition') / 2);
    const arcs = ofLevel.filter((draft) => !isExit(draft.item.route)).map((draft) => heightOf(draft.lines.length, 'transition'));
    const line = rise + Math.max(level === 0 ? sizes.minLevel : sizes.levelGap, ...exits.map((half) => half + 4));
    rises.push(line);
    rise = line + Math.max(0, ...exits, ...arcs.map((height) => height + sizes.labelGap)) + 4;
  }
  const height = levelCount === 0 ? 0 : Math.ceil(rise / 4) * 4;
  const foot = top + height;

  // Read from left to right.
  drafts.sort((a, b) => a.item.route.from - b.item.route.from);
  const transitions = drafts.map(({ item, lines, gap }): TransitionLayout => {
    const { transition, from, to } = item.route;
    const y = foot - (rises[item.level] ?? 0);
    const width = Math.max(0, ...lines.map((line) => line.width));
    const labelHeight = heightOf(lines.length, 'transition');
    if (to === null) {
      const labelBox = { x: gap.left, y: y - labelHeight / 2, width, height: labelHeight };
      return {
        id: transition.id,
        kind: transition.kind,
        path: exitPath(from, foot, y),
        arrow: { x: from + sizes.exitReach, y, angle: 0 },
        label: placeText(lines, 'transition', labelBox),
        labelBox,
      };
    }
    const middle = (Math.min(from, to) + Math.max(from, to)) / 2;
    const x = Math.max(gap.left, Math.min(gap.right - width, middle - width / 2));
    const labelBox = { x, y: y - sizes.labelGap - labelHeight, width, height: labelHeight };
    return {
      id: transition.id,
      kind: transition.kind,
      path: arcPath(from, to, foot, y),
      arrow: { x: to, y: foot, angle: Math.PI / 2 },
      label: placeText(lines, 'transition', { ...labelBox, align: 'centre' }),
      labelBox,
    };
  });
  return {
    box: { x: columns.left, y: top, width: columns.right - columns.left, height },
    transitions,
    bottom: foot,
  };
}
