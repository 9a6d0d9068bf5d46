import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** A live document with a map's content, as a client has it after loading. */
export function openDocument(map: JourneyMap): Y.Doc {
  return copyDocument(createDocument(map));
}

/** Another client's document with the same state. */
export function copyDocument(source: Y.Doc | Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, source instanceof Uint8Array ? source : Y.encodeStateAsUpdate(source));
  return doc;
}

/** Gives both documents everything that the other has. */
export function syncDocuments(a: Y.Doc, b: Y.Doc): void {
  const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, forB, 'remote');
  Y.applyUpdate(a, forA, 'remote');
}
