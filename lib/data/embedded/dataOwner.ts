import { stat } from 'node:fs/promises';
import { DatabaseError } from '../database';

/**
 * For commands that write into a data directory: refuses root when the directory is another user's, because the service, which runs as that
 * user, could not open what root leaves there. Others are kept out by the file system itself. Throws `DatabaseError`.
 */
export async function refuseForeignRoot(dataDir: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const owner = await stat(dataDir).then(
    ({ uid }) => uid,
    () => 0,
  );
  if (owner === 0) return;
  throw new DatabaseError(
    `The data directory ${dataDir} belongs to another user (id ${owner}), whose server could not open what root writes there; run this command as that user.`,
  );
}
