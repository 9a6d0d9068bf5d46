import type { JourneyMap } from '@/lib/map/journeyMap';

type Parts = Pick<JourneyMap, 'attachments' | 'cards'>;

/** The files that a map's cards show, those in the tray included, each once and sorted. Deleted cards and attachments show none. */
export function listShownFiles(map: Parts): string[] {
  return listFilesOf(map, (card) => card.deletedAt === undefined);
}

/**
 * The files that have to stay: those that cards show, and those of deleted cards, which can be brought back for as long as there is the map. What
 * was taken from a card by itself is not among them, nor what is on a card whose making was undone (deleted at 0).
 */
export function listUsedFiles(map: Parts): string[] {
  return listFilesOf(map, (card) => card.deletedAt !== 0);
}

function listFilesOf({ attachments, cards }: Parts, counts: (card: Parts['cards'][number]) => boolean): string[] {
  const ids = new Set(cards.filter(counts).map(({ id }) => id));
  const files = attachments.flatMap(({ pos, fileId, deletedAt }) =>
    deletedAt === undefined && ids.has(pos.cardId) ? [fileId] : [],
  );
  return [...new Set(files)].sort();
}
