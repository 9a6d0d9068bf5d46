import * as Y from 'yjs';
import { serverOrigin } from './createDocument';
import { metaOf, schemaVersion } from './schema';

/** A document of a version that this release does not know, most likely one of a later release. */
export class DocumentVersionError extends Error {
  override name = 'DocumentVersionError';
}

/** One change of the document's shape. `migrate` must give the same result when it runs on a document that has it already. */
export type DocumentMigration = {
  /** The version that the document has afterwards; the one before is one less. */
  to: number;
  migrate(doc: Y.Doc): void;
};

/**
 * All changes of shape since version 1, in order. To add one: raise `schemaVersion`, append an entry here, and store a document of the
 * version before under tests/fixtures/documents. Published entries are never changed.
 */
export const documentMigrations: readonly DocumentMigration[] = [
  {
    // Notes about the whole map. The server makes the text: two people who began it at once would each have one, and lose the other's.
    to: 2,
    migrate(doc) {
      const meta = metaOf(doc);
      if (!(meta.get('notes') instanceof Y.Text)) meta.set('notes', new Y.Text(''));
    },
  },
];

/**
 * Brings a document to the newest version, each change in one transaction. Only the server does so, under the document's lock, before the
 * first sync. Returns the version reached. Throws `DocumentVersionError` for a version that this release does not know: nothing is changed
 * then.
 */
export function migrateDocument(
  doc: Y.Doc,
  version: number,
  migrations: readonly DocumentMigration[] = documentMigrations,
  newest: number = schemaVersion,
): number {
  if (!Number.isInteger(version) || version < 1 || version > newest) {
    throw new DocumentVersionError(`The document has version ${version}; this release knows versions 1 to ${newest}.`);
  }
  for (let next = version + 1; next <= newest; next++) {
    const migration = migrations.find(({ to }) => to === next);
    if (!migration) throw new Error(`There is no document migration to version ${next}.`);
    doc.transact(() => migration.migrate(doc), serverOrigin);
  }
  return newest;
}
