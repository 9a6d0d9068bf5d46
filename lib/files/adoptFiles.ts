import type { Actor } from '@/lib/access/actor';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { copyMapFiles, findReadableFiles } from './copyMapFiles';

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

/** Gives a new map the files that its cards show, from maps that the person may read. */
export async function adoptFiles(running: Running, actor: Actor, mapId: string, map: JourneyMap): Promise<void> {
  const sources = new Map<string, string[]>();
  for (const [id, from] of await findReadableFiles(running, actor, fileIdsOf(map))) {
    sources.set(from, [...(sources.get(from) ?? []), id]);
  }
  for (const [from, ids] of sources) await copyMapFiles(running, actor, { from, to: mapId, ids });
}
