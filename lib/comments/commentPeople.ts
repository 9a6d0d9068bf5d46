import { type Actor, actorIdOf } from '@/lib/access/actor';
import { canReadComments } from '@/lib/access/map';
import { roleSchema, type Standing } from '@/lib/access/standing';
import { findActorNames } from '@/lib/data/actorNames';
import { listCommentActors } from '@/lib/data/commentThreads';
import { listGuestsHere } from '@/lib/data/guests';
import type { MapRow } from '@/lib/data/maps';
import { listMembers } from '@/lib/data/memberships';
import type { Runtime } from '@/lib/runtime';

/** Somebody who can be addressed in a comment. */
export type CommentPerson = { id: string; name: string };

/** Whether a member of this role, as the database has it, reads what is said. */
export function isReadBy({ role }: { role: string }): boolean {
  const known = roleSchema.safeParse(role).data;
  return known !== undefined && canReadComments({ kind: 'member', role: known });
}

/**
 * Whom somebody may address in comments on a map. Members: everybody in the workspace, and the guests who are signed in to the map or wrote
 * on it. Guests learn no names here: whom they may address wrote on this map or is addressed on it, and they read that anyway. Nobody
 * addresses an account holder who is no member (any more): it would tell them what they may not read.
 */
export async function listCommentPeople(
  { database }: Pick<Runtime, 'database'>,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  standing: Standing,
): Promise<CommentPerson[]> {
  const readers = (await listMembers(database, map.workspaceId)).filter(isReadBy);
  const members = new Map(readers.map(({ userId, name }) => [`user:${userId}`, name]));
  const people = new Map<string, string>(standing.kind === 'member' ? members : []);
  if (standing.kind === 'member') {
    for (const { id, name } of await listGuestsHere(database, map.id)) people.set(`guest:${id}`, name);
  }
  const others = (await listCommentActors(database, map.id)).filter((id) => !id.startsWith('user:') || members.has(id));
  for (const [id, name] of await findActorNames(database, others)) people.set(id, name);
  people.delete(actorIdOf(actor));
  return [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
