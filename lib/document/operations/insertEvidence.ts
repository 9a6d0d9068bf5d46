import type * as Y from 'yjs';
import type { Evidence, LinkTarget } from '@/lib/map/evidenceLink';
import { insertRecord } from './records';

/** Links copied evidence to a copy that was made a moment ago. Call inside of the transaction in which it was. */
export function insertEvidence(doc: Y.Doc, { type, id }: LinkTarget, evidence: readonly Evidence[] | undefined): void {
  for (const { sourceId, filter, responseId, column } of evidence ?? []) {
    insertRecord(doc, 'links', { target: { type, id }, sourceId, filter, responseId, column });
  }
}
