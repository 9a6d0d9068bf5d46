import type { Database } from '@/lib/data/database';
import { findMapFile, type MapFileRow } from '@/lib/data/mapFiles';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';

/** A file of a map. Throws `notFound`, also for a file of another map: to whoever asks, the two look the same. */
export async function requireMapFile(db: Database, mapId: string, id: string): Promise<MapFileRow> {
  const file = idSchema.safeParse(id).success ? await findMapFile(db, mapId, id) : null;
  if (!file) throw new AppError('notFound', 'No such file of this map.', { messageKey: 'fileNotFound' });
  return file;
}
