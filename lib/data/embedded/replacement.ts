import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createDataDirectory } from './databaseThread';
import { databaseFolder } from './dataDirectory';
import { keepPrivate, renameDurably, syncTree } from './durableFiles';
import { type OpenFolder, openFolder } from './openFolder';

const draftOf = (dataDir: string): string => `${databaseFolder(dataDir)}.restoring`;
const formerOf = (dataDir: string): string => `${databaseFolder(dataDir)}.replaced`;

/**
 * Makes a new embedded database beside the present one, has it filled, and puts it in its place. When anything fails, the present one is
 * as it was. The data directory must be locked.
 */
export async function replaceDatabaseFolder(
  dataDir: string,
  options: { workerFile?: string | undefined },
  fill: (pool: OpenFolder['pool']) => Promise<void>,
): Promise<void> {
  const draft = draftOf(dataDir);
  await settleReplacement(dataDir);
  try {
    await createDataDirectory({ dataDir: draft, workerFile: options.workerFile });
    await keepPrivate(draft);
    const opened = await openFolder(draft, options);
    await fill(opened.pool).finally(() => opened.close());
    await syncTree(draft);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  // From here on the new one is whole. The present one leaves its name first, so a crash in between is told by its absence.
  const folder = databaseFolder(dataDir);
  if (existsSync(folder)) await renameDurably(folder, formerOf(dataDir));
  await renameDurably(draft, folder);
  await rm(formerOf(dataDir), { recursive: true, force: true });
}

/** Ends what a crash broke off: a replacement that was whole is finished, any other is forgotten. The data directory must be locked. */
export async function settleReplacement(dataDir: string): Promise<void> {
  const [folder, draft, former] = [databaseFolder(dataDir), draftOf(dataDir), formerOf(dataDir)];
  if (!existsSync(folder) && existsSync(former)) await renameDurably(existsSync(draft) ? draft : former, folder);
  for (const rest of [draft, former]) await rm(rest, { recursive: true, force: true });
}
