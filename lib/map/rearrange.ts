import { type ArrangedMap, arrange, byPosition, cellKey } from './arrange';
import type { Card } from './card';
import type { JourneyMap } from './journeyMap';

/** A map and what was made of it. */
export type Arrangement = { map: JourneyMap; arranged: ArrangedMap };

/**
 * As `arrange`, from what it was before: cells whose cards are the same ones keep their arrays, so that whatever was made of them can be kept,
 * too. After an edit within cards, by far the most frequent one, nothing else is looked at.
 */
export function rearrange(map: JourneyMap, before: Arrangement | null): ArrangedMap {
  if (!before) return arrange(map);
  if (before.map === map) return before.arranged;
  const cells = replaceCards(map, before);
  if (cells) return { ...before.arranged, cells };
  const arranged = arrange(map);
  const known = before.arranged.cells;
  const kept = new Map([...arranged.cells].map(([key, cards]) => [key, sameCards(known.get(key), cards) ?? cards] as const));
  const hasSameParts = partCollections.every((name) => map[name] === before.map[name]);
  return { ...arranged, cells: kept, cardParts: hasSameParts ? before.arranged.cardParts : arranged.cardParts };
}

const partCollections = ['attachments', 'cardTags', 'cardLinks'] as const;

function sameCards(before: Card[] | undefined, now: readonly Card[]): Card[] | null {
  return before && before.length === now.length && before.every((card, at) => card === now[at]) ? before : null;
}

/** The cells after nothing but cards changed that stand where they stood; null when more did. */
function replaceCards(map: JourneyMap, { map: last, arranged }: Arrangement): Map<string, Card[]> | null {
  const names = Object.keys(map) as (keyof JourneyMap)[];
  if (map.cards.length !== last.cards.length || names.some((name) => name !== 'cards' && map[name] !== last[name])) return null;
  const cells = new Map(arranged.cells);
  for (const [at, card] of map.cards.entries()) {
    const earlier = last.cards[at];
    if (card === earlier) continue;
    if (!earlier || !isInPlace(card, earlier)) return null;
    const key = cellKey(card.pos.stepId, card.pos.laneId);
    const cell = cells.get(key);
    if (!cell?.includes(earlier)) return null;
    cells.set(key, cell.map((each) => (each === earlier ? card : each)).sort(byPosition));
  }
  return cells;
}

const isInPlace = (card: Card, earlier: Card): boolean =>
  card.id === earlier.id &&
  card.deletedAt === earlier.deletedAt &&
  card.pos.stepId === earlier.pos.stepId &&
  card.pos.laneId === earlier.pos.laneId;
