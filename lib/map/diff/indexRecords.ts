import { collections } from '../collections';
import type { JourneyMap } from '../journeyMap';
import { recordKey } from '../recordKey';
import type { AnyRecord } from './mapDiff';

/** A map's records by collection and key: `cards 4f…`. */
export function indexRecords(map: JourneyMap): ReadonlyMap<string, AnyRecord> {
  return new Map(
    collections.flatMap((collection) =>
      map[collection].map((record) => [`${collection} ${recordKey(collection, record as never)}`, record] as const),
    ),
  );
}
