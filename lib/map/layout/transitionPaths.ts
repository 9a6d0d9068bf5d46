import { sizes } from './transitionSizes';

/** SVG path data: upwards from one end, along the level with rounded corners, and down to the other end. */
export function arcPath(from: number, to: number, foot: number, y: number): string {
  const r = Math.min(sizes.radius, Math.abs(to - from) / 2, foot - y);
  const side = to > from ? 1 : -1;
  const corner = to > from ? 1 : 0;
  return `M${from} ${foot}V${y + r}A${r} ${r} 0 0 ${corner} ${from + side * r} ${y}H${to - side * r}A${r} ${r} 0 0 ${corner} ${to} ${y + r}V${foot - sizes.tip}`;
}

/** SVG path data: up from the step, and away to the right. */
export function exitPath(from: number, foot: number, y: number): string {
  const r = Math.min(sizes.exitReach - 12, foot - y);
  return `M${from} ${foot}V${y + r}A${r} ${r} 0 0 1 ${from + r} ${y}H${from + sizes.exitReach - sizes.tip}`;
}
