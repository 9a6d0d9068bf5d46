import { setUpMigrations, writeMigration } from '@/lib/data/migrate';
import type { MigrationFile } from '@/lib/data/migrationFiles';
import { noteRestore } from '@/lib/data/restored';
import { listTables, type TableForm } from '@/lib/data/rows/columns';
import { raiseSequences } from '@/lib/data/rows/sequences';
import { quoted, type Row, type RowSource } from '@/lib/data/rows/source';
import { writeRows } from '@/lib/data/rows/writeRows';
import { type CheckedArchive, checkMigrations } from './checkArchive';
import { nextEpoch } from './epoch';
import { BackupError } from './format';
import { readContent } from './readContent';

/** Rows of one table that are gathered before they are written. */
const batchRows = 200;
/** Characters of their values, likewise. */
const batchLength = 512 * 1024;

export type LoadOptions = {
  /** All migrations of this program. */
  migrations: readonly MigrationFile[];
  /** The highest epoch of any map in the installation that is replaced. */
  epochBefore: number;
  /** Names this restore, in the database and beside it (lib/server/secret). */
  restoreId: string;
  now?: Date;
  /** Called between two batches. */
  onBatch?: (written: number) => Promise<void> | void;
};

/**
 * Fills an empty database from a checked backup: brings it to the form that the backup's installation had, writes its rows, and then brings
 * it up to this version as an update would have. Every map gets a new epoch. Run it where nobody sees it before it is whole.
 */
export async function loadBackup(target: RowSource, archive: CheckedArchive, options: LoadOptions): Promise<void> {
  const { header, manifest, reader } = archive;
  checkMigrations(archive, options.migrations);
  const had = new Set(header.migrations.map(({ name }) => name));
  await setUpMigrations(target);
  for (const file of options.migrations) if (had.has(file.name)) await writeMigration(target, file);

  const forms = await listTables(target);
  const formOf = new Map(
    header.tables.map((table) => {
      const form = forms.find(({ name }) => name === table.name);
      if (!form || JSON.stringify(form.columns) !== JSON.stringify(table.columns)) {
        throw new BackupError(`${reader.file} cannot be used: its table ${table.name} has other columns than its version has.`);
      }
      return [table.name, form];
    }),
  );
  await writeContent(target, archive, formOf, options.onBatch);
  await raiseSequences(target, forms, manifest.sequences);
  await compareCounts(target, archive);

  for (const file of options.migrations) if (!had.has(file.name)) await writeMigration(target, file);
  const now = options.now ?? new Date();
  await target.query({
    text: `with highest as (select coalesce(max(epoch), 0) as epoch from journey_map)
           update journey_map set epoch = greatest($1::int, highest.epoch) + 1 from highest`,
    values: [nextEpoch(options.epochBefore, now)],
  });
  const restored = { id: options.restoreId, at: now.toISOString(), backupOf: header.createdAt, version: header.version };
  await noteRestore(target, restored);
}

type Batch = { form: TableForm | undefined; rows: Row[]; length: number };

async function writeContent(
  target: RowSource,
  archive: CheckedArchive,
  forms: ReadonlyMap<string, TableForm>,
  onBatch: LoadOptions['onBatch'],
): Promise<void> {
  let batch: Batch = { form: undefined, rows: [], length: 0 };
  let written = 0;
  const flush = async (): Promise<void> => {
    if (batch.form) await writeRows(target, batch.form, batch.rows);
    written += batch.rows.length;
    await onBatch?.(written);
  };
  for await (const item of readContent(archive)) {
    if (item.kind !== 'row') continue;
    if (batch.form?.name !== item.table.name || batch.rows.length >= batchRows || batch.length >= batchLength) {
      await flush();
      batch = { form: forms.get(item.table.name), rows: [], length: 0 };
    }
    batch.rows.push(item.row);
    batch.length += item.row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
  }
  await flush();
}

/** The last look before anything counts: what is in the database now is as much as the backup says. */
async function compareCounts(target: RowSource, { reader, manifest }: CheckedArchive): Promise<void> {
  for (const [name, expected] of Object.entries(manifest.counts)) {
    const { rows } = await target.query<{ count: string }>({ text: `select count(*) as count from ${quoted(name)}` });
    if (Number(rows[0]?.count) === expected) continue;
    throw new BackupError(`${reader.file}: of ${expected} rows of ${name}, ${rows[0]?.count} arrived; nothing was changed.`);
  }
}
