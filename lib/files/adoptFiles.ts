import type { Actor } from '@/lib/access/actor';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { copyMapFiles, findReadableFiles } from './copyMapFiles';
import { tooManyMapFiles } from './storeMapFile';

type Running = Pick<Runtime, 'database' | 'env'>;

const fileIdsOf = (map: JourneyMap): string[] => [...new Set(map.attachments.map(({ fileId }) => fileId))];

/**
 * A map that came as a file, without pictures and files that are not on this server, or not for this person: their bytes are not in such a file,
 * and nobody gets them by knowing their ids. `left`: how many attachments that were.
 */
export async function keepReadableFiles(
  running: Pick<Running, 'database'>,
  actor: Actor | null,
  map: JourneyMap,
): Promise<{ map: JourneyMap; left: number }> {
  if (map.attachments.length === 0) return { map, left: 0 };
  const readable = actor ? await findReadableFiles(running, actor, fileIdsOf(map)) : new Map<string, string>();
  const attachments = map.attachments.filter(({ fileId }) => readable.has(fileId));
  return { map: { ...map, attachments }, left: map.attachments.length - attachments.length };
}

/** The ids of files that a new map gets, by the map that each comes from. */
export type AdoptableFiles = ReadonlyMap<string, readonly string[]>;

/**
 * The files that a new map's cards have, and more of them by their ids, in maps that the person may read. Throws `conflict` when they are more than MAX_FILES_PER_MAP: asked
 * before the map is made, so that none is made without them.
 */
export async function findAdoptableFiles(
  { database, env }: Running,
  actor: Actor,
  map: JourneyMap,
  more: readonly string[] = [],
): Promise<AdoptableFiles> {
  const readable = await findReadableFiles({ database }, actor, [...new Set([...fileIdsOf(map), ...more])]);
  if (readable.size > env.MAX_FILES_PER_MAP) throw tooManyMapFiles(env.MAX_FILES_PER_MAP);
  const sources = new Map<string, string[]>();
  for (const [id, from] of readable) sources.set(from, [...(sources.get(from) ?? []), id]);
  return sources;
}

/** Gives a new map the files that were found for it. */
export async function adoptFiles(running: Running, actor: Actor, mapId: string, files: AdoptableFiles): Promise<void> {
  for (const [from, ids] of files) await copyMapFiles(running, actor, { from, to: mapId, ids });
}
