import type { Box } from '@/lib/map/layout/types';

/** Where on the canvas' screen something lies over it: what `data-covers-map` marks on the canvas and beside it, piece by piece. */
export function coveredPlaces(root: HTMLElement): Box[] {
  const around = root.closest('main') ?? root;
  const origin = root.getBoundingClientRect();
  // The frames around the pieces are mostly empty, and as wide as the widest of them.
  const pieces = [...around.querySelectorAll('[data-covers-map] > *')];
  return pieces.flatMap((piece) => {
    const { left, top, width, height } = piece.getBoundingClientRect();
    // The overview keeps its place while it has nothing to say.
    const isShown = width > 0 && height > 0 && getComputedStyle(piece).visibility !== 'hidden';
    return isShown ? [{ x: left - origin.left, y: top - origin.top, width, height }] : [];
  });
}
