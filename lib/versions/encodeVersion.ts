import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { type MapSummary, summarizeMap } from '@/lib/document/summary';
import { listUsedFiles } from '@/lib/document/usedFiles';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { compressNow } from './compressed';

/** What is stored of a map as a version; both byte arrays are compressed. */
export type EncodedVersion = {
  /** Canonical JSON, and the SHA-256 (hex) of it as it is without compression. */
  content: Uint8Array;
  contentHash: string;
  /** The document as one Yjs update (V1). */
  document: Uint8Array;
  summary: MapSummary;
  /** The map's files that it needs. */
  fileIds: string[];
  /** Whether anything on it is linked to evidence. */
  hasLinks: boolean;
};

/** Makes a version of the updates (V1) that a document is made of. Of a large map it takes its time: it is done in another thread. */
export function encodeVersion(updates: readonly Uint8Array[]): EncodedVersion {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    const { map } = readMap(doc);
    const json = toCanonicalJson(map);
    return {
      content: compressNow(Buffer.from(json)),
      contentHash: createHash('sha256').update(json).digest('hex'),
      document: compressNow(Y.encodeStateAsUpdate(doc)),
      summary: summarizeMap(map),
      fileIds: listUsedFiles(map),
      hasLinks: map.links.length > 0,
    };
  } finally {
    doc.destroy();
  }
}
