import { listAppliedMigrations } from '@/lib/data/appliedMigrations';
import { listTables } from '@/lib/data/rows/columns';
import { readSequences } from '@/lib/data/rows/sequences';
import { version } from '@/lib/version';
import { ArchiveWriter, type ByteSink } from './archive';
import { type BackupHeader, type BackupManifest, formatVersion, headerName, manifestName, secretName } from './format';
import { type BackedUp, readMoment } from './moment';
import { groups, readGroup } from './readGroups';
import { Reading } from './reading';
import { type Counts, RowParts } from './rowParts';

export type WriteBackupOptions = {
  /** The generated secret. Null when the installation has one of its own (NEXTAUTH_SECRET): that is not ours to write down. */
  secret: string | null;
  /** People are using the database meanwhile. */
  gentle?: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  now?: Date;
};

/** Said before each table. */
export type BackupProgress = { table: string; bytes: number };

export type BackupResult = { bytes: number; counts: Counts; broken: readonly string[] };

/**
 * Writes a backup of an installation: everything that was acknowledged before it began is in it. People may go on editing. The database
 * need not be brought up to date: a backup is one of the state that it has, so this can be called before migrating, with any pool.
 * No server is needed. To write a file, see `writeBackupFile`, which does it durably. Rejects when `signal` is aborted or `sink` fails.
 */
export async function writeBackup(db: BackedUp, sink: ByteSink, options: WriteBackupOptions): Promise<BackupResult> {
  const createdAt = options.now ?? new Date();
  return readMoment(db, { gentle: options.gentle ?? false, signal: options.signal }, async (moment) => {
    const { source } = moment;
    const archive = new ArchiveWriter(sink, createdAt);
    const forms = (await listTables(source)).filter((form) => !form.passing);
    const header: BackupHeader = {
      format: 'wegmarke-backup',
      formatVersion,
      version,
      createdAt: createdAt.toISOString(),
      database: db.kind,
      migrations: await listAppliedMigrations(source),
      tables: forms.map(({ name, key, parents, columns }) => ({ name, key: [...key], parents, columns: [...columns] })),
      secret: options.secret === null ? 'configured' : 'included',
    };
    await archive.add(headerName, toJson(header));
    if (options.secret !== null) await archive.add(secretName, Buffer.from(`${options.secret}\n`));

    const out = new RowParts(archive);
    const reading = new Reading(moment, forms, out);
    const members = new Set(groups.flatMap((group) => group.members));
    for (const form of forms) {
      if (members.has(form.name)) continue;
      options.onProgress?.({ table: form.name, bytes: archive.size });
      const group = groups.find(({ root }) => root === form.name);
      await (group ? readGroup(reading, group) : reading.readTable(form));
    }
    await out.finish();

    const manifest: BackupManifest = {
      finishedAt: new Date().toISOString(),
      parts: archive.parts,
      counts: Object.fromEntries(forms.map(({ name }) => [name, out.counts[name] ?? 0])),
      discarded: out.discarded,
      sequences: await readSequences(source, forms),
      broken: reading.broken,
    };
    await archive.add(manifestName, toJson(manifest));
    await archive.finish();
    return { bytes: archive.size, counts: manifest.counts, broken: manifest.broken };
  });
}

const toJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
