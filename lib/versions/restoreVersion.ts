import type * as Y from 'yjs';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import type { MapRow } from '@/lib/data/maps';
import { deleteRestore, findRestore, insertRestore, markRestored, markUndone } from '@/lib/data/restores';
import { findVersionById, type VersionRow } from '@/lib/data/versions';
import { readMap } from '@/lib/document/readMap';
import type { MapPart } from '@/lib/document/restore/parts';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { undoRestore } from '@/lib/document/restore/undoRestore';
import { summarizeMap } from '@/lib/document/summary';
import type { TakenBack } from '@/lib/document/takeBack';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { findRunningRound } from '@/lib/workshop/shownMap';
import { readVersionDocument, readVersionMap, requireVersion, type StoredVersion } from './readVersion';
import { alone, underWay } from './restoring';
import { saveVersion } from './saveVersion';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'exporter' | 'imports' | 'liveMaps' | 'log'>;
type MapKey = Pick<MapRow, 'id' | 'workspaceId'>;

/** The version that was kept right before, by which the restore is undone, and how many things were different. */
export type Restored = { before: VersionRow; changes: number };

async function refuseInSilentRound(running: Running, mapId: string): Promise<void> {
  if (!(await findRunningRound(running, mapId))) return;
  throw new AppError('conflict', 'A silent round is on.', { messageKey: 'restoreInSilentRound' });
}

/** Lists that are open show that something was brought back, or undone, after this version. */
const tell = ({ events }: Running, mapId: string, number: number): Promise<void> =>
  events.publish({ kind: 'versions.changed', mapId, payload: { number } });

/**
 * Brings a version back into the live map, whole or in parts, in one transaction of the actor's through the log: everybody who has it open sees it. Before that
 * the map is kept as a version, and what people type from then on stays. Throws `notFound`, `conflict` while a silent round or another restore of the map is on, and
 * `tooLarge` when the map would have more cards than MAX_CARDS_PER_MAP.
 */
export function restoreVersion(
  running: Running,
  actor: Actor,
  map: MapKey,
  version: StoredVersion,
  parts: readonly MapPart[] | null = null,
): Promise<Restored> {
  return alone(map.id, () => bringBack(running, actor, map, version, parts));
}

async function bringBack(
  running: Running,
  actor: Actor,
  map: MapKey,
  version: StoredVersion,
  parts: readonly MapPart[] | null,
): Promise<Restored> {
  const { database, env, liveMaps, log } = running;
  await refuseInSilentRound(running, map.id);
  const content = await readVersionMap(running, version);
  const actorId = actorIdOf(actor);
  const before = await saveVersion(running, map, { kind: 'beforeRestore', actorId });
  const was = await readVersionMap(running, await requireVersion(database, map.id, before.number));
  const restoredAt = new Date();
  const restore = { beforeId: before.id, mapId: map.id, versionId: version.id, parts: parts && [...parts], undoneAt: null };
  let changes = 0;
  const write = async (): Promise<void> => {
    if (!(await insertRestore(database, { ...restore, restoredBy: actorId, restoredAt }))) {
      throw new AppError('notFound', 'The version was deleted meanwhile.', { messageKey: 'versionNotFound' });
    }
    const change = (doc: Y.Doc): void => {
      const count = summarizeMap(readMap(doc).map).cardCount;
      const { differences } = restoreMap(doc, content, { parts: parts ?? undefined, at: restoredAt.getTime(), before: was });
      const after = summarizeMap(readMap(doc).map).cardCount;
      if (after > env.MAX_CARDS_PER_MAP && after > count) {
        const values = { max: env.MAX_CARDS_PER_MAP };
        throw new AppError('tooLarge', 'The map would have too many cards.', { messageKey: 'mapFull', values });
      }
      changes = differences.length;
    };
    await liveMaps.write(map.id, actorId, change, { restoreId: before.id });
  };
  /** What fails after it, whatever became of it, does not make it fail. */
  const afterwards = (what: Promise<void>): Promise<void> =>
    what.catch((err) => log.error({ err, mapId: map.id }, 'a restore could not be noted or told of'));
  try {
    await underWay(before.id, write);
    await afterwards(markRestored(database, before.id));
  } catch (error) {
    await afterwards(deleteRestore(database, before.id));
    throw error;
  } finally {
    await afterwards(tell(running, map.id, before.number));
  }
  return { before, changes };
}

/**
 * Undoes the restore before which a version (`number`) was kept, in one transaction of the actor's: what somebody changed since stays. Throws `notFound`
 * when there was none, or a version of it is gone, and `conflict` when it is undone already, or a silent round or another restore of the map is on.
 */
export function undoVersionRestore(running: Running, actor: Actor, map: MapKey, number: number): Promise<TakenBack> {
  return alone(map.id, () => takeBack(running, actor, map, number));
}

async function takeBack(running: Running, actor: Actor, map: MapKey, number: number): Promise<TakenBack> {
  const { database, exporter, liveMaps } = running;
  await refuseInSilentRound(running, map.id);
  const before = await requireVersion(database, map.id, number);
  const restore = await findRestore(database, before.id);
  const version = restore && (await findVersionById(database, restore.versionId));
  if (!restore || !version) throw new AppError('notFound', 'Nothing was restored there.', { messageKey: 'restoreNotFound' });
  if (restore.undoneAt) throw new AppError('conflict', 'This was undone already.', { messageKey: 'restoreUndone' });
  const actorId = actorIdOf(actor);
  let done: TakenBack = { taken: 0, kept: 0 };
  // One that never happened leaves nothing to take back; replayed, it would take what others did for its own.
  if (!restore.pending) {
    const states = await exporter.replayRestore({
      document: await readVersionDocument(database, before),
      schemaVersion: before.schemaVersion,
      version: await readVersionMap(running, version),
      parts: restore.parts,
      at: restore.restoredAt.getTime(),
    });
    await liveMaps.write(map.id, actorId, (doc) => {
      done = undoRestore(doc, states);
    });
  }
  // Only now: what breaks off before is tried again.
  await markUndone(database, before.id, actorId);
  await tell(running, map.id, number);
  return done;
}
