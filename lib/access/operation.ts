import type { Role } from './actor';
import type { GuestRole, Standing } from './standing';

const everyMember: readonly Role[] = ['owner', 'editor', 'commenter', 'viewer'];
const everyGuest: readonly GuestRole[] = ['editor', 'commenter', 'viewer'];
const nobody: readonly never[] = [];

/**
 * Who may do what: every operation of the product, and the roles that may do it. What is not listed is denied.
 * A guest never gets beyond the one map: no lists, no links, no people.
 */
export const operations = {
  'map.read': { members: everyMember, guests: everyGuest },
  'map.export': { members: everyMember, guests: everyGuest },
  'map.comment': { members: ['owner', 'editor', 'commenter'], guests: ['editor', 'commenter'] },
  // Everybody who has a say, on a phone without an account as well.
  'map.vote': { members: ['owner', 'editor', 'commenter'], guests: ['editor', 'commenter'] },
  // Whoever was only shown the map was not let into the conversation about it.
  'comment.read': { members: everyMember, guests: ['editor', 'commenter'] },
  'comment.deleteOthers': { members: ['owner'], guests: nobody },
  'map.write': { members: ['owner', 'editor'], guests: ['editor'] },
  'map.readActivity': { members: everyMember, guests: nobody },
  // What was on the map before is for whoever has a say in it, not for guests who are only shown it.
  'map.readVersions': { members: everyMember, guests: ['editor', 'commenter'] },
  'map.saveVersion': { members: ['owner', 'editor'], guests: nobody },
  'map.deleteVersion': { members: ['owner'], guests: nobody },
  // Who has signed what is between members: a guest's name is whatever somebody typed.
  'map.readSignOffs': { members: everyMember, guests: nobody },
  'map.putUpSignOff': { members: ['owner', 'editor'], guests: nobody },
  'map.manage': { members: ['owner', 'editor'], guests: nobody },
  'map.leadWorkshop': { members: ['owner', 'editor'], guests: nobody },
  'map.move': { members: ['owner', 'editor'], guests: nobody },
  'map.delete': { members: ['owner', 'editor'], guests: nobody },
  'map.purge': { members: ['owner'], guests: nobody },
  'joinLink.list': { members: ['owner', 'editor'], guests: nobody },
  'joinLink.create': { members: ['owner', 'editor'], guests: nobody },
  'joinLink.revoke': { members: ['owner', 'editor'], guests: nobody },
  'viewLink.list': { members: ['owner', 'editor'], guests: nobody },
  'viewLink.create': { members: ['owner', 'editor'], guests: nobody },
  'viewLink.revoke': { members: ['owner', 'editor'], guests: nobody },
  'workspace.read': { members: everyMember, guests: nobody },
  'workspace.createMap': { members: ['owner', 'editor'], guests: nobody },
  'workspace.readTemplates': { members: ['owner', 'editor'], guests: nobody },
  'workspace.manageTemplates': { members: ['owner', 'editor'], guests: nobody },
  'workspace.manageSources': { members: ['owner', 'editor'], guests: nobody },
  'workspace.importAnswers': { members: ['owner', 'editor'], guests: nobody },
  'workspace.readFigures': { members: everyMember, guests: nobody },
  // What single customers said, and in their words, is for whoever works with it.
  'workspace.readAnswers': { members: ['owner', 'editor'], guests: nobody },
  // What counts as a score holds for everybody.
  'workspace.setAnswerLimits': { members: ['owner'], guests: nobody },
  'workspace.eraseAnswers': { members: ['owner', 'editor'], guests: nobody },
  'workspace.readBin': { members: ['owner', 'editor'], guests: nobody },
  'workspace.rename': { members: ['owner'], guests: nobody },
  'workspace.delete': { members: ['owner'], guests: nobody },
  'workspace.purge': { members: ['owner'], guests: nobody },
  'workspace.handOver': { members: ['owner'], guests: nobody },
  'workspace.readAudit': { members: ['owner'], guests: nobody },
  'member.list': { members: everyMember, guests: nobody },
  'member.invite': { members: ['owner'], guests: nobody },
  'member.changeRole': { members: ['owner'], guests: nobody },
  'member.remove': { members: ['owner'], guests: nobody },
  'member.leave': { members: everyMember, guests: nobody },
  'member.resetPassword': { members: ['owner'], guests: nobody },
} as const satisfies Record<string, { members: readonly Role[]; guests: readonly GuestRole[] }>;

export type Operation = keyof typeof operations;

/** What nobody but the leaders of a workshop may do while they keep the map locked. Comments, votes and presence go on. */
export const closedWhileHeld: readonly Operation[] = ['map.write'];

/** Whether somebody of this standing may do the operation. No standing: no. */
export function can(standing: Standing | null, operation: Operation): boolean {
  if (!standing || (standing.held && closedWhileHeld.includes(operation))) return false;
  const { members, guests } = operations[operation];
  const allowed: readonly Role[] = standing.kind === 'member' ? members : guests;
  return allowed.includes(standing.role);
}
