import type { Actor } from '@/lib/access/actor';
import { canReadVersions } from '@/lib/access/map';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { isBaseline } from '@/lib/data/baselines';
import { storeBlob } from '@/lib/data/blobs';
import type { Database } from '@/lib/data/database';
import type { Derivation } from '@/lib/data/futureStates';
import { findVersion, findVersionById } from '@/lib/data/versions';
import { schemaVersion } from '@/lib/document/schema';
import { listShownFiles } from '@/lib/document/usedFiles';
import { AppError } from '@/lib/errors';
import { keepReadableFiles } from '@/lib/files/adoptFiles';
import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import type { ImportProblem } from '@/lib/interchange/importProblem';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { findTooMany } from '@/lib/maps/findTooMany';
import { keepOwnLinks } from '@/lib/maps/keepOwnLinks';
import type { Runtime } from '@/lib/runtime';
import { compress } from '../compressed';
import type { StoredVersion } from '../readVersion';
import { readDerivable } from './readDerivable';

type Running = Pick<Runtime, 'database' | 'env' | 'exporter'>;

/** What a map that comes as a file starts from, judged, before anything is stored. */
export type ImportedBaseline = Omit<Derivation, 'contentBlob' | 'schemaVersion' | 'fileIds'> & { content: JourneyMap | null };

/** What is on a version for a future state. Null when it is gone meanwhile, or holds what a silent round still hides. */
async function readHere(running: Running, version: StoredVersion): Promise<JourneyMap | null> {
  try {
    return await readDerivable(running, version);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'notFound' || error.code === 'conflict')) return null;
    throw error;
  }
}

/**
 * The version that a file names, as far as whoever imports it may see it. `isLinked`: they can open the map; `here`: what is on the version; `doubt`: they may see the map's versions,
 * and the one of that name is not there or says something else.
 */
type Source = {
  isLinked: boolean;
  version: StoredVersion | null;
  here: JourneyMap | null;
  doubt: 'json.baselineOtherVersion' | 'json.baselineVersionNotFound' | null;
};

/**
 * A number, and even an id, is only a name: the version is the one that the file means when it says the same, by its digest or by what the file has of its
 * content. One of which the file tells neither is not found.
 */
async function findSource(running: Running, actor: Actor | null, found: FileBaseline): Promise<Source> {
  const { source, version, content } = found;
  const db = running.database;
  const nothing = { version: null, here: null };
  const access = source.id === null ? null : await findMapAccess(db, actor, source.id);
  if (!access || !canReadVersions(access.standing)) return { ...nothing, isLinked: access !== null, doubt: null };
  const missed = (doubt: Source['doubt']): Source => ({ ...nothing, isLinked: true, doubt });
  const named =
    version.id === null ? await findVersion(db, access.map.id, version.number) : await findVersionById(db, version.id);
  if (named?.mapId !== access.map.id) return missed('json.baselineVersionNotFound');
  if (version.contentHash !== null && version.contentHash !== named.contentHash) return missed('json.baselineOtherVersion');
  const here = await readHere(running, named);
  if (version.contentHash === null) {
    if (!here || !content) return missed('json.baselineVersionNotFound');
    if (toCanonicalJson(here) !== toCanonicalJson(content)) return missed('json.baselineOtherVersion');
  }
  return { isLinked: true, version: named, here, doubt: null };
}

/** What a file says of it, the line on which it does, the map that came with it, and where that is to be (null while nobody has said). */
type Found = { found: FileBaseline; line: number; map: JourneyMap; workspaceId: string | null };

/**
 * Judges what a file says of the version that its future state starts from. A map and a version count as found only when whoever imports the file may see
 * them: then what is here is taken, and not what the file says. Of everything else the file’s words are kept as such, and nobody is led anywhere by them.
 * `problems` are those of the file so far; returned are those that hold.
 */
export async function judgeBaseline(
  running: Running,
  actor: Actor | null,
  { found, line, map, workspaceId }: Found,
  problems: readonly ImportProblem[],
): Promise<{ baseline: ImportedBaseline; problems: ImportProblem[] }> {
  const { database } = running;
  const { isLinked, version, here, doubt } = await findSource(running, actor, found);
  // What the file has of its content, or lacks, does not matter then.
  const told: ImportProblem[] = here ? problems.filter((problem) => !isAboutContent(problem)) : [...problems];
  const tell: Tell = (key, values) => void told.push({ line, path: 'baseline', key, values });
  if (doubt) tell(doubt, { number: found.version.number });
  const content = await takeContent(running, actor, { content: here ?? found.content, map, workspaceId }, tell);
  const facts = version
    ? {
        ...{ versionId: version.id, versionNumber: version.number, versionName: version.name, versionAt: version.createdAt },
        ...{ title: version.title, contentHash: version.contentHash },
        signed: found.signed && (await isBaseline(database, version.id)),
      }
    : {
        ...{
          versionId: doubt === 'json.baselineOtherVersion' ? null : found.version.id,
          versionNumber: found.version.number,
          versionName: found.version.name,
        },
        ...{ versionAt: new Date(found.version.at), title: found.source.title, contentHash: found.version.contentHash },
        signed: found.signed,
      };
  const baseline = { ...facts, sourceMapId: found.source.id, linked: isLinked, fromFile: here === null, content };
  return { baseline, problems: told };
}

const isAboutContent = ({ key, path = '' }: ImportProblem): boolean =>
  key === 'json.baselineContentMissing' || path === 'baseline.content' || path.startsWith('baseline.content.');

type Tell = (key: ImportProblem['key'], values: ImportProblem['values']) => void;

/** What of a baseline’s content may be kept: no more than of a map, no files and no evidence that the map would not get either. */
async function takeContent(
  running: Running,
  actor: Actor | null,
  { content, map, workspaceId }: { content: JourneyMap | null; map: JourneyMap; workspaceId: string | null },
  tell: Tell,
): Promise<JourneyMap | null> {
  if (content === null) return null;
  const tooMany = findTooMany(content, running.env.MAX_CARDS_PER_MAP);
  if (tooMany) {
    tell('json.baselineTooLarge', { max: tooMany.values.max ?? 0 });
    return null;
  }
  const readable = await keepReadableFiles(running, actor, content);
  // What the map has as well is told of the map.
  const told = new Set(map.attachments.map(({ id }) => id));
  const kept = new Set(readable.map.attachments.map(({ id }) => id));
  const lost = content.attachments.filter(({ id }) => !kept.has(id) && !told.has(id)).length;
  if (lost > 0) tell('json.baselineFilesMissing', { count: lost });
  if (workspaceId === null) return readable.map;
  const linked = await keepOwnLinks(running.database, workspaceId, readable.map);
  const linkIds = new Set(map.links.map(({ id }) => id));
  const keptLinks = new Set(linked.map.links.map(({ id }) => id));
  const lostLinks = readable.map.links.filter(({ id }) => !keptLinks.has(id) && !linkIds.has(id)).length;
  if (lostLinks > 0) tell('json.baselineEvidenceMissing', { count: lostLinks });
  return linked.map;
}

/** Stores what a new map starts from, so that the map can be made with it. */
export async function storeBaseline(db: Database, { content, ...facts }: ImportedBaseline): Promise<Derivation> {
  if (content === null) return { ...facts, contentBlob: null, schemaVersion, fileIds: [] };
  const bytes = await compress(Buffer.from(toCanonicalJson(content)));
  const { hash } = await storeBlob(db, bytes, 'application/json+br');
  return { ...facts, contentBlob: hash, schemaVersion, fileIds: listShownFiles(content) };
}
