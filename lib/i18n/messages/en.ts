import apiReference from './en/apiReference.json';
import audit from './en/audit.json';
import auth from './en/auth.json';
import canvas from './en/canvas.json';
import cardParts from './en/cardParts.json';
import comments from './en/comments.json';
import common from './en/common.json';
import compare from './en/compare.json';
import comparing from './en/comparing.json';
import document from './en/document.json';
import editor from './en/editor.json';
import errors from './en/errors.json';
import evidence from './en/evidence.json';
import evidencePages from './en/evidencePages.json';
import export_ from './en/export.json';
import filter from './en/filter.json';
import finding from './en/finding.json';
import future from './en/future.json';
import history from './en/history.json';
import import_ from './en/import.json';
import lifecycle from './en/lifecycle.json';
import list from './en/list.json';
import mail from './en/mail.json';
import offline from './en/offline.json';
import personalData from './en/personalData.json';
import present from './en/present.json';
import reading from './en/reading.json';
import signOff from './en/signOff.json';
import sources from './en/sources.json';
import structure from './en/structure.json';
import sync from './en/sync.json';
import table from './en/table.json';
import tableView from './en/tableView.json';
import templates from './en/templates.json';
import together from './en/together.json';
import tokens from './en/tokens.json';
import versions from './en/versions.json';
import view from './en/view.json';
import workshop from './en/workshop.json';
import workspace from './en/workspace.json';

/** All messages in this language, by area (one JSON file each). */
export const en = {
  audit,
  apiReference,
  auth,
  canvas,
  cardParts,
  comments,
  common,
  compare,
  comparing,
  document,
  editor,
  errors,
  evidencePages,
  evidence,
  export: export_,
  filter,
  finding,
  future,
  history,
  import: import_,
  lifecycle,
  list,
  mail,
  offline,
  personalData,
  present,
  reading,
  signOff,
  sources,
  structure,
  sync,
  tableView,
  table,
  templates,
  together,
  tokens,
  versions,
  view,
  workshop,
  workspace,
};
