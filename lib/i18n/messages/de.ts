import apiReference from './de/apiReference.json';
import audit from './de/audit.json';
import auth from './de/auth.json';
import canvas from './de/canvas.json';
import cardParts from './de/cardParts.json';
import comments from './de/comments.json';
import common from './de/common.json';
import document from './de/document.json';
import editor from './de/editor.json';
import errors from './de/errors.json';
import export_ from './de/export.json';
import finding from './de/finding.json';
import history from './de/history.json';
import import_ from './de/import.json';
import lifecycle from './de/lifecycle.json';
import list from './de/list.json';
import mail from './de/mail.json';
import personalData from './de/personalData.json';
import structure from './de/structure.json';
import sync from './de/sync.json';
import table from './de/table.json';
import tableView from './de/tableView.json';
import templates from './de/templates.json';
import tokens from './de/tokens.json';
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
  document,
  editor,
  errors,
  export: export_,
  finding,
  history,
  import: import_,
  lifecycle,
  list,
  mail,
  personalData,
  structure,
  sync,
  tableView,
  table,
  templates,
  tokens,
  workspace,
};
