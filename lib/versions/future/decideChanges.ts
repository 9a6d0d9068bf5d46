import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { leaveChanges, reopenChanges } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import { serverOrigin } from '@/lib/document/createDocument';
import { fingerprintOf } from '@/lib/document/future/fingerprintOf';
import { takeOver } from '@/lib/document/future/takeOver';
import { readMap } from '@/lib/document/readMap';
import { summarizeMap } from '@/lib/document/summary';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { findRunningRound } from '@/lib/workshop/shownMap';
import { readChanges, requireFutureState } from './readStates';

/** Which changes of the current state somebody decides about. */
export const changeKeysSchema = z
  .array(
    z
      .string()
      .max(300)
      .regex(/^[^\p{Cc}\p{Cs}]+$/u),
  )
  .min(1)
  .max(5_000);

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'exporter' | 'liveMaps' | 'log'>;

/**
 * Takes changes of the current state over into a future state, in one transaction of the actor's through the log. Returns the keys that were taken over.
 * Throws `conflict` during a silent round, and `tooLarge` when the map would have too many cards.
 */
export async function takeOverChanges(
  running: Running,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  keys: readonly string[],
): Promise<string[]> {
  if (await findRunningRound(running, map.id)) {
    throw new AppError('conflict', 'A silent round is on.', { messageKey: 'takeOverInSilentRound' });
  }
  const { base, current } = await readChanges(running, actor, map);
  const max = running.env.MAX_CARDS_PER_MAP;
  let taken: string[] = [];
  await running.liveMaps.write(map.id, actorIdOf(actor), (doc) => {
    const before = summarizeMap(readMap(doc).map).cardCount;
    taken = takeOver(doc, { base, current }, new Set(keys), { at: Date.now(), origin: serverOrigin });
    const after = summarizeMap(readMap(doc).map).cardCount;
    if (after > max && after > before) {
      throw new AppError('tooLarge', 'The map would have too many cards.', { messageKey: 'mapFull', values: { max } });
    }
  });
  return taken;
}

/** Notes that changes are not taken over, or (`left` false) that they are open again. Those that are not there are passed over. */
export async function decideChanges(
  running: Running,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  { keys, left }: { keys: readonly string[]; left: boolean },
): Promise<void> {
  const { database, events } = running;
  if (left) {
    const { changes } = await readChanges(running, actor, map);
    const wanted = new Set(keys);
    const decided = changes.filter(({ key }) => wanted.has(key));
    await leaveChanges(
      database,
      map.id,
      decided.map(({ key, difference }) => ({ key, fingerprint: fingerprintOf(difference) })),
      actorIdOf(actor),
    );
  } else {
    await requireFutureState(database, map.id);
    await reopenChanges(database, map.id, keys);
  }
  await events.publish({ kind: 'future.changed', mapId: map.id });
}
