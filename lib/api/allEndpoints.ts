import type { Endpoint } from './endpoint';
import { getAccountEndpoint, revokeTokenEndpoint } from './endpoints/account';
import { addCommentEndpoint, deleteCommentEndpoint, updateCommentEndpoint } from './endpoints/comments';
import {
  createCommentThreadEndpoint,
  getCommentThreadEndpoint,
  listCommentThreadsEndpoint,
  updateCommentThreadEndpoint,
} from './endpoints/commentThreads';
import { editMapEndpoint, getDocumentEndpoint } from './endpoints/documents';
import { exportMapEndpoint } from './endpoints/exports';
import { checkFileEndpoint, importMapEndpoint } from './endpoints/imports';
import { closeJoinLinkEndpoint, createJoinLinkEndpoint, listJoinLinksEndpoint } from './endpoints/joinLinks';
import { duplicateMapEndpoint, moveMapEndpoint, purgeMapEndpoint } from './endpoints/mapCopies';
import { getMapFileEndpoint, listMapFilesEndpoint, uploadMapFileEndpoint } from './endpoints/mapFiles';
import {
  createMapEndpoint,
  deleteMapEndpoint,
  getMapEndpoint,
  listMapsEndpoint,
  restoreMapEndpoint,
  updateMapEndpoint,
} from './endpoints/maps';
import {
  changeRoleEndpoint,
  inviteEndpoint,
  listInvitationsEndpoint,
  listMembersEndpoint,
  removeMemberEndpoint,
  withdrawInvitationEndpoint,
} from './endpoints/members';
import { listTemplatesEndpoint } from './endpoints/templates';
import {
  deleteWorkspaceEndpoint,
  handOverEndpoint,
  purgeWorkspaceEndpoint,
  restoreWorkspaceEndpoint,
} from './endpoints/workspaceEnds';
import {
  createWorkspaceEndpoint,
  getWorkspaceEndpoint,
  listWorkspacesEndpoint,
  renameWorkspaceEndpoint,
} from './endpoints/workspaces';
import {
  deleteTemplateEndpoint,
  listWorkspaceTemplatesEndpoint,
  saveTemplateEndpoint,
  updateTemplateEndpoint,
} from './endpoints/workspaceTemplates';

/** Every endpoint of the API, in the order of its description. What is not here does not exist, and what is here is described. */
export const allEndpoints: readonly Endpoint[] = [
  listMapsEndpoint,
  createMapEndpoint,
  getMapEndpoint,
  updateMapEndpoint,
  deleteMapEndpoint,
  restoreMapEndpoint,
  purgeMapEndpoint,
  duplicateMapEndpoint,
  moveMapEndpoint,
  getDocumentEndpoint,
  listTemplatesEndpoint,
  listWorkspaceTemplatesEndpoint,
  saveTemplateEndpoint,
  updateTemplateEndpoint,
  deleteTemplateEndpoint,
  editMapEndpoint,
  importMapEndpoint,
  checkFileEndpoint,
  exportMapEndpoint,
  listMapFilesEndpoint,
  uploadMapFileEndpoint,
  getMapFileEndpoint,
  listCommentThreadsEndpoint,
  createCommentThreadEndpoint,
  getCommentThreadEndpoint,
  updateCommentThreadEndpoint,
  addCommentEndpoint,
  updateCommentEndpoint,
  deleteCommentEndpoint,
  listJoinLinksEndpoint,
  createJoinLinkEndpoint,
  closeJoinLinkEndpoint,
  listWorkspacesEndpoint,
  createWorkspaceEndpoint,
  getWorkspaceEndpoint,
  renameWorkspaceEndpoint,
  deleteWorkspaceEndpoint,
  restoreWorkspaceEndpoint,
  purgeWorkspaceEndpoint,
  handOverEndpoint,
  listMembersEndpoint,
  changeRoleEndpoint,
  removeMemberEndpoint,
  listInvitationsEndpoint,
  inviteEndpoint,
  withdrawInvitationEndpoint,
  getAccountEndpoint,
  revokeTokenEndpoint,
];
