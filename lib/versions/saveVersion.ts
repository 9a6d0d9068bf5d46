import { z } from 'zod';
import { holdBlob, storeBlob } from '@/lib/data/blobs';
import type { MapRow } from '@/lib/data/maps';
import { findSameContent, insertVersion, type VersionBlobs, type VersionRow } from '@/lib/data/versions';
import { toCleanText } from '@/lib/document/plainValue';
import { schemaVersion } from '@/lib/document/schema';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import { optionalLineSchema } from '@/lib/maps/lineSchema';
import type { Runtime } from '@/lib/runtime';
import { readMapEvidence } from '@/lib/sources/links/readMapEvidence';
import { compress } from './compressed';
import type { EncodedVersion } from './encodeVersion';
import { toVersionEvidence } from './versionEvidence';
import type { VersionKind } from './versionKind';

/** What somebody says about a version that they keep. */
export const newVersionSchema = z.strictObject({
  name: optionalLineSchema(100).default('').describe('What it is called. May be left out: it has a number.'),
  note: z
    .string()
    .max(2_000)
    .transform((text) => toCleanText(text).trim())
    .default('')
    .describe('What is to be known about it.'),
});

/** What a version is kept as. `id` is for callers that had to name it beforehand. */
export type VersionFacts = { kind: VersionKind; actorId: string; name?: string; note?: string; id?: string };

/** A document as the updates (V1) that make it, and where in its log it stands. */
export type DocumentAt = { updates: readonly Uint8Array[]; epoch: number; seq: number };

type Running = Pick<Runtime, 'database' | 'events' | 'exporter' | 'imports' | 'liveMaps'>;
type MapKey = Pick<MapRow, 'id' | 'workspaceId'>;

const contentType = 'application/json+br';
const documentType = 'application/octet-stream+br';

/** Stores content under its hash, unless a version of the map has the same already. */
async function storeContent(
  { database }: Running,
  mapId: string,
  { content, contentHash, document }: EncodedVersion,
): Promise<Pick<VersionBlobs, 'contentBlob' | 'documentBlob'>> {
  const same = await findSameContent(database, { mapId, contentHash, schemaVersion });
  // That version may be deleted just now, and a sweep come for its bytes.
  if (same && (await holdBlob(database, same.contentBlob)) && (await holdBlob(database, same.documentBlob))) return same;
  const { hash: contentBlob } = await storeBlob(database, content, contentType);
  const { hash: documentBlob } = await storeBlob(database, document, documentType);
  return { contentBlob, documentBlob };
}

async function storeEvidence(running: Running, map: MapKey): Promise<{ hash: string; size: number } | null> {
  const evidence = toVersionEvidence(await readMapEvidence(running, map));
  if (evidence === null) return null;
  return storeBlob(running.database, await compress(Buffer.from(JSON.stringify(evidence))), contentType);
}

/**
 * Keeps a document as a version of its map: encoded in another thread, stored in short steps, and there from one moment to the next, whatever
 * breaks it off. `unlessSame`: only if it differs from the last version. Tells everybody who has the map open. Null when nothing was kept:
 * nothing differs, or the map is gone. Throws `tooMany` when too much is being made.
 */
export async function keepVersion(
  running: Running,
  map: MapKey,
  { kind, actorId, name = '', note = '', id = newId() }: VersionFacts,
  { updates, epoch, seq }: DocumentAt,
  { unlessSame = false }: { unlessSame?: boolean } = {},
): Promise<VersionRow | null> {
  const encoded = await running.exporter.encodeVersion(updates);
  const { summary, contentHash, fileIds } = encoded;
  const stored = await storeContent(running, map.id, encoded);
  const evidence = encoded.hasLinks ? await storeEvidence(running, map) : null;
  const row = await insertVersion(
    running.database,
    {
      ...{ id, mapId: map.id, kind, name, note, createdBy: actorId, epoch, seq, schemaVersion, contentHash, fileIds, ...stored },
      ...{ title: summary.title, stageCount: summary.stageCount, stepCount: summary.stepCount, cardCount: summary.cardCount },
      size: encoded.content.length + encoded.document.length + (evidence?.size ?? 0),
      ...{ evidenceBlob: evidence?.hash ?? null, evidenceWorkspaceId: evidence && map.workspaceId },
    },
    { unlessSame },
  );
  if (row) await running.events.publish({ kind: 'versions.changed', mapId: map.id, payload: { number: row.number } });
  return row;
}

/** Keeps a live map as it stands, everything that was received included, as a version. Throws `notFound`, and `tooMany` as `keepVersion` does. */
export async function saveVersion(running: Running, map: MapKey, facts: VersionFacts): Promise<VersionRow> {
  const row = await keepVersion(running, map, facts, await running.liveMaps.readUpdates(map.id));
  if (!row) throw new AppError('notFound', 'The map was deleted.', { messageKey: 'mapNotFound' });
  return row;
}
