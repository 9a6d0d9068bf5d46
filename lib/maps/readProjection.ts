import { toEtag } from '@/lib/api/etag';
import { findMap } from '@/lib/data/maps';
import { listShownFiles } from '@/lib/document/usedFiles';
import { AppError } from '@/lib/errors';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { projectMap } from '@/lib/map/projectMap';
import type { Runtime } from '@/lib/runtime';
import { readShownMap, versionOfShown } from '@/lib/workshop/shownMap';
import { createKeeper } from './keeper';

/** What a link shows of a map: as an answer, with its tag, and the files on the cards of it. */
export type Projection = { title: string; body: string; etag: string; files: ReadonlySet<string> };

const keepProjection = createKeeper<Projection>('projections');

function toProjection(map: JourneyMap): Projection {
  const shown = projectMap(map);
  const body = JSON.stringify({ map: shown });
  return { title: shown.meta.title, body, etag: toEtag(body), files: new Set(listShownFiles(shown)) };
}

/**
 * A map as links show it. Everybody with a link asks every few seconds, so it is made once for each state of the map, and of a large map that
 * people are busy with not more often than the process can bear. Throws `notFound`.
 */
export async function readProjection(running: Pick<Runtime, 'database' | 'liveMaps'>, mapId: string): Promise<Projection> {
  const row = await findMap(running.database, mapId);
  if (!row) throw new AppError('notFound', 'The map is gone.', { messageKey: 'viewLinkUnknown' });
  const version = await versionOfShown(running, row);
  const { value } = await keepProjection(running, { of: mapId, version }, async () =>
    toProjection(await readShownMap(running, mapId)),
  );
  return value;
}
