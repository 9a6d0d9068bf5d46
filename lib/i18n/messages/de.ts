import apiReference from './de/apiReference.json';
import audit from './de/audit.json';
import auth from './de/auth.json';
import canvas from './de/canvas.json';
import cardParts from './de/cardParts.json';
import comments from './de/comments.json';
import common from './de/common.json';
import compare from './de/compare.json';
import comparing from './de/comparing.json';
import document from './de/document.json';
import editor from './de/editor.json';
import errors from './de/errors.json';
import evidence from './de/evidence.json';
import evidencePages from './de/evidencePages.json';
import export_ from './de/export.json';
import filter from './de/filter.json';
import finding from './de/finding.json';
import future from './de/future.json';
import history from './de/history.json';
import import_ from './de/import.json';
import lifecycle from './de/lifecycle.json';
import list from './de/list.json';
import mail from './de/mail.json';
import offline from './de/offline.json';
import personalData from './de/personalData.json';
import present from './de/present.json';
import reading from './de/reading.json';
import signOff from './de/signOff.json';
import sources from './de/sources.json';
import structure from './de/structure.json';
import sync from './de/sync.json';
import table from './de/table.json';
import tableView from './de/tableView.json';
import templates from './de/templates.json';
import together from './de/together.json';
import tokens from './de/tokens.json';
import versions from './de/versions.json';
import view from './de/view.json';
import workshop from './de/workshop.json';
import workspace from './de/workspace.json';

/** All messages in this language, by area (one JSON file each). */
export const de = {
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
