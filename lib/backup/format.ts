import { z } from 'zod';

// A backup is one tar file (docs/backup-format.md):
//   wegmarke.json          what it is, and of what (BackupHeader)
//   secret                 the generated secret, unless the installation has one of its own
//   rows/000001.ndjson.gz  rows, one a line: ["table", value, …], or a line that begins or ends a group (GroupLine)
//   …
//   manifest.json          each part's SHA-256, and what must be there in total (BackupManifest)
//   checksum.sha256        SHA-256 of every byte before this entry

/** Raised when a reader of the older form would misread a file. */
export const formatVersion = 1;
export const headerName = 'wegmarke.json';
export const secretName = 'secret';
export const manifestName = 'manifest.json';
export const checksumName = 'checksum.sha256';
export const rowsName = (number: number): string => `rows/${String(number).padStart(6, '0')}.ndjson.gz`;

/** A tar file is made of blocks of this size. */
export const blockSize = 512;
/** The last entry's header and content, and the two empty blocks that end a tar file. */
export const trailerSize = 4 * blockSize;

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

export const tableSchema = z.object({
  name,
  key: z.array(name).min(1),
  parents: z.record(name, name),
  columns: z.array(z.object({ name, type: z.string().max(100) })).min(1),
});
/** A table as it was in the installation. Its rows hold their values in the order of `columns`. */
export type BackupTable = z.infer<typeof tableSchema>;

export const headerSchema = z.object({
  format: z.literal('wegmarke-backup'),
  formatVersion: z.number().int().positive(),
  /** The program's version. */
  version: z.string().max(100),
  createdAt: z.iso.datetime(),
  database: z.enum(['embedded', 'server']),
  /** What had been applied to the database, oldest first. */
  migrations: z.array(z.object({ name: z.string().max(255), checksum: digest })).min(1),
  /** Parents before what refers to them. */
  tables: z.array(tableSchema),
  /** Whether the secret is in the file, or is a setting that whoever restores it must set. */
  secret: z.enum(['included', 'configured']),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const manifestSchema = z.object({
  finishedAt: z.iso.datetime(),
  /** Every entry before this one, in order. */
  parts: z.array(z.object({ name: z.string().max(100), size: count, sha256: digest })),
  /** Rows that count, by table. */
  counts: z.record(name, count),
  /** Groups that were begun anew: what stands between their lines does not count. */
  discarded: z.array(count),
  /** The last number that each table's counter had given out. */
  sequences: z.record(name, z.string().regex(/^\d{1,19}$/)),
  /** Ids of maps and hashes of files that were not whole in the installation itself. */
  broken: z.array(z.string().max(200)),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Lines between rows: what stands between `begin` and `end` is one consistent state, and belongs to the group of that number. */
export const groupLineSchema = z.union([z.strictObject({ begin: count }), z.strictObject({ end: count })]);
export type GroupLine = z.infer<typeof groupLineSchema>;

/** A backup that cannot be used, or a restore that cannot be done; the message is one sentence for the person at the terminal. */
export class BackupError extends Error {
  override name = 'BackupError';
}
