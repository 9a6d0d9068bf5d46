import { can } from './operation';
import type { Standing } from './standing';

/** See the map, live, with everybody's cursors. */
export const canReadMap = (standing: Standing | null): boolean => can(standing, 'map.read');

/** Take the map along as PDF, picture or file. */
export const canExportMap = (standing: Standing | null): boolean => can(standing, 'map.export');

/** Say something about the map without changing it. */
export const canCommentOnMap = (standing: Standing | null): boolean => can(standing, 'map.comment');

/** Vote on the map's cards while a vote is open. */
export const canVoteOnMap = (standing: Standing | null): boolean => can(standing, 'map.vote');

/** Read what was said about the map. */
export const canReadComments = (standing: Standing | null): boolean => can(standing, 'comment.read');

/** Delete a comment: one's own as long as one may comment at all, another's as an owner. */
export const canDeleteComment = (standing: Standing | null, of: 'oneself' | 'another'): boolean =>
  can(standing, of === 'oneself' ? 'map.comment' : 'comment.deleteOthers');

/** Change what is on the map. */
export const canWriteMap = (standing: Standing | null): boolean => can(standing, 'map.write');

/** See who changed what on it. */
export const canReadActivity = (standing: Standing | null): boolean => can(standing, 'map.readActivity');

/** See what the map was like before: its versions. */
export const canReadVersions = (standing: Standing | null): boolean => can(standing, 'map.readVersions');

/** Keep what is on the map now as a version. */
export const canSaveVersion = (standing: Standing | null): boolean => can(standing, 'map.saveVersion');

/** Delete a version for good. */
export const canDeleteVersion = (standing: Standing | null): boolean => can(standing, 'map.deleteVersion');

/** See which versions are up for sign-off or baselines, and who has signed. Whoever is asked signs, whatever their role. */
export const canReadSignOffs = (standing: Standing | null): boolean => can(standing, 'map.readSignOffs');

/** Put a version up for sign-off, and take that back. */
export const canPutUpSignOff = (standing: Standing | null): boolean => can(standing, 'map.putUpSignOff');

/** Change what the map is: its settings, who may join. */
export const canManageMap = (standing: Standing | null): boolean => can(standing, 'map.manage');

/** Lead a workshop on it: its timer, silent rounds, votes and locks. */
export const canLeadWorkshop = (standing: Standing | null): boolean => can(standing, 'map.leadWorkshop');

/** Put the map away, and bring it back. */
export const canDeleteMap = (standing: Standing | null): boolean => can(standing, 'map.delete');

/** Take the map out of its workspace; the other one must let them make maps. */
export const canMoveMap = (standing: Standing | null): boolean => can(standing, 'map.move');

/** Remove a map that lies in the bin for good. */
export const canPurgeMap = (standing: Standing | null): boolean => can(standing, 'map.purge');

/** See the links by which guests join, with their addresses. */
export const canListJoinLinks = (standing: Standing | null): boolean => can(standing, 'joinLink.list');

/** Let people join by a link. */
export const canCreateJoinLink = (standing: Standing | null): boolean => can(standing, 'joinLink.create');

/** Close a link and send its guests away. */
export const canRevokeJoinLink = (standing: Standing | null): boolean => can(standing, 'joinLink.revoke');

/** See the links by which anybody looks at the map, with their addresses. */
export const canListViewLinks = (standing: Standing | null): boolean => can(standing, 'viewLink.list');

/** Show the map to whoever gets a link, read-only. */
export const canCreateViewLink = (standing: Standing | null): boolean => can(standing, 'viewLink.create');

/** Close such a link. */
export const canRevokeViewLink = (standing: Standing | null): boolean => can(standing, 'viewLink.revoke');

const sentences = {
  read: canReadMap,
  export: canExportMap,
  comment: canCommentOnMap,
  vote: canVoteOnMap,
  readComments: canReadComments,
  write: canWriteMap,
  readActivity: canReadActivity,
  readVersions: canReadVersions,
  saveVersion: canSaveVersion,
  deleteVersion: canDeleteVersion,
  readSignOffs: canReadSignOffs,
  putUpSignOff: canPutUpSignOff,
  manage: canManageMap,
  delete: canDeleteMap,
  move: canMoveMap,
  purge: canPurgeMap,
  listJoinLinks: canListJoinLinks,
  createJoinLink: canCreateJoinLink,
  revokeJoinLink: canRevokeJoinLink,
  listViewLinks: canListViewLinks,
  createViewLink: canCreateViewLink,
  revokeViewLink: canRevokeViewLink,
} satisfies Record<string, (standing: Standing | null) => boolean>;

/** What a caller needs on a map. */
export type MapNeed = keyof typeof sentences;

/** The sentence that answers a need. */
export const meetsMapNeed = (standing: Standing | null, need: MapNeed): boolean => sentences[need](standing);
