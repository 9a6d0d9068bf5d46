import { mkdir } from 'node:fs/promises';
import { DatabaseError } from '../database';
import { reasonOf } from './dataDirectory';
import { DirectoryInUseError, lockDirectory } from './directoryLock';

/** Takes the data directory for this process, making it when absent. Returns what gives it back. Throws `DatabaseError`, also when a server has it. */
export async function lockDataDirectory(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await lockDirectory(dataDir);
  } catch (error) {
    if (error instanceof DirectoryInUseError) {
      throw new DatabaseError(
        `The data directory ${dataDir} cannot be opened, because ${error.message}; stop that one or set DATA_DIR.`,
        { cause: error },
      );
    }
    throw new DatabaseError(`The data directory ${dataDir} cannot be used: ${reasonOf(error)}.`, { cause: error });
  }
}
