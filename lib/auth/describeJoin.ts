import type { Actor } from '@/lib/access/actor';
import type { GuestRole } from '@/lib/access/standing';
import type { Runtime } from '@/lib/runtime';
import { type DepartmentChoice, listDepartmentChoices, requireJoinLink } from './joinLink';
import { findMapAccess } from './mapAccess';

/** What somebody who opens a join link is shown before joining. */
export type JoinDescription = {
  mapId: string;
  mapTitle: string;
  role: GuestRole;
  departments: DepartmentChoice[];
  /**
   * Who this browser is already. `mayOpen`: no need to join, the map is open to them as they are. Joining as a guest signs an account
   * holder out of this browser, so say so.
   */
  you: { kind: Actor['kind']; name: string; departmentId: string | null; mayOpen: boolean } | null;
};

/** Describes the map behind a join link. Throws `notFound` when the link lets nobody in, `tooMany`. */
export async function describeJoin(
  running: Pick<Runtime, 'database' | 'env' | 'secret' | 'liveMaps' | 'metrics'>,
  token: string,
  { address, actor }: { address: string; actor: Actor | null },
): Promise<JoinDescription> {
  const { mapId, mapTitle, role } = await requireJoinLink(running, token, address);
  const departments = await listDepartmentChoices(running, mapId);
  const you = actor && {
    kind: actor.kind,
    name: actor.name,
    departmentId: actor.kind === 'guest' ? actor.departmentId : null,
    mayOpen: (await findMapAccess(running.database, actor, mapId)) !== null,
  };
  return { mapId, mapTitle, role, departments, you };
}
