import { findBlob, readBlob } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import type { Database } from '@/lib/data/database';
import type { MapRow } from '@/lib/data/maps';
import { findVersion, type VersionBlobs, type VersionRow } from '@/lib/data/versions';
import { schemaVersion } from '@/lib/document/schema';
import { AppError } from '@/lib/errors';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import { withoutHidden } from '@/lib/map/withoutHidden';
import { withoutVotes } from '@/lib/map/withoutVotes';
import type { Runtime } from '@/lib/runtime';
import { findRunningRound } from '@/lib/workshop/shownMap';
import { decompress } from './compressed';
import { type VersionEvidence, versionEvidenceSchema } from './versionEvidence';

/** A version that is there, with the names of what is stored of it. */
export type StoredVersion = VersionRow & VersionBlobs;

/** The version of a map with this number. Throws `notFound`. Says nothing about who may see it. */
export async function requireVersion(db: Database, mapId: string, number: number): Promise<StoredVersion> {
  const version = await findVersion(db, mapId, number);
  if (!version) throw new AppError('notFound', 'There is no such version.', { messageKey: 'versionNotFound' });
  return version;
}

async function readBytes(db: Database, hash: string): Promise<Buffer> {
  const blob = await findBlob(db, hash);
  // Deleted while it is being read.
  if (!blob) throw new AppError('notFound', 'The version is gone.', { messageKey: 'versionNotFound' });
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBlob(db, blob)) chunks.push(chunk);
  return decompress(joinBytes(chunks));
}

/**
 * What was on the map, without votes and what a silent round that is on now hides. Files that it names are files of the map. Throws `notFound` when the
 * version is deleted meanwhile.
 */
export async function readVersionMap(
  running: Pick<Runtime, 'database' | 'exporter'>,
  version: Pick<StoredVersion, 'mapId' | 'contentBlob' | 'schemaVersion'>,
): Promise<JourneyMap> {
  return withoutRound(running, version.mapId, await readStoredMap(running, version));
}

/** A map without what a silent round upon it hides now. */
async function withoutRound(running: Pick<Runtime, 'database'>, mapId: string, map: JourneyMap): Promise<JourneyMap> {
  const round = await findRunningRound(running, mapId);
  return withoutHidden(map, round?.id ?? null);
}

/** The same, for what must hold for good: throws `conflict` when the version holds cards which a silent round still hides. */
export async function readRevealedMap(
  running: Pick<Runtime, 'database' | 'exporter'>,
  version: Pick<StoredVersion, 'mapId' | 'contentBlob' | 'schemaVersion'>,
): Promise<JourneyMap> {
  const stored = await readStoredMap(running, version);
  const shown = await withoutRound(running, version.mapId, stored);
  if (shown.cards.length === stored.cards.length) return shown;
  throw new AppError('conflict', 'The version holds cards of a silent round that is on.', { messageKey: 'versionHoldsHidden' });
}

/** What is stored of a map under a hash, without votes. Throws `notFound` when it is not there any more. */
export async function readStoredMap(
  running: Pick<Runtime, 'database' | 'exporter'>,
  { contentBlob, schemaVersion: writtenBy }: Pick<StoredVersion, 'contentBlob' | 'schemaVersion'>,
): Promise<JourneyMap> {
  const text = (await readBytes(running.database, contentBlob)).toString();
  return withoutVotes(await toMap(running, text, writtenBy));
}

/** What this form of documents was written in needs no judging, only collections that are younger; what is of an earlier one is read like a file. */
async function toMap({ exporter }: Pick<Runtime, 'exporter'>, text: string, writtenBy: number): Promise<JourneyMap> {
  if (writtenBy === schemaVersion) return { ...emptyMap(), ...(JSON.parse(text) as JourneyMap) };
  const { map } = await exporter.read(text);
  if (map === null) throw new Error('A stored version cannot be read.');
  return map;
}

/** The encoded document of a version: one Yjs update (V1). */
export async function readVersionDocument(db: Database, version: Pick<StoredVersion, 'documentBlob'>): Promise<Uint8Array> {
  return readBytes(db, version.documentBlob);
}

/**
 * The figures of a version's evidence as they stood. Null when there were none, and when they are of another workspace than the one that the
 * map is in now. Says nothing about who may see them.
 */
export async function readVersionEvidence(
  db: Database,
  { evidenceBlob, evidenceWorkspaceId }: Pick<StoredVersion, 'evidenceBlob' | 'evidenceWorkspaceId'>,
  { workspaceId }: Pick<MapRow, 'workspaceId'>,
): Promise<VersionEvidence | null> {
  if (evidenceBlob === null || evidenceWorkspaceId !== workspaceId) return null;
  return versionEvidenceSchema.parse(JSON.parse((await readBytes(db, evidenceBlob)).toString()));
}
