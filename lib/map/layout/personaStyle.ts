import type { PaletteName } from './palette';
import type { Point } from './types';

/** Shape of a persona's points: told apart without colour, at each of them. */
export type PersonaMark = 'disc' | 'square' | 'diamond' | 'triangle';

/** How the line of a persona looks. `dash`: lengths of dash and gap. */
export type PersonaStyle = { colour: PaletteName; dash?: readonly [number, number]; mark: PersonaMark };

/** Half the width of a further persona's point. */
export const markRadius = 4.5;

const colours = ['blueStrong', 'violetStrong', 'inkMuted'] as const;
const dashes = [
  [7, 4],
  [2, 4],
  [14, 5],
] as const;
const marks = ['disc', 'square', 'diamond', 'triangle'] as const;

/** Style by the place among the personas: the first is a plain line in ink, further ones differ in colour, dashes and points, and no two of a dozen look alike. */
export function personaStyle(index: number): PersonaStyle {
  if (index === 0) return { colour: 'ink', mark: 'disc' };
  const rank = index - 1;
  return {
    colour: colours[rank % colours.length] ?? 'inkMuted',
    dash: dashes[rank % dashes.length] ?? [7, 4],
    mark: marks[rank % marks.length] ?? 'disc',
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of a point's outline around a place. Curves only: every pen knows them. */
export function markPath(mark: PersonaMark, at: Point, radius = markRadius): string {
  const p = (dx: number, dy: number) => `${round(at.x + dx * radius)} ${round(at.y + dy * radius)}`;
  switch (mark) {
    case 'square':
      return `M${p(-0.9, -0.9)}L${p(0.9, -0.9)}L${p(0.9, 0.9)}L${p(-0.9, 0.9)}Z`;
    case 'diamond':
      return `M${p(0, -1.25)}L${p(1.25, 0)}L${p(0, 1.25)}L${p(-1.25, 0)}Z`;
    case 'triangle':
      return `M${p(0, -1.2)}L${p(1.15, 0.9)}L${p(-1.15, 0.9)}Z`;
    default: {
      // The handle of a quarter of a circle by a cubic curve.
      const k = 0.5523;
      return `M${p(0, -1)}C${p(k, -1)} ${p(1, -k)} ${p(1, 0)}C${p(1, k)} ${p(k, 1)} ${p(0, 1)}C${p(-k, 1)} ${p(-1, k)} ${p(-1, 0)}C${p(-1, -k)} ${p(-k, -1)} ${p(0, -1)}Z`;
    }
  }
}
