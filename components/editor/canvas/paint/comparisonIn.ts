import type { ComparisonLayout } from '@/lib/map/layout/compare/layoutComparison';
import type { Box } from '@/lib/map/layout/types';
import { overlaps } from '../geometry/box';

/** Signs, and what is drawn around a box, reach so far beyond it, in pixels of the map. */
const reach = 60;

/** What of a comparison is drawn in a part of the map. */
export function comparisonIn(layout: ComparisonLayout, part: Box): ComparisonLayout {
  const window = { x: part.x - reach, y: part.y - reach, width: part.width + 2 * reach, height: part.height + 2 * reach };
  return {
    ...layout,
    // A path may be in sight where its words are not.
    marks: layout.marks.filter(
      ({ box, column, path }) => path !== null || overlaps(column ?? box, window) || overlaps(box, window),
    ),
    words: layout.words.filter(({ x, y, width, size }) => overlaps({ x, y: y - size, width, height: 2 * size }, window)),
    gates: layout.gates.filter(({ x, y }) => overlaps({ x, y, width: 1, height: 1 }, window)),
  };
}
