import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { requireColumns } from '@/lib/data/evidence/columns';
import { failImport, findImport, finishImport, type ImportRow } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { noteSorted } from '@/lib/data/evidence/sorting';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { writeAnswers } from '@/lib/data/evidence/writeAnswers';
import { isCategorised } from '@/lib/evidence/categories/category';
import { type ReadingPlan, readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import type { ReadItem } from '@/lib/evidence/reading/readResponse';
import type { Runtime } from '@/lib/runtime';
import { readCategories } from './categories/readCategories';
import { requireKey } from './pseudonym';
import type { FileReader } from './reading/fileReader';
import type { Staging } from './staging';
import { keptSince } from './sweepAnswers';
import { tellSources } from './tellSources';
import { countKeptPersonal, listWanted, toNumbers } from './toAnswer';
import { toBatches } from './toBatches';

export type ImportParts = Pick<Runtime, 'database' | 'events'> & { log: Logger; staging: Staging; reader: FileReader };

/** Rows that the thread reads ahead. */
const readAhead = 1_000;
/** Milliseconds between two times that progress is told. */
const tellEvery = 1_500;

type Refusal = Extract<ReadItem, { kind: 'refused' }>['problem'];

/** Why an import ended beside what is wrong with its file: keys of the `sources` messages. */
export type ImportFailure = { key: 'import.fileLost' | 'import.unexpected' };

/**
 * Reads a file's rows in short batches, from where it was broken off, and makes them count together at the end. `isOver`: asked between two batches;
 * what is broken off by it is gone on with later. The import may end at any moment because somebody cancels it, or deletes the source.
 */
export async function importFile(parts: ImportParts, row: ImportRow, source: SourceRow, isOver: () => boolean): Promise<void> {
  const { database, staging, log } = parts;
  try {
    if (!(await staging.has(row.id))) return await fail(parts, row, source, { key: 'import.fileLost' });
    const plan = readingPlanSchema.parse(row.plan);
    const outcome = await writeRows(parts, row, source, { plan, isOver });
    if (outcome === 'brokenOff') return;
    if (outcome !== 'ended' && outcome !== 'written') return await fail(parts, row, source, outcome);
    // Whoever was erased while it ran.
    await removeAnswers(database, source.id, 'erased', source.workspaceId);
    const { workspaceId } = source;
    if (outcome === 'written') await finishImport(database, row, { workspaceId, keptPersonal: countKeptPersonal(plan) });
    await tellSources(parts, workspaceId, { sourceId: source.id, importId: row.id });
  } catch (error) {
    if (isOver()) return;
    log.error({ err: error, importId: row.id }, 'an import of answers failed');
    // The thread or the database was gone for a moment, perhaps. Where nothing goes on it is something else.
    const reached = await findImport(database, row.id);
    if (reached && reached.rowsRead > row.rowsRead) return await importFile(parts, reached, source, isOver);
    await fail(parts, row, source, { key: 'import.unexpected' });
  }
}

async function fail(parts: ImportParts, { id }: ImportRow, source: SourceRow, failure: Refusal | ImportFailure): Promise<void> {
  await failImport(parts.database, id, { ...failure });
  await tellSources(parts, source.workspaceId, { sourceId: source.id, importId: id });
}

/** `written`: all rows are there. `ended`: somebody ended the import. `brokenOff`: it goes on later. Else what is wrong with the file. */
type Outcome = 'written' | 'ended' | 'brokenOff' | Refusal;

async function writeRows(
  parts: ImportParts,
  row: ImportRow,
  source: SourceRow,
  { plan, isOver }: { plan: ReadingPlan; isOver: () => boolean },
): Promise<Outcome> {
  const { database, reader, staging } = parts;
  const wanted = listWanted(plan);
  const numbers = toNumbers(wanted, await requireColumns(database, source.id, wanted));
  const key = await requireKey(parts, source.workspaceId);
  const since = keptSince(source.retentionDays, new Date());
  const categories = isCategorised(source) ? await readCategories(database, source.workspaceId) : null;
  // What was read before it was broken off was sorted by the rules of then; by those of now it is sorted once it counts.
  if (categories && row.rowsRead === 0) await noteSorted(database, row.id, categories.revision);
  const path = staging.pathOf(row.id);
  let { rowsRead, rejected } = row;
  let told = 0;
  const readMore = () => reader.read(path, plan, rowsRead, readAhead);
  for (let rows = await readMore(); ; ) {
    for (const batch of toBatches(rows.items, {
      numbers,
      key,
      categorise: categories?.categorise,
      since,
      rejectedBefore: rejected,
      bytesRead: rows.reached,
    })) {
      if (isOver()) return 'brokenOff';
      const start = performance.now();
      if (!(await writeAnswers(database, row.id, batch))) return 'ended';
      ({ rowsRead } = batch);
      rejected += batch.rejected.length;
      // The embedded database is one session: as long again it is left to those who edit.
      if (database.kind === 'embedded') await delay(performance.now() - start);
    }
    const refused = rows.items.find((item) => item.kind === 'refused');
    if (refused) return refused.problem;
    if (rows.isEnd) return 'written';
    if (performance.now() - told > tellEvery) {
      told = performance.now();
      await tellSources(parts, source.workspaceId, { sourceId: source.id, importId: row.id });
    }
    rows = await readMore();
  }
}
