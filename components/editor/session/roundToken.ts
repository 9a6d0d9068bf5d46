import { z } from 'zod';
import { idSchema, newId } from '@/lib/map/id';

const keptSchema = z.object({ roundId: idSchema, by: idSchema });

/** For browsers that keep nothing: such a page knows its own cards until it is left. */
const unkept = new Map<string, string>();

/** The random word by which this browser knows its own cards of a silent round again. Another one for each round, and no more than that is kept. */
export function roundTokenOf(mapId: string, roundId: string, storage: () => Storage = () => localStorage): string {
  const key = `wegmarke.silent.${mapId}`;
  try {
    const kept = keptSchema.safeParse(JSON.parse(storage().getItem(key) ?? 'null')).data;
    if (kept?.roundId === roundId) return kept.by;
    const by = unkept.get(roundId) ?? newId();
    storage().setItem(key, JSON.stringify({ roundId, by }));
    return by;
  } catch {
    const by = unkept.get(roundId) ?? newId();
    unkept.set(roundId, by);
    return by;
  }
}
