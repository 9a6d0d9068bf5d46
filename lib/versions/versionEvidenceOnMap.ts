import { can } from '@/lib/access/operation';
import type { Standing } from '@/lib/access/standing';
import { listSources } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import { toMapEvidence } from '@/lib/evidence/toMapEvidence';
import { cardHomes, homeIn } from '@/lib/map/cardHomes';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLinks } from '@/lib/map/listLinks';
import type { MapEvidence as EvidenceOnMap } from '@/lib/map/mapEvidence';
import type { Runtime } from '@/lib/runtime';
import { readPinnedQuotes } from '@/lib/sources/links/readPinnedQuotes';
import { readVersionEvidence, type StoredVersion } from './readVersion';

type Running = Pick<Runtime, 'database'>;

/**
 * What customers had said about a map when a version of it was kept, for a picture of that: scores as they stood, and single answers as far as they
 * are still there; of all that what somebody with this standing may know. Null where that is nothing.
 */
export async function readVersionEvidenceOnMap(
  running: Running,
  row: Pick<MapRow, 'workspaceId'>,
  standing: Standing,
  version: StoredVersion,
  map: JourneyMap,
): Promise<EvidenceOnMap | null> {
  if (!can(standing, 'workspace.readFigures')) return null;
  const found = await readVersionEvidence(running.database, version, row);
  if (found === null) return null;
  const sources = await listSources(running.database, row.workspaceId);
  const names = new Map(found.sources.map(({ id, name }) => [id, name]));
  for (const { id, name } of sources) if (names.has(id)) names.set(id, name);
  const mayRead = can(standing, 'workspace.readAnswers');
  const pinned = mayRead ? await readPinnedQuotes(running.database, new Set(sources.map(({ id }) => id)), listLinks(map)) : null;
  const links = listLinks(map).map((link) => ({ ...link, isErased: pinned?.erased.has(link.id) ?? false }));
  const steps = found.steps.map(({ stepId, scores, emotion, isMeasured }) => ({
    ...{ stepId, emotion, isMeasured },
    figures: scores.map(({ figure, change }) => ({ figure, change })),
  }));
  const toDraw = { sources: Array.from(names, ([id, name]) => ({ id, name })), links, steps };
  return toMapEvidence(toDraw, pinned?.quotes ?? null, homeIn(cardHomes(map, links)));
}
