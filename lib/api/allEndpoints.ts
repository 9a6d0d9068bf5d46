import type { Endpoint } from './endpoint';
import { getAccountEndpoint, revokeTokenEndpoint } from './endpoints/account';
import {
  getImportEndpoint,
  getRejectionsEndpoint,
  listImportsEndpoint,
  startImportEndpoint,
  takeBackImportEndpoint,
  uploadAnswersEndpoint,
} from './endpoints/answerFiles';
import { getAnswerLimitsEndpoint, setAnswerLimitsEndpoint } from './endpoints/answerLimits';
import { inspectAnswersEndpoint, previewAnswersEndpoint } from './endpoints/answerPreviews';
import {
  addStarterEndpoint,
  createCategoryEndpoint,
  deleteCategoryEndpoint,
  listCategoriesEndpoint,
  updateCategoryEndpoint,
} from './endpoints/categories';
import { createRuleEndpoint, deleteRuleEndpoint, previewRuleEndpoint, updateRuleEndpoint } from './endpoints/categoryRules';
import { addCommentEndpoint, deleteCommentEndpoint, updateCommentEndpoint } from './endpoints/comments';
import {
  createCommentThreadEndpoint,
  getCommentThreadEndpoint,
  listCommentThreadsEndpoint,
  updateCommentThreadEndpoint,
} from './endpoints/commentThreads';
import { assignCategoryEndpoint, getReasonsEndpoint } from './endpoints/contactReasons';
import { editMapEndpoint, getDocumentEndpoint } from './endpoints/documents';
import { changeEntryEndpoint, createEntryEndpoint, deleteEntryEndpoint, getEntryEndpoint } from './endpoints/entries';
import { attachFileEndpoint, detachFileEndpoint, getEntryFileEndpoint } from './endpoints/entryFiles';
import { erasePersonEndpoint, getFiguresEndpoint, listAnswersEndpoint, readPersonEndpoint } from './endpoints/evidence';
import { exportMapEndpoint } from './endpoints/exports';
import {
  createFutureStateEndpoint,
  decideChangesEndpoint,
  getBaselineDocumentEndpoint,
  getBaselineEndpoint,
  listCurrentChangesEndpoint,
  listFutureStatesEndpoint,
  takeOverChangesEndpoint,
} from './endpoints/futures';
import { checkFileEndpoint, importMapEndpoint } from './endpoints/imports';
import { closeJoinLinkEndpoint, createJoinLinkEndpoint, listJoinLinksEndpoint } from './endpoints/joinLinks';
import { duplicateMapEndpoint, moveMapEndpoint, purgeMapEndpoint } from './endpoints/mapCopies';
import {
  getMapEvidenceEndpoint,
  getTargetFiguresEndpoint,
  listQuotesEndpoint,
  suggestLinksEndpoint,
} from './endpoints/mapEvidence';
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
import { pushAnswersEndpoint } from './endpoints/pushes';
import { compareVersionsEndpoint, restoreVersionEndpoint, undoRestoreEndpoint } from './endpoints/restores';
import { decideSignOffEndpoint, replaceSignerEndpoint, withdrawSignOffEndpoint } from './endpoints/signatures';
import { getParticipationEndpoint, getSignOffEndpoint, listSignOffsEndpoint, putUpSignOffEndpoint } from './endpoints/signOffs';
import {
  correctColumnEndpoint,
  createSourceEndpoint,
  deleteSourceEndpoint,
  getSourceEndpoint,
  listSourcesEndpoint,
  updateSourceEndpoint,
} from './endpoints/sources';
import { listTemplatesEndpoint } from './endpoints/templates';
import { getVersionDocumentEndpoint, getVersionEvidenceEndpoint } from './endpoints/versionContent';
import { deleteVersionEndpoint, getVersionEndpoint, listVersionsEndpoint, saveVersionEndpoint } from './endpoints/versions';
import { closeViewLinkEndpoint, createViewLinkEndpoint, listViewLinksEndpoint } from './endpoints/viewLinks';
import { createWebhookEndpoint, getWebhookEndpoint, renewWebhookEndpoint, revokeWebhookEndpoint } from './endpoints/webhooks';
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
  listVersionsEndpoint,
  saveVersionEndpoint,
  getVersionEndpoint,
  getVersionDocumentEndpoint,
  getVersionEvidenceEndpoint,
  deleteVersionEndpoint,
  compareVersionsEndpoint,
  restoreVersionEndpoint,
  undoRestoreEndpoint,
  createFutureStateEndpoint,
  listFutureStatesEndpoint,
  getBaselineEndpoint,
  getBaselineDocumentEndpoint,
  listCurrentChangesEndpoint,
  takeOverChangesEndpoint,
  decideChangesEndpoint,
  listSignOffsEndpoint,
  putUpSignOffEndpoint,
  getSignOffEndpoint,
  decideSignOffEndpoint,
  replaceSignerEndpoint,
  withdrawSignOffEndpoint,
  getParticipationEndpoint,
  listCommentThreadsEndpoint,
  createCommentThreadEndpoint,
  getCommentThreadEndpoint,
  updateCommentThreadEndpoint,
  addCommentEndpoint,
  updateCommentEndpoint,
  deleteCommentEndpoint,
  listSourcesEndpoint,
  createSourceEndpoint,
  getSourceEndpoint,
  updateSourceEndpoint,
  correctColumnEndpoint,
  deleteSourceEndpoint,
  getFiguresEndpoint,
  listAnswersEndpoint,
  listImportsEndpoint,
  uploadAnswersEndpoint,
  getImportEndpoint,
  inspectAnswersEndpoint,
  previewAnswersEndpoint,
  startImportEndpoint,
  takeBackImportEndpoint,
  getRejectionsEndpoint,
  createEntryEndpoint,
  getEntryEndpoint,
  changeEntryEndpoint,
  deleteEntryEndpoint,
  attachFileEndpoint,
  getEntryFileEndpoint,
  detachFileEndpoint,
  getWebhookEndpoint,
  createWebhookEndpoint,
  renewWebhookEndpoint,
  revokeWebhookEndpoint,
  pushAnswersEndpoint,
  readPersonEndpoint,
  erasePersonEndpoint,
  listCategoriesEndpoint,
  createCategoryEndpoint,
  addStarterEndpoint,
  updateCategoryEndpoint,
  deleteCategoryEndpoint,
  createRuleEndpoint,
  updateRuleEndpoint,
  deleteRuleEndpoint,
  previewRuleEndpoint,
  assignCategoryEndpoint,
  getReasonsEndpoint,
  getAnswerLimitsEndpoint,
  setAnswerLimitsEndpoint,
  getMapEvidenceEndpoint,
  getTargetFiguresEndpoint,
  listQuotesEndpoint,
  suggestLinksEndpoint,
  listJoinLinksEndpoint,
  createJoinLinkEndpoint,
  closeJoinLinkEndpoint,
  listViewLinksEndpoint,
  createViewLinkEndpoint,
  closeViewLinkEndpoint,
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
