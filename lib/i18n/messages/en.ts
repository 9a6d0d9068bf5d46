import apiReference from './en/apiReference.json';
import audit from './en/audit.json';
import auth from './en/auth.json';
import canvas from './en/canvas.json';
import cardParts from './en/cardParts.json';
import comments from './en/comments.json';
import common from './en/common.json';
import document from './en/document.json';
import editor from './en/editor.json';
import errors from './en/errors.json';
import export_ from './en/export.json';
import finding from './en/finding.json';
import history from './en/history.json';
import import_ from './en/import.json';
import lifecycle from './en/lifecycle.json';
import list from './en/list.json';
import mail from './en/mail.json';
import personalData from './en/personalData.json';
import structure from './en/structure.json';
import sync from './en/sync.json';
import table from './en/table.json';
import tableView from './en/tableView.json';
import templates from './en/templates.json';
import tokens from './en/tokens.json';
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
