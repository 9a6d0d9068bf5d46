import type { MapRow } from '@/lib/data/maps';
import { listParticipation } from '@/lib/data/participation';
import { pageSignOffs, type SignOffRow } from '@/lib/data/signOffs';
import { compareOrder } from '@/lib/map/order';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import type { Participation } from './signOffAnswer';
import type { Decision } from './signOffStatus';

/** The sign-off that counts now: the open one, or else the newest that was signed. */
async function findCurrent({ database }: Pick<Runtime, 'database'>, mapId: string): Promise<SignOffRow | null> {
  for (const status of ['open', 'signed'] as const) {
    const [row] = await pageSignOffs(database, { mapId, status }, { after: null, limit: 1 });
    if (row) return row;
  }
  return null;
}

/** Which departments of a map have a part in its steps, wrote on it, commented and signed. Departments are told, never who of them. */
export async function readParticipation(
  running: Pick<Runtime, 'database' | 'liveMaps'>,
  { id: mapId }: Pick<MapRow, 'id'>,
): Promise<Participation> {
  const map = await readShownMap(running, mapId);
  const rows = new Map((await listParticipation(running.database, mapId)).map((row) => [row.departmentId, row]));
  const signOff = await findCurrent(running, mapId);
  const decisionOf = (id: string): Decision | null =>
    signOff?.signatures.find(({ departmentId }) => departmentId === id)?.decision ?? null;
  const steps = new Set(map.steps.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id));
  const departments = map.departments.filter(({ deletedAt }) => deletedAt === undefined).toSorted(compareOrder);
  return {
    departments: departments.map(({ id, name }) => ({
      ...{ id, name },
      steps: map.stepDepartments.filter(({ departmentId, stepId }) => departmentId === id && steps.has(stepId)).length,
      changes: rows.get(id)?.changes ?? 0,
      comments: rows.get(id)?.comments ?? 0,
      signature: decisionOf(id),
    })),
  };
}
