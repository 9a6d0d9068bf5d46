import { summarizeMap } from '@/lib/document/summary';
import { AppError } from '@/lib/errors';
import { collections } from '@/lib/map/collections';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** What is too much on a map of at most `maxCards` cards, as a `tooLarge`; null when nothing is. */
export function findTooMany(map: JourneyMap, maxCards: number): AppError | null {
  const { cardCount } = summarizeMap(map);
  if (cardCount > maxCards) {
    const values = { count: cardCount, max: maxCards };
    return new AppError('tooLarge', 'The map has too many cards.', { messageKey: 'tooManyCards', values });
  }
  // Nobody draws so many of anything else; a file may say so.
  const max = maxCards * 2;
  for (const what of collections) {
    const count = map[what].length;
    if (count <= max) continue;
    const values = { count, max, what };
    return new AppError('tooLarge', `The map has too many ${what}.`, { messageKey: 'tooManyRecords', values });
  }
  return null;
}
