import { type GuestRole, guestRoleSchema } from '@/lib/access/standing';
import { findJoinLink } from '@/lib/data/joinLinks';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { readJoinToken } from './joinToken';
import { countAttempt, forgiveAttempt } from './limits';

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
 * The join link of a token. Wrong tokens are counted by address, so that nobody tries them out.
 * Throws `notFound` for a token that is not ours, or whose link is revoked, over, or of a deleted map; `tooMany`.
 */
export async function requireJoinLink(
  running: Pick<Runtime, 'database' | 'env' | 'secret'>,
  token: string,
  address: string,
): Promise<OpenJoinLink> {
  const attempts = [{ limit: 'join.wrong', who: address } as const];
  await countAttempt(running, attempts);
  const id = readJoinToken(token, running.secret);
  const link = id === null ? null : await findJoinLink(running.database, id);
  // A link that was ours once is no attempt at guessing; a whole workshop may reload it after it was closed.
  if (link) await forgiveAttempt(running, attempts);
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
