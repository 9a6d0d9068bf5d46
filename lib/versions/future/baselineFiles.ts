import type { Logger } from 'pino';
import { type FutureStateRow, listFutureStatesWithoutFiles, noteBaselineFiles } from '@/lib/data/futureStates';
import { listShownFiles } from '@/lib/document/usedFiles';
import type { Runtime } from '@/lib/runtime';
import { readBase } from './readStates';

type Running = Pick<Runtime, 'database' | 'exporter'>;

/** The files of a future state that its baseline shows: as they were noted, or as the content says of those of which it was not. Throws `notFound` as `readBase` does. */
export async function listBaselineFiles(running: Running, row: FutureStateRow): Promise<readonly string[]> {
  if (row.fileIds !== null) return row.fileIds;
  return row.contentBlob === null ? [] : listShownFiles(await readBase(running, row));
}

/**
 * Notes of older future states which files their baselines show; until then none of their maps' files is swept. One that cannot be read is passed over, and
 * asked again in the next round. Throws when all is done, if there was one.
 */
export async function noteAllBaselineFiles(
  running: Running,
  { log, isOver = () => false }: { log: Pick<Logger, 'warn'>; isOver?: () => boolean },
): Promise<void> {
  let failed = 0;
  for (const row of await listFutureStatesWithoutFiles(running.database)) {
    if (isOver()) break;
    try {
      await noteBaselineFiles(running.database, row.mapId, await listBaselineFiles(running, row));
    } catch (error) {
      failed += 1;
      log.warn({ err: error, mapId: row.mapId }, 'the baseline of a future state could not be read');
    }
  }
  if (failed > 0) throw new Error(`Baselines that could not be read: ${failed}.`);
}
