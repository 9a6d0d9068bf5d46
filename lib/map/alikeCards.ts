import type { ArrangedMap } from './arrange';
import type { Card } from './card';

/**
 * Whether two states of a map have the very same steps and lanes, and cell by cell cards that are alike: then what was found by them before need
 * not be found again. Looks only into cells that were replaced (rearrange), so that a key press costs little in a map of ten thousand cards.
 */
export function hasAlikeCards(
  before: Pick<ArrangedMap, 'steps' | 'lanes' | 'cells'>,
  now: Pick<ArrangedMap, 'steps' | 'lanes' | 'cells'>,
  isAlike: (before: Card, now: Card) => boolean,
): boolean {
  if (before.steps !== now.steps || before.lanes !== now.lanes || before.cells.size !== now.cells.size) return false;
  for (const [key, cards] of now.cells) {
    const earlier = before.cells.get(key);
    if (earlier === cards) continue;
    if (earlier?.length !== cards.length) return false;
    const isSame = earlier.every((card, at) => {
      const next = cards[at];
      return next !== undefined && card.id === next.id && isAlike(card, next);
    });
    if (!isSame) return false;
  }
  return true;
}
