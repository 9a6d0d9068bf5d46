import type { Role } from './actor';
import { can, type Operation } from './operation';
import type { MembershipRow, Standing } from './standing';

/** Begin a new map in it. */
export const canCreateMap = (standing: Standing | null): boolean => can(standing, 'workspace.createMap');

/** See the templates that it has of its own, and begin with them. */
export const canReadTemplates = (standing: Standing | null): boolean => can(standing, 'workspace.readTemplates');

/** Save a map as a template of it, and rename and delete its templates. */
export const canManageTemplates = (standing: Standing | null): boolean => can(standing, 'workspace.manageTemplates');

/** Make, change and delete the sources of what customers said. */
export const canManageSources = (standing: Standing | null): boolean => can(standing, 'workspace.manageSources');

/** Bring in files of answers, and take them back. */
export const canImportAnswers = (standing: Standing | null): boolean => can(standing, 'workspace.importAnswers');

/** See the sources, and scores and counts of what customers said. */
export const canReadFigures = (standing: Standing | null): boolean => can(standing, 'workspace.readFigures');

/** Read single answers, and what customers wrote. */
export const canReadAnswers = (standing: Standing | null): boolean => can(standing, 'workspace.readAnswers');

/** Erase a person's answers, and see what is stored about them. */
export const canEraseAnswers = (standing: Standing | null): boolean => can(standing, 'workspace.eraseAnswers');

/** Invite somebody, see and withdraw invitations. */
export const canInviteMembers = (standing: Standing | null): boolean => can(standing, 'member.invite');

/** Give a member another role. */
export const canChangeRoles = (standing: Standing | null): boolean => can(standing, 'member.changeRole');

/** See the maps in its bin. */
export const canReadBin = (standing: Standing | null): boolean => can(standing, 'workspace.readBin');

/** See what was done in it, and by whom. */
export const canReadAudit = (standing: Standing | null): boolean => can(standing, 'workspace.readAudit');

/** Put the whole workspace away, and bring it back. */
export const canDeleteWorkspace = (standing: Standing | null): boolean => can(standing, 'workspace.delete');

/** Make another member owner and step down. */
export const canHandOver = (standing: Standing | null): boolean => can(standing, 'workspace.handOver');

/** End a membership: one's own, always; another's, as an owner. */
export const canRemoveMember = (standing: Standing | null, removes: 'oneself' | 'another'): boolean =>
  can(standing, removes === 'oneself' ? 'member.leave' : 'member.remove');

/** What a caller needs in a workspace. */
export type WorkspaceNeed = Extract<Operation, `workspace.${string}` | `member.${string}`>;

/**
 * Whether an owner may make a link by which a member sets a new password. Whoever holds that link becomes the member, so it takes an
 * owner of every workspace that the member belongs to: otherwise owning one small workspace would open the others.
 */
export function canMakeResetLink(actorMemberships: MembershipRow[], memberMemberships: MembershipRow[]): boolean {
  const owned = new Set(actorMemberships.filter(({ role }) => role === 'owner').map(({ workspaceId }) => workspaceId));
  return memberMemberships.length > 0 && memberMemberships.every(({ workspaceId }) => owned.has(workspaceId));
}

/** Whether a workspace still has an owner after a member gets another role, or leaves (`next` null). */
export function keepsAnOwner(members: { userId: string; role: string }[], userId: string, next: Role | null): boolean {
  return members.some((member) => (member.userId === userId ? next === 'owner' : member.role === 'owner'));
}

/**
 * Whether somebody may make a workspace of their own (NEW_WORKSPACES). `owners`: whoever owns one already, in the bin or not; and the oldest
 * account, so that an installation whose last workspace is gone can begin anew.
 */
export function canCreateWorkspace(
  policy: 'owners' | 'everyone',
  person: { ownsWorkspace: boolean; isOldestAccount: boolean },
): boolean {
  return policy === 'everyone' || person.ownsWorkspace || person.isOldestAccount;
}
