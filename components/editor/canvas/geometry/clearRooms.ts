import type { Box } from '@/lib/map/layout/types';

/** Whether two boxes have more than an edge in common. */
const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** More pieces than this over a screen are not looked at one by one: the work grows with their fourth power. */
const mostPieces = 12;

/**
 * The rooms of a screen that nothing lies over: boxes from edge to edge, of the screen or of what covers it. Some of them lie in others. `covered` may
 * reach beyond the screen, and its boxes over one another.
 */
export function clearRooms({ width, height }: { width: number; height: number }, covered: readonly Box[]): Box[] {
  const screen = { x: 0, y: 0, width, height };
  const pieces = covered.filter((piece) => meet(piece, screen)).slice(0, mostPieces);
  const starts = (edges: readonly number[], end: number): number[] => [
    ...new Set([0, ...edges.filter((at) => at > 0 && at < end)]),
  ];
  const ends = (edges: readonly number[], end: number): number[] => [
    ...new Set([end, ...edges.filter((at) => at > 0 && at < end)]),
  ];
  const lefts = starts(
    pieces.map((piece) => piece.x + piece.width),
    width,
  );
  const rights = ends(
    pieces.map(({ x }) => x),
    width,
  );
  const tops = starts(
    pieces.map((piece) => piece.y + piece.height),
    height,
  );
  const bottoms = ends(
    pieces.map(({ y }) => y),
    height,
  );
  const rooms: Box[] = [];
  for (const x of lefts) {
    for (const right of rights) {
      if (right <= x) continue;
      for (const y of tops) {
        for (const bottom of bottoms) {
          if (bottom <= y) continue;
          const room = { x, y, width: right - x, height: bottom - y };
          if (!pieces.some((piece) => meet(piece, room))) rooms.push(room);
        }
      }
    }
  }
  return rooms;
}
