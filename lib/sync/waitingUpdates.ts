import * as Y from 'yjs';
import { hasToWait, type UpdateContent } from './updateContent';

/**
 * Whether more than `limit` bytes of updates would wait in a document for earlier ones that are missing, if this update were taken in.
 * Yjs keeps such updates for ever, outside of the document.
 */
export function wouldKeepTooMuchWaiting(doc: Y.Doc, update: Uint8Array, content: UpdateContent, limit: number): boolean {
  const { pendingStructs, pendingDs } = doc.store;
  const waiting = (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0);
  if (waiting + update.length <= limit || !hasToWait(content, (clientId) => Y.getState(doc.store, clientId))) return false;
  // Exactly, as much of it may be known, or may wait already. What waits is kept in encoding V2.
  const fresh = Y.convertUpdateFormatV1ToV2(Y.diffUpdate(update, Y.encodeStateVector(doc)));
  const known = [pendingStructs?.update, pendingDs].filter((bytes) => bytes !== null && bytes !== undefined);
  return Y.mergeUpdatesV2([...known, fresh]).length > limit;
}
