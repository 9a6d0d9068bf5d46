import { type GuestRole, guestRoleSchema } from '@/lib/access/standing';
import { findJoinLink } from '@/lib/data/joinLinks';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { readJoinToken } from './joinToken';
import { countAttempt } from './limits';

/** A join link that lets people in now. */
export type OpenJoinLink = {
  id: string;
  mapId: string;
  mapTitle: string;
  workspaceId: string;
  role: GuestRole;
  expiresAt: Date | null;
};

/** A department that somebody may say they belong to. */
export type DepartmentChoice = { id: string; name: string };

/**
 * The join link of a token. Only tokens that this installation never made are counted, by address: a whole workshop may open its link
 * from one address at the same moment. Throws `notFound` for a token that is not ours, or whose link is closed, over, or of a deleted
 * map; `tooMany` for one made-up token after another.
 */
export async function requireJoinLink(
  running: Pick<Runtime, 'database' | 'env' | 'secret' | 'metrics'>,
  token: string,
  address: string,
): Promise<OpenJoinLink> {
  const id = readJoinToken(token, running.secret);
  if (id === null) await countAttempt(running, [{ limit: 'join.wrong', who: address }]);
  const link = id === null ? null : await findJoinLink(running.database, id);
  const role = guestRoleSchema.safeParse(link?.role);
  if (!link || !role.success || link.revokedAt || (link.expiresAt && link.expiresAt <= new Date())) {
    throw new AppError('notFound', 'The join link is over.', { messageKey: 'joinLinkOver' });
  }
  const { mapId, expiresAt, map } = link;
  return { id: link.id, mapId, mapTitle: map.title, workspaceId: map.workspaceId, role: role.data, expiresAt };
}

/** The departments on a map, in the map's order, without deleted and nameless ones. Throws `notFound`. */
export async function listDepartmentChoices(running: Pick<Runtime, 'liveMaps'>, mapId: string): Promise<DepartmentChoice[]> {
  const { map } = await running.liveMaps.read(mapId);
  return map.departments
    .filter(({ deletedAt, name }) => !deletedAt && name.trim() !== '')
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, name }) => ({ id, name }));
}
