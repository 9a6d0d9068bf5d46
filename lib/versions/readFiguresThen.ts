import type { MapRow } from '@/lib/data/maps';
import { listLinks } from '@/lib/map/listLinks';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';
import { type FiguresThen, toFiguresThen } from './figuresThen';
import { readStoredMap, readVersionEvidence, requireVersion, type StoredVersion } from './readVersion';

/** A version that figures are compared with. `figures`: null where none are kept with it, or they are of another workspace. */
export type VersionThen = { version: Pick<StoredVersion, 'number' | 'name' | 'createdAt'>; figures: FiguresThen | null };

// A version never changes: what was read of it once stays true.
const keep = createKeeper<FiguresThen | null>('versionFigures');

/** The figures of a version of a map as they stood, to compare others with. Throws `notFound`. Says nothing about who may see them. */
export async function readFiguresThen(
  running: Pick<Runtime, 'database' | 'exporter'>,
  row: Pick<MapRow, 'id' | 'workspaceId'>,
  number: number,
): Promise<VersionThen> {
  const { database } = running;
  const version = await requireVersion(database, row.id, number);
  const wanted = { of: version.id, version: row.workspaceId, exactly: true };
  const { value: figures } = await keep(database, wanted, async () => {
    const kept = await readVersionEvidence(database, version, row);
    return kept && toFiguresThen(kept, listLinks(await readStoredMap(running, version)));
  });
  return { version, figures };
}
