import { canReadVersions } from '@/lib/access/map';
import type { Standing } from '@/lib/access/standing';
import { findFutureState } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import type { Runtime } from '@/lib/runtime';
import { readBaseOrNull } from './readStates';

/**
 * What the file of a map says of the version that it starts from, with what was on that if it is kept here, can be read and is wanted. Null when it starts from one and whoever asks
 * may see no versions; undefined for maps that start from none. Whether this is anything here is judged where the file is imported.
 */
export async function fileBaselineOf(
  running: Pick<Runtime, 'database' | 'exporter' | 'log'>,
  { map, standing }: { map: Pick<MapRow, 'id'>; standing: Standing },
  { withContent }: { withContent: boolean },
): Promise<FileBaseline | null | undefined> {
  const row = await findFutureState(running.database, map.id);
  if (!row) return undefined;
  if (!canReadVersions(standing)) return null;
  const { sourceMapId, title, versionId, versionNumber: number, versionName: name, versionAt, contentHash, signed } = row;
  return {
    source: { id: sourceMapId, title },
    version: { id: versionId, number, name, at: versionAt.toISOString(), contentHash },
    signed,
    content: withContent ? await readBaseOrNull(running, row) : null,
  };
}
