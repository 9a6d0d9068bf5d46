import { z } from 'zod';
import { type Actor, type Role, roles } from './actor';

export type GuestRole = Exclude<Role, 'owner'>;
export const guestRoles = ['editor', 'commenter', 'viewer'] as const satisfies readonly GuestRole[];

export const roleSchema = z.enum(roles);
export const guestRoleSchema = z.enum(guestRoles);

/**
 * By what right somebody stands before a map or a workspace: as a member of it, or as a guest of one map. `held`: whoever leads the workshop on
 * the map has locked it for everybody else.
 */
export type Standing = ({ kind: 'member'; role: Role } | { kind: 'guest'; role: GuestRole }) & { held?: boolean };

/** A row that says which role a person has in a workspace. `role` comes from the database and is judged here. */
export type MembershipRow = { workspaceId: string; userId: string; role: string };

/**
 * The standing of whoever asks towards a workspace. Null — no access at all — for a missing actor, for guests, and for a membership
 * that is another person's, another workspace's or of an unknown role.
 */
export function standingInWorkspace(
  actor: Actor | null,
  workspace: { id: string },
  membership: MembershipRow | null,
): Standing | null {
  if (actor?.kind !== 'user' || !membership) return null;
  if (membership.userId !== actor.userId || membership.workspaceId !== workspace.id) return null;
  const role = roleSchema.safeParse(membership.role);
  return role.success ? { kind: 'member', role: role.data } : null;
}

/** The standing of whoever asks towards a map: a guest of exactly this map, or a member of its workspace. Null otherwise. */
export function standingOnMap(
  actor: Actor | null,
  map: { id: string; workspaceId: string },
  membership: MembershipRow | null,
): Standing | null {
  if (actor?.kind !== 'guest') return standingInWorkspace(actor, { id: map.workspaceId }, membership);
  const role = guestRoleSchema.safeParse(actor.role);
  return actor.mapId === map.id && role.success ? { kind: 'guest', role: role.data } : null;
}
