import type { MapReference } from '../reference';

/** Where to go on the map: something on it, or a point in the map's coordinates (pixels at 100 %). */
export type NavigationTarget = MapReference | { type: 'point'; x: number; y: number };

/** What the canvas can do for the parts around it. */
export type CanvasPort = {
  /** Brings the target into sight, calmly; people who prefer less motion get a jump. */
  goTo(target: NavigationTarget): void;
  /** The cell under a point of the window, or null. */
  cellAt(clientX: number, clientY: number): { stepId: string; laneId: string } | null;
  /** Gives the keyboard back to the map. */
  focus(): void;
};

/** Lets panels and the top bar reach the canvas without knowing it. Does nothing while no canvas is there. */
export type Navigation = CanvasPort & {
  /** The canvas calls this once it can. Returns what ends it. */
  connect(port: CanvasPort): () => void;
};

/** A navigation without a canvas yet. */
export function createNavigation(): Navigation {
  let canvas: CanvasPort | null = null;
  return {
    goTo: (target) => canvas?.goTo(target),
    cellAt: (clientX, clientY) => canvas?.cellAt(clientX, clientY) ?? null,
    focus: () => canvas?.focus(),
    connect(port) {
      canvas = port;
      return () => {
        if (canvas === port) canvas = null;
      };
    },
  };
}
