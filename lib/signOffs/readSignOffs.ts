import { findActorNames } from '@/lib/data/actorNames';
import type { Database } from '@/lib/data/database';
import type { MapRow } from '@/lib/data/maps';
import { listMembers } from '@/lib/data/memberships';
import { findSignOff, type SignOffRow } from '@/lib/data/signOffs';
import { findVersion } from '@/lib/data/versions';
import { AppError } from '@/lib/errors';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { Runtime } from '@/lib/runtime';
import { readVersionMap } from '@/lib/versions/readVersion';
import { readShownMap } from '@/lib/workshop/shownMap';
import type { SignOffAnswer, SignOffDetail } from './signOffAnswer';

type MapKey = Pick<MapRow, 'id' | 'workspaceId'>;

/** The sign-off of a map with this id. Throws `notFound`. Says nothing about who may see it. */
export async function requireSignOff(db: Database, mapId: string, id: string): Promise<SignOffRow> {
  const row = await findSignOff(db, mapId, id);
  if (!row) throw new AppError('notFound', 'There is no such sign-off.', { messageKey: 'signOffNotFound' });
  return row;
}

/** Sign-offs with the names of those in them as they are now, and whether they still belong to the map's workspace. */
export async function describeSignOffs(db: Database, map: MapKey, rows: readonly SignOffRow[]): Promise<SignOffAnswer[]> {
  if (rows.length === 0) return [];
  const names = await findActorNames(
    db,
    rows.flatMap(({ createdBy, endedBy, signatures }) => [
      createdBy,
      ...(endedBy ? [endedBy] : []),
      ...signatures.map(({ actorId }) => actorId),
    ]),
  );
  const members = new Set((await listMembers(db, map.workspaceId)).map(({ userId }) => `user:${userId}`));
  const person = (id: string) => ({ id, name: names.get(id) ?? null });
  return rows.map((row) => ({
    ...{ id: row.id, status: row.status },
    version: { number: row.versionNumber, name: row.versionName, isDeleted: row.versionId === null },
    ...{ everyDepartment: row.everyDepartment, note: row.note, dueOn: row.dueOn },
    ...{ by: person(row.createdBy), at: row.createdAt.toISOString(), insteadOf: row.insteadOf },
    ended: row.endedAt && {
      at: row.endedAt.toISOString(),
      by: row.endedBy === null ? null : person(row.endedBy),
      reason: row.endReason,
    },
    signatures: row.signatures.map(({ id, actorId, departmentId, departmentName, decision, reason, askedAt, decidedAt }) => ({
      ...{ id, person: person(actorId), isMember: members.has(actorId) },
      department: departmentId === null ? null : { id: departmentId, name: departmentName },
      ...{ decision, reason, askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
    })),
  }));
}

/** How many differences the live map has to a version, for whoever may read both. */
async function countChanges(
  running: Pick<Runtime, 'database' | 'exporter' | 'liveMaps'>,
  { mapId, versionId, versionNumber }: SignOffRow,
): Promise<number | null> {
  const version = versionId === null ? null : await findVersion(running.database, mapId, versionNumber);
  if (!version) return null;
  const [before, after] = [await readVersionMap(running, version), await readShownMap(running, mapId)];
  return diffMaps(before, after).differences.length;
}

/** One sign-off, with how far the map has gone on since its version. */
export async function describeSignOff(
  running: Pick<Runtime, 'database' | 'exporter' | 'liveMaps'>,
  map: MapKey,
  row: SignOffRow,
): Promise<SignOffDetail> {
  const [answer] = await describeSignOffs(running.database, map, [row]);
  if (!answer) throw new Error('A sign-off cannot be described.');
  return { ...answer, changes: await countChanges(running, row) };
}
