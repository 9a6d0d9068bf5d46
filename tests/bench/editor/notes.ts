import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import type { Box } from '@/lib/map/layout/types';
import { largeMap } from '../../builders/map';

/** A card as every candidate shows it: the same words, broken into the same lines, in the same place. */
export type Note = { id: string; box: Box; text: string; lines: string[] };

/** The same notes as a map and as boxes. */
export type Scene = { map: JourneyMap; notes: Note[] };

const shapes: Record<number, { steps: number; lanes: number; cardsPerCell: number }> = {
  500: { steps: 20, lanes: 5, cardsPerCell: 5 },
  3000: { steps: 60, lanes: 10, cardsPerCell: 5 },
  10000: { steps: 100, lanes: 20, cardsPerCell: 5 },
};

/** How many notes there are scenes of. */
export const sizes: readonly number[] = Object.keys(shapes).map(Number);

/** The scene of so many notes; always the same. */
export function makeScene(size: number): Scene {
  const map = largeMap(shapes[size]);
  const { cards } = layoutMap(arrange(map), { measure: measureText, labels: layoutLabels('en') });
  const texts = new Map(map.cards.map(({ id, text }) => [id, text]));
  const notes = cards.map(({ id, box, text }) => ({
    ...{ id, box, text: texts.get(id) ?? '' },
    lines: text.lines.map((line) => line.text),
  }));
  return { map, notes };
}

const markerLength = 7;

/** What a remote editor writes at a note's beginning: a number in letters, which no layout breaks or replaces. */
export function markerOf(number: number): string {
  let rest = number;
  let letters = '';
  for (let place = 0; place < markerLength - 2; place++) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return `zq${letters}`;
}
