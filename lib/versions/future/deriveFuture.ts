import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { isBaseline } from '@/lib/data/baselines';
import { holdBlob } from '@/lib/data/blobs';
import type { MapRow } from '@/lib/data/maps';
import { toInputText } from '@/lib/document/plainValue';
import { listShownFiles } from '@/lib/document/usedFiles';
import { AppError } from '@/lib/errors';
import { addMap } from '@/lib/maps/addMap';
import type { Runtime } from '@/lib/runtime';
import type { StoredVersion } from '../readVersion';
import { readDerivable } from './readDerivable';

/** What is said of a future state that is to be made. */
export const newFutureSchema = z.strictObject({
  title: z.string().max(20_000).optional().describe('By default that of the version.'),
  unsigned: z
    .boolean()
    .default(false)
    .describe('That the version may be one that nobody has signed off. It is recorded; without it such a version is refused.'),
});

/**
 * Makes a future state from a version of a current state: a map of its own in the same workspace, whose records keep their ids, and which keeps what was on the
 * version, whatever becomes of that. Throws `conflict` for a version of a future state, (unless `unsigned`) for one that is no baseline,
 * and for one that holds cards which a silent round still hides.
 */
export async function deriveFuture(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'exporter'>,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  version: StoredVersion,
  { title, unsigned, id }: z.output<typeof newFutureSchema> & { id?: string },
): Promise<MapRow> {
  const shown = await readDerivable(running, version);
  if (shown.meta.kind === 'future') {
    throw new AppError('conflict', 'A future state starts from a current state.', { messageKey: 'futureOfFuture' });
  }
  const { database } = running;
  const signed = await isBaseline(database, version.id);
  if (!signed && !unsigned) {
    const values = { number: version.number };
    throw new AppError('conflict', 'The version is no baseline.', { messageKey: 'notBaseline', values });
  }
  if (!(await holdBlob(database, version.contentBlob))) {
    throw new AppError('notFound', 'The version is gone.', { messageKey: 'versionNotFound' });
  }
  const meta = { ...shown.meta, title: toInputText(title ?? shown.meta.title), kind: 'future' as const, asOf: '' };
  const { number, name, createdAt, contentHash, contentBlob, schemaVersion } = version;
  return addMap(running, actor, map.workspaceId, { ...shown, meta }, 'future', id, {
    ...{ sourceMapId: map.id, versionId: version.id, versionNumber: number, versionName: name, versionAt: createdAt },
    ...{ title: shown.meta.title, signed, contentHash, contentBlob, schemaVersion },
    ...{ fileIds: listShownFiles(shown), linked: true, fromFile: false },
  });
}
