import type * as Y from 'yjs';
import { applyOperations, areTooMany, mostRecords, type OperationInput } from '@/lib/document/named/applyOperations';
import type { OperationResult } from '@/lib/document/named/namedOperation';
import { readMap } from '@/lib/document/readMap';
import { inSilentRound } from '@/lib/document/silentRound';
import { summarizeMap } from '@/lib/document/summary';
import { AppError } from '@/lib/errors';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import type { SilentRound } from '@/lib/workshop/state';

const reasons = {
  notThere: 'cannot be done: what it names does not go together',
  unknownName: 'refers to a name that no earlier operation of this request has given',
  nameTaken: 'gives a name that an earlier operation of this request has given',
} as const;

/**
 * Runs named operations on a live map, all or none, through the same log and fan-out as people's edits; resolves once they are on disk.
 * `judge` sees the map as it is right before and may throw. Cards that are made in a silent round (`round`) are hidden until its end. Throws `notFound`, `conflict` naming the operation that cannot be done, and
 * `tooLarge` when the map would have more cards than MAX_CARDS_PER_MAP, or the operations name or make more records than go at once.
 */
export async function editMap(
  { liveMaps, env }: Pick<Runtime, 'liveMaps' | 'env'>,
  actorId: string,
  mapId: string,
  operations: readonly OperationInput[],
  { judge = () => undefined, round = null }: { judge?: (map: JourneyMap) => void; round?: SilentRound | null } = {},
): Promise<Exclude<OperationResult, null>[]> {
  if (areTooMany(operations)) {
    const values = { max: mostRecords };
    throw new AppError('tooLarge', 'Too many records at once.', { messageKey: 'operationsTooMany', values });
  }
  let results: Exclude<OperationResult, null>[] = [];
  await liveMaps.write(mapId, actorId, (doc: Y.Doc) => {
    const before = readMap(doc).map;
    judge(before);
    const applied = inSilentRound(doc, round, () => applyOperations(doc, operations));
    if ('index' in applied) {
      const missing = applied.reason === 'notThere' ? applied.missing.slice(0, 10) : [];
      const message =
        missing.length > 0 ? `cannot be done: not on the map (any more): ${missing.join(', ')}` : reasons[applied.reason];
      const details = [{ path: `operations.${applied.index}`, message }];
      throw new AppError('conflict', 'An operation cannot be done.', { messageKey: 'operationRefused', details });
    }
    const count = summarizeMap(readMap(doc).map).cardCount;
    if (count > env.MAX_CARDS_PER_MAP && count > summarizeMap(before).cardCount) {
      const values = { max: env.MAX_CARDS_PER_MAP };
      throw new AppError('tooLarge', 'The map would have too many cards.', { messageKey: 'mapFull', values });
    }
    results = applied.results;
  });
  return results;
}
