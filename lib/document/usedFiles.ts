import type { JourneyMap } from '@/lib/map/journeyMap';

/** The files that a map's cards show, those in the tray included, each once and sorted. Deleted cards and attachments show none. */
export function listUsedFiles(map: Pick<JourneyMap, 'attachments' | 'cards'>): string[] {
  const cards = new Set(map.cards.flatMap((card) => (card.deletedAt === undefined ? [card.id] : [])));
  const files = map.attachments.flatMap(({ pos, fileId, deletedAt }) =>
    deletedAt === undefined && cards.has(pos.cardId) ? [fileId] : [],
  );
  return [...new Set(files)].sort();
}
