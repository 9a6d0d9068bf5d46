import auth from './de/auth.json';
import canvas from './de/canvas.json';
import common from './de/common.json';
import document from './de/document.json';
import editor from './de/editor.json';
import errors from './de/errors.json';
import export_ from './de/export.json';
import import_ from './de/import.json';
import mail from './de/mail.json';
import sync from './de/sync.json';
import templates from './de/templates.json';
import workspace from './de/workspace.json';

/** All messages in this language, by area (one JSON file each). */
export const de = {
  auth,
  canvas,
  common,
  document,
  editor,
  errors,
  export: export_,
  import: import_,
  mail,
  sync,
  templates,
  workspace,
};
