import type { Point } from '@/lib/map/layout/types';

const argumentCounts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const segments = 12;

function bezier(points: readonly Point[], t: number): Point {
  let level = points;
  while (level.length > 1) {
    level = level.slice(1).map((point, i) => {
      const before = level[i] ?? point;
      return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
    });
  }
  return level[0] ?? { x: 0, y: 0 };
}

/**
 * The points along SVG path data with absolute commands, close enough to find what lies under a pointer: each curve becomes
 * 12 straight pieces, an elliptical arc one. Unknown commands end the list.
 */
export function pathPoints(path: string): Point[] {
  const tokens = path.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? [];
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let control: Point | null = null;
  let command = '';
  let position = 0;
  while (position < tokens.length) {
    const token = tokens[position] ?? '';
    if (/[a-zA-Z]/.test(token)) {
      command = token;
      position += 1;
    }
    const count = argumentCounts[command];
    if (count === undefined) return points;
    const numbers = tokens.slice(position, position + count).map(Number);
    if (numbers.length < count || numbers.some(Number.isNaN)) return points;
    position += count;
    const pairs: Point[] = [];
    for (let i = 0; i + 1 < count; i += 2) pairs.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
    const from = at;
    let curve: Point[] = [];
    if (command === 'Z') at = points[0] ?? at;
    else if (command === 'H') at = { x: numbers[0] ?? at.x, y: at.y };
    else if (command === 'V') at = { x: at.x, y: numbers[0] ?? at.y };
    else if (command === 'A') at = { x: numbers[5] ?? at.x, y: numbers[6] ?? at.y };
    else {
      at = pairs.at(-1) ?? at;
      if (command === 'S' || command === 'T')
        pairs.unshift(control ? { x: 2 * from.x - control.x, y: 2 * from.y - control.y } : from);
      if (pairs.length > 1) {
        curve = [from, ...pairs];
        control = pairs.at(-2) ?? null;
      } else control = null;
    }
    if (curve.length === 0) points.push(at);
    else for (let i = 1; i <= segments; i += 1) points.push(bezier(curve, i / segments));
    if (count === 0) command = '';
  }
  return points;
}

/** Distance in pixels from a point to the nearest place on a line through points; infinite without points. */
export function distanceToPath(points: readonly Point[], point: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  points.forEach((end, i) => {
    const start = points[i - 1] ?? end;
    const dx = end.x - start.x;
    const dy = end.y - start.y;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length));
    nearest = Math.min(nearest, Math.hypot(point.x - start.x - t * dx, point.y - start.y - t * dy));
  });
  return nearest;
}
