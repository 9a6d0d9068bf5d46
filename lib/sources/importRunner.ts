import path from 'node:path';
import { beginImport, cancelImport, findImport, type ImportRow, listImportsIn, listLeftovers } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { findSource, listDeletedSources } from '@/lib/data/evidence/sources';
import { purgeSource } from '@/lib/data/purge';
import type { Runtime } from '@/lib/runtime';
import { startSorting } from './categories/sortAnswers';
import { type ImportParts, importFile } from './importFile';
import { startTextSearch } from './links/textSearch';
import { createFileReader, type FileReader } from './reading/fileReader';
import { createStaging, type Staging } from './staging';
import type { BackgroundWork } from './startWork';
import { tellSources } from './tellSources';

/** Files of answers that come in, one after the other. */
export type Imports = {
  staging: Staging;
  reader: FileReader;
  /** Looks for the words of links in what came in. */
  search: BackgroundWork;
  /** Brings answers to the categories that rules put them in. */
  sorting: BackgroundWork;
  /** Looks whether there is something to do. Call it after a file was queued or taken back, or a source deleted. */
  wake(): void;
  /** Waits until nothing is to be done. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

const minute = 60_000;
const hour = 60 * minute;
/** A file that nobody begins to import is kept so long. */
const stagedFor = 24 * hour;

/** The folder of the data directory in which files of answers lie. */
export const stagingFolder = (dataDirectory: string): string => path.join(dataDirectory, 'incoming');

/**
 * Begins with what an earlier process left: imports go on where they were, answers that do not count are removed, and files that nobody needs
 * are deleted. Looks again every hour.
 */
export function startImports(
  running: Pick<Runtime, 'database' | 'events' | 'log'>,
  folder: string,
  { reader = createFileReader(), now = () => new Date() }: { reader?: FileReader; now?: () => Date } = {},
): Imports {
  const staging = createStaging(folder);
  const search = startTextSearch(running);
  const sorting = startSorting(running);
  const parts: ImportParts = { ...running, staging, reader };
  let isClosed = false;
  let isAsked = false;
  let work: Promise<void> | null = null;

  async function workThrough(): Promise<void> {
    await giveUpStaged(parts, now());
    await removeLeftovers(parts);
    await removeDeleted(parts);
    for (let next = await findNext(parts); next && !isClosed; next = await findNext(parts)) {
      await runOne(parts, next, () => isClosed);
      search.wake();
      sorting.wake();
      await removeLeftovers(parts);
      await removeDeleted(parts);
    }
    if (!isClosed) await clearFolder(parts);
  }

  async function loop(): Promise<void> {
    while (isAsked && !isClosed) {
      isAsked = false;
      try {
        await workThrough();
      } catch (error) {
        if (isClosed) break;
        running.log.error({ err: error }, 'files of answers could not be worked through');
        setTimeout(wake, minute).unref();
      }
    }
    work = null;
  }

  const wake = (): void => {
    isAsked = true;
    work ??= loop();
    search.wake();
    sorting.wake();
  };
  const timer = setInterval(wake, hour).unref();
  wake();
  return {
    staging,
    reader,
    search,
    sorting,
    wake,
    async settled() {
      while (work) await work;
      await search.settled();
      await sorting.settled();
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await work;
      await search.close();
      await sorting.close();
      await reader.close();
    },
  };
}

async function findNext({ database }: ImportParts): Promise<ImportRow | undefined> {
  const [running] = await listImportsIn(database, ['running']);
  if (running) return running;
  const [queued] = await listImportsIn(database, ['queued']);
  return queued;
}

async function runOne(parts: ImportParts, row: ImportRow, isOver: () => boolean): Promise<void> {
  const { database, staging, reader } = parts;
  const source = await findSource(database, row.sourceId);
  if (source && (await beginImport(database, row))) {
    await removeLeftovers(parts);
    await tellSources(parts, source.workspaceId, { sourceId: source.id, importId: row.id });
    await importFile(parts, row, source, isOver);
  } else {
    // Its workspace lies in the bin: its file would be too old when it came back.
    await cancelImport(database, row, { actorId: 'system', workspaceId: source?.workspaceId ?? '' });
  }
  if (isOver()) return;
  await reader.release(staging.pathOf(row.id)).catch(() => undefined);
  await staging.remove(row.id);
}

/** Removes answers that do not count (any more). Before the next file: they must not pass for answers that are known. */
async function removeLeftovers({ database }: ImportParts): Promise<void> {
  for (const { id, sourceId } of await listLeftovers(database)) await removeAnswers(database, sourceId, 'import', id);
}

async function removeDeleted({ database }: ImportParts): Promise<void> {
  for (const id of await listDeletedSources(database)) await purgeSource(database, id);
}

async function giveUpStaged(parts: ImportParts, now: Date): Promise<void> {
  for (const row of await listImportsIn(parts.database, ['staged'])) {
    if (now.getTime() - row.createdAt.getTime() < stagedFor) continue;
    const source = await findSource(parts.database, row.sourceId);
    await cancelImport(parts.database, row, { actorId: 'system', workspaceId: source?.workspaceId ?? '' });
    if (source) await tellSources(parts, source.workspaceId, { sourceId: source.id, importId: row.id });
  }
}

/** Deletes files that no import needs. One that is being uploaded has no row yet, and is left for a day. */
async function clearFolder({ database, staging }: ImportParts): Promise<void> {
  for (const id of await staging.list()) {
    const row = await findImport(database, id);
    if (row ? ['staged', 'queued', 'running'].includes(row.state) : !(await staging.isOlder(id, stagedFor))) continue;
    await staging.remove(id);
  }
}
