import type { Box } from '@/lib/map/layout/types';

/** A place of the canvas' screen that something lies over. `yields`: it goes by itself once all of the map is in view. */
export type Cover = Box & { yields: boolean };

/**
 * Where on the canvas' screen something lies over it: what `data-covers-map` marks on the canvas and beside it, piece by piece. Panels that have a place of
 * their own beside the map lie outside of its screen, and over it where there is no room for that.
 */
export function coveredPlaces(root: HTMLElement): Cover[] {
  const main = root.closest('main');
  const around = main?.parentElement ?? main ?? root;
  const origin = root.getBoundingClientRect();
  // The frames around the pieces are mostly empty, and as wide as the widest of them.
  const pieces = [...around.querySelectorAll('[data-covers-map] > *')];
  return pieces.flatMap((piece) => {
    const { left, top, right, bottom, width, height } = piece.getBoundingClientRect();
    const isOver = left < origin.right && right > origin.left && top < origin.bottom && bottom > origin.top;
    // The overview keeps its place while it has nothing to say.
    const isShown = isOver && width > 0 && height > 0 && getComputedStyle(piece).visibility !== 'hidden';
    const yields = piece.hasAttribute('data-yields');
    return isShown ? [{ x: left - origin.left, y: top - origin.top, width, height, yields }] : [];
  });
}
