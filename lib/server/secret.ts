import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from './startError';

const shortest = 32;

/**
 * The secret that signs sessions and links: the one given, else the one in `<dataDir>/secret`, which is made (readable by this user only) at
 * the first start. Throws `StartError` when the file cannot be used.
 */
export async function requireSecret(dataDirectory: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const file = path.join(dataDirectory, 'secret');
  try {
    const secret = (await read(file)) ?? (await create(file));
    if (secret.length >= shortest) return secret;
  } catch (cause) {
    throw new StartError(`The file ${file} cannot be used: ${cause instanceof Error ? cause.message : 'unknown reason'}.`, {
      cause,
    });
  }
  throw new StartError(
    `The secret in ${file} is shorter than ${shortest} characters; remove the file and everybody signs in again, or put the right one there.`,
  );
}

/** The secret that was generated into the data directory, if one was. */
export function findSecret(dataDirectory: string): Promise<string | null> {
  return read(path.join(dataDirectory, 'secret'));
}

const stagedName = (restoreId: string): string => `secret.${restoreId}.restoring`;

/** Lays the secret of a backup beside the present one, before the restore of that name counts. */
export async function stageSecret(dataDirectory: string, restoreId: string, secret: string): Promise<void> {
  const handle = await open(path.join(dataDirectory, stagedName(restoreId)), 'wx', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Puts the secret in place that came with the restore that the database is of (null: it is of none), also when the restore itself was
 * killed before it could; what belongs to a restore that never counted is removed. To be called before `requireSecret`.
 */
export async function settleSecret(dataDirectory: string, restoreId: string | null): Promise<void> {
  for (const name of await readdir(dataDirectory)) {
    if (!/^secret\.[\w-]+\.restoring$/.test(name)) continue;
    const staged = path.join(dataDirectory, name);
    if (restoreId !== null && name === stagedName(restoreId)) await rename(staged, path.join(dataDirectory, 'secret'));
    else await rm(staged, { force: true });
  }
}

async function read(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole before it has its name: a crash leaves no half secret, and of two processes at once both read the first one's. */
async function create(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(48).toString('base64url')}\n`);
    await handle.sync();
    await link(draft, file).catch((error) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
  return (await read(file)) ?? '';
}
