import type { Actor } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { Database } from '@/lib/data/database';
import { listSources } from '@/lib/data/evidence/sources';
import { type FutureStateRow, findFutureState, listLeftChanges } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import { listChangesSince } from '@/lib/document/future/changesSince';
import type { CurrentChange } from '@/lib/document/future/currentChange';
import { fingerprintOf } from '@/lib/document/future/fingerprintOf';
import { rebase } from '@/lib/document/future/rebase';
import { withOwnLinks } from '@/lib/document/future/withOwnLinks';
import { AppError } from '@/lib/errors';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutReasons } from '@/lib/map/reasons';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { withoutHidden } from '@/lib/map/withoutHidden';
import type { Runtime } from '@/lib/runtime';
import { readShownMap, readShownWithTaken } from '@/lib/workshop/shownMap';
import { readStoredMap } from '../readVersion';

type Running = Pick<Runtime, 'database' | 'exporter' | 'liveMaps' | 'log'>;
type MapKey = Pick<MapRow, 'id' | 'workspaceId'>;

/** What a map was derived from. Throws `notFound` for a map that was not derived from a version. */
export async function requireFutureState(db: Database, mapId: string): Promise<FutureStateRow> {
  const row = await findFutureState(db, mapId);
  if (!row) throw new AppError('notFound', 'The map was not derived from a version.', { messageKey: 'noBaseline' });
  return row;
}

/** What was on the version that a future state was derived from. Throws `notFound` when that never came here. */
export async function readBase(
  running: Pick<Runtime, 'database' | 'exporter'>,
  { contentBlob, schemaVersion }: FutureStateRow,
): Promise<JourneyMap> {
  if (contentBlob === null) {
    throw new AppError('notFound', 'What was on the version is not here.', { messageKey: 'baselineNotHere' });
  }
  // Whoever is on this map need have no part in the other: what was deleted there, and who wrote what in a silent round, is not theirs to read.
  return withoutReasons(withoutDeleted(withoutHidden(await readStoredMap(running, { contentBlob, schemaVersion }), null)));
}

/** The same for what goes on without it: null when it never came here, or cannot be read, which is logged. */
export async function readBaseOrNull(
  running: Pick<Runtime, 'database' | 'exporter' | 'log'>,
  row: FutureStateRow,
): Promise<JourneyMap | null> {
  if (row.contentBlob === null) return null;
  try {
    return await readBase(running, row);
  } catch (error) {
    running.log.error({ err: error, mapId: row.mapId }, 'the baseline of a future state could not be read');
    return null;
  }
}

/** The current state as it is now, for an actor who may see it, and the future state `of` it. Throws `notFound` when they cannot, it is gone, or only a file named it. */
export async function readCurrent(running: Running, actor: Actor, row: FutureStateRow, of: MapKey): Promise<JourneyMap> {
  const current = await readSource(running, actor, row);
  const { map: future, taken } = await readShownWithTaken(running, of.id);
  const base = await readBaseOrNull(running, row);
  return asToldTo(running.database, of, current, base && rebase(base, future, taken));
}

/** What a future state is told of its current state; `common`: what both have in common. */
async function asToldTo(
  db: Database,
  { workspaceId }: MapKey,
  current: JourneyMap,
  common: JourneyMap | null,
): Promise<JourneyMap> {
  if (current.links.length === 0 && (common?.links.length ?? 0) === 0) return current;
  return withOwnLinks(current, common, new Set((await listSources(db, workspaceId)).map(({ id }) => id)));
}

async function readSource(
  running: Pick<Runtime, 'database' | 'liveMaps'>,
  actor: Actor,
  { sourceMapId, linked }: FutureStateRow,
): Promise<JourneyMap> {
  if (sourceMapId === null || !linked) throw new AppError('notFound', 'Only a file named it.', { messageKey: 'mapNotFound' });
  const { map } = await requireMapAccess(actor, sourceMapId, 'read', running.database);
  return readShownMap(running, map.id);
}

/** A change of the current state with what is decided about it. `left`: somebody decided not to take it over, and it still says the same. */
export type JudgedChange = CurrentChange & { left: boolean };

/** What the current state has changed since, and what became of each change in the future state. */
export async function readChanges(
  running: Running,
  actor: Actor,
  of: MapKey,
): Promise<{ row: FutureStateRow; base: JourneyMap; current: JourneyMap; changes: JudgedChange[] }> {
  const { id } = of;
  const row = await requireFutureState(running.database, id);
  const [base, source] = [await readBase(running, row), await readSource(running, actor, row)];
  const { map: future, taken } = await readShownWithTaken(running, id);
  const current = await asToldTo(running.database, of, source, rebase(base, future, taken));
  const left = new Map((await listLeftChanges(running.database, id)).map(({ key, fingerprint }) => [key, fingerprint]));
  const changes = listChangesSince({ base, current, future }, taken).map((change) => ({
    ...change,
    left: left.get(change.key) === fingerprintOf(change.difference),
  }));
  return { row, base, current, changes };
}
