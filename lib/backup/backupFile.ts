import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { keepPrivate, renameDurably } from '@/lib/data/embedded/durableFiles';
import type { ByteSink } from './archive';
import { BackupError } from './format';
import type { BackedUp } from './moment';
import { type BackupResult, type WriteBackupOptions, writeBackup } from './writeBackup';

/** What a file is called until it is whole. */
export const unfinished = (file: string): string => `${file}.part`;

/** A backup's file while it is being written. One of `finish` and `abandon` must be called. */
export type BackupFile = {
  sink: ByteSink;
  /** Makes it durable and gives it its name. */
  finish(): Promise<void>;
  /** Removes it. */
  abandon(): Promise<void>;
};

/** Begins a file that only this user may read. Throws `BackupError` when the name is taken and `force` is not set, or nothing can be written there. */
export async function openBackupFile(file: string, { force = false } = {}): Promise<BackupFile> {
  const refuse = (): void => {
    if (!force && existsSync(file)) throw new BackupError(`${file} exists already; name another file, or add --force.`);
  };
  refuse();
  const draft = unfinished(file);
  try {
    await rm(draft, { force: true });
    const handle = await open(draft, 'wx', 0o600);
    return {
      async sink(bytes) {
        await handle.writeFile(bytes).catch((cause) => {
          throw new BackupError(`${draft} cannot be written: ${reasonOf(cause)}.`, { cause });
        });
      },
      async finish() {
        await handle.sync();
        await handle.close();
        refuse();
        await renameDurably(draft, file);
      },
      async abandon() {
        await handle.close();
        await rm(draft, { force: true });
      },
    };
  } catch (cause) {
    throw new BackupError(`${file} cannot be written: ${reasonOf(cause)}.`, { cause });
  }
}

/** Writes into a file what `write` gives: whole and durable, or not at all. */
export async function intoBackupFile<Result>(
  file: string,
  options: { force?: boolean },
  write: (sink: ByteSink) => Promise<Result>,
): Promise<Result> {
  const target = await openBackupFile(file, options);
  try {
    const result = await write(target.sink);
    await target.finish();
    return result;
  } catch (error) {
    await target.abandon().catch(() => undefined);
    throw error;
  }
}

/**
 * Writes a backup into a file that only this user may read: under another name until it is whole and on the disk. Its folder is made when
 * it is absent. Needs no running server: `await writeBackupFile({ kind: 'server', pool }, file, { secret: null })` is enough.
 */
export async function writeBackupFile(
  db: BackedUp,
  file: string,
  options: WriteBackupOptions & { force?: boolean },
): Promise<BackupResult> {
  await makeBackupFolder(path.dirname(file));
  return intoBackupFile(file, options, (sink) => writeBackup(db, sink, options));
}

/** Makes a folder that only this user may enter; one that is there keeps its rights. */
export async function makeBackupFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await keepPrivate(folder);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

/** The reason as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message.replace(/\.\s*$/, '') : 'unknown reason');
}
