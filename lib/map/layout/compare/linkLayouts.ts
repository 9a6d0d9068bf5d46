import { findMoved } from '../../diff/findMoved';
import type { Box, MapLayout, Point } from '../types';

/** Places along one axis that are the same on two layouts, rising on both. */
type Anchors = readonly (readonly [number, number])[];

/** Where a place of one layout lies on the other. */
export type LayoutLink = { toAfter(point: Point): Point; toBefore(point: Point): Point };

type Edged = { id: string; box: Box };

/** The edges of what both layouts have, without what moved: in order on both. */
function anchorsOf(before: readonly Edged[], after: readonly Edged[], edges: (box: Box) => [number, number]): Anchors {
  const moved = findMoved(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  const there = new Map(after.map(({ id, box }) => [id, box]));
  return before.flatMap(({ id, box }) => {
    const other = there.get(id);
    if (!other || moved.has(id)) return [];
    const [start, end] = edges(box);
    const [otherStart, otherEnd] = edges(other);
    return [
      [start, otherStart],
      [end, otherEnd],
    ] as const;
  });
}

/** Between two anchors in proportion, beyond the outermost in equal steps. */
function follow(anchors: Anchors, place: number): number {
  const first = anchors[0];
  const last = anchors.at(-1);
  if (!first || !last) return place;
  if (place <= first[0]) return first[1] + place - first[0];
  if (place >= last[0]) return last[1] + place - last[0];
  let [from, to] = [first, last];
  for (const anchor of anchors) {
    if (anchor[0] <= place) from = anchor;
    else {
      to = anchor;
      break;
    }
  }
  const room = to[0] - from[0];
  return room <= 0 ? from[1] : from[1] + ((place - from[0]) / room) * (to[1] - from[1]);
}

const turned = (anchors: Anchors): Anchors => anchors.map(([a, b]) => [b, a] as const);

/** Links two layouts by the steps and lanes that both have: to look at the same of both. */
export function linkLayouts(before: MapLayout, after: MapLayout): LayoutLink {
  const x = anchorsOf(before.steps, after.steps, (box) => [box.x, box.x + box.width]);
  const tops = ({ steps, stages, curve, lanes }: MapLayout): number[] => [
    stages[0]?.box.y ?? 0,
    steps[0]?.box.y ?? stages[0]?.box.y ?? 0,
    curve.box.y,
    lanes[0]?.box.y ?? curve.box.y + curve.box.height,
  ];
  const [above, other] = [tops(before), tops(after)];
  const y = [
    ...above.map((top, at) => [top, other[at] ?? top] as const),
    ...anchorsOf(before.lanes, after.lanes, (box) => [box.y, box.y + box.height]),
  ];
  const [backX, backY] = [turned(x), turned(y)];
  return {
    toAfter: (point) => ({ x: follow(x, point.x), y: follow(y, point.y) }),
    toBefore: (point) => ({ x: follow(backX, point.x), y: follow(backY, point.y) }),
  };
}
