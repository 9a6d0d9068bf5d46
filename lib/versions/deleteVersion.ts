import { type Actor, actorIdOf } from '@/lib/access/actor';
import type { MapRow } from '@/lib/data/maps';
import { listSignOffsOf } from '@/lib/data/signOffs';
import { deleteAuditedVersion, type VersionRow } from '@/lib/data/versions';
import type { Runtime } from '@/lib/runtime';
import { everybodyIn, tellSignOff } from '@/lib/signOffs/tellSignOff';

/**
 * Deletes a version for good; the audit log keeps that there was one. If it was up for sign-off, that is over, and those who were asked learn of it. False when
 * it was gone already. Whether the actor may is judged before.
 */
export async function deleteVersion(
  { database, events }: Pick<Runtime, 'database' | 'events'>,
  actor: Actor,
  { id: mapId, workspaceId }: Pick<MapRow, 'id' | 'workspaceId'>,
  version: VersionRow,
): Promise<boolean> {
  const { id, number } = version;
  const signOffs = await listSignOffsOf(database, id);
  if (!(await deleteAuditedVersion(database, { ...version, workspaceId }, actorIdOf(actor)))) return false;
  await events.publish({ kind: 'versions.changed', mapId, payload: { number } });
  for (const signOff of signOffs) {
    await tellSignOff({ events }, { id: mapId, workspaceId }, { signOffId: signOff.id, number }, everybodyIn(signOff));
  }
  return true;
}
