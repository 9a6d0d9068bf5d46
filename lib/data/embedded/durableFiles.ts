import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** Makes a file or folder durable. Folders cannot be synced on Windows, where the file system keeps a journal of names itself. */
async function syncPath(file: string, isFolder: boolean): Promise<void> {
  if (isFolder && process.platform === 'win32') return;
  const handle = await open(file, isFolder || process.platform !== 'win32' ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Keeps a folder to this user alone, which guards everything in it. On Windows folders have lists of their own. */
export async function keepPrivate(folder: string): Promise<void> {
  // File systems without modes, and folders of another user, keep what they have.
  if (process.platform !== 'win32') await chmod(folder, 0o700).catch(() => undefined);
}

/** Makes everything in a folder durable, and the folder itself. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(file);
    else if (entry.isFile()) await syncPath(file, false);
  }
  await syncPath(folder, true);
}

/** Copies a folder's files and folders; where the file system can, without using space twice. */
export async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile()) await copyFile(source, target, constants.COPYFILE_FICLONE);
  }
}

/** Gives a finished, synced folder its name so that the name survives a power cut too. Both lie in the same folder. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncPath(path.dirname(to), true);
}
