import type * as Y from 'yjs';
import { migrateDocument } from '@/lib/document/migrations';
import { schemaVersion } from '@/lib/document/schema';

/** The document form of this release, and how older ones are brought to it. */
export type DocumentSchema = {
  version: number;
  /** Brings a document of version `from` to `version`. Throws `DocumentVersionError` for a version that this release does not know. */
  migrate(doc: Y.Doc, from: number): void;
};

export const currentSchema: DocumentSchema = {
  version: schemaVersion,
  migrate(doc, from) {
    migrateDocument(doc, from);
  },
};
