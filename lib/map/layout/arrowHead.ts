import type { TransitionLayout } from './types';

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of a filled arrow head with its tip at an arrow's point. Length and half width in pixels. */
export function arrowHead(arrow: TransitionLayout['arrow'], length = 10, half = 5): string {
  const [cos, sin] = [Math.cos(arrow.angle), Math.sin(arrow.angle)];
  const corner = (side: number) =>
    `${round(arrow.x - length * cos + side * half * sin)} ${round(arrow.y - length * sin - side * half * cos)}`;
  return `M${round(arrow.x)} ${round(arrow.y)}L${corner(1)}L${corner(-1)}Z`;
}
