import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { MigrationFile } from '@/lib/data/migrationFiles';
import type { ArchivePart } from './archive';
import type { ArchiveReader, ReadPart } from './archiveReader';
import {
  BackupError,
  type BackupHeader,
  type BackupManifest,
  formatVersion,
  headerName,
  headerSchema,
  manifestName,
  manifestSchema,
  secretName,
} from './format';

/** A backup whose bytes are those that were written, all of them. */
export type CheckedArchive = { reader: ArchiveReader; header: BackupHeader; manifest: BackupManifest; secret: string | null };

/** Checks every byte of a backup against its checksums. Throws `BackupError` that names the part that is broken, and where it lies. */
export async function checkArchive(reader: ArchiveReader): Promise<CheckedArchive> {
  const { file } = reader;
  const hash = createHash('sha256');
  const found: ReadPart[] = [];
  const wanted = new Map<string, Buffer>();
  for await (const { part, content } of reader.entries((bytes) => hash.update(bytes))) {
    found.push(part);
    if ([headerName, secretName, manifestName].includes(part.name)) wanted.set(part.name, content);
  }
  const last = found.pop();
  if (last?.name !== manifestName) throw new BackupError(`${file} is not whole: its list of parts (${manifestName}) is missing.`);
  const manifest = parse(file, last, wanted.get(manifestName), manifestSchema);
  compareParts(file, manifest.parts, found);
  if (hash.digest('hex') !== reader.closingChecksum) {
    throw new BackupError(`${file} is damaged in its part ${place(last)}: the file's checksum does not fit.`);
  }
  const [first] = found;
  if (first?.name !== headerName) throw new BackupError(`${file} is damaged: it does not begin with ${headerName}.`);
  const header = parseHeader(file, first, wanted.get(headerName));
  const secret = wanted.get(secretName)?.toString('utf8').trim() ?? null;
  if ((secret === null) !== (header.secret === 'configured')) {
    throw new BackupError(`${file} is damaged: its part ${secretName} is ${secret === null ? 'missing' : 'too many'}.`);
  }
  return { reader, header, manifest, secret };
}

/** Throws `BackupError` when this program does not know the form of the installation that the backup is of. */
export function checkMigrations({ reader, header }: CheckedArchive, files: readonly MigrationFile[]): void {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  for (const { name, checksum } of header.migrations) {
    if (known.get(name) === checksum) continue;
    throw new BackupError(
      known.has(name)
        ? `${reader.file} was made by a program whose migration "${name}" differs from this one's; restore it with that program.`
        : `${reader.file} was made by a newer version (${header.version}; it has the migration "${name}"); restore it with that version or a later one.`,
    );
  }
}

function compareParts(file: string, listed: readonly ArchivePart[], found: readonly ReadPart[]): void {
  for (const [index, part] of found.entries()) {
    const expected = listed[index];
    if (expected?.name === part.name && expected.size === part.size && expected.sha256 === part.sha256) continue;
    throw new BackupError(`${file} is damaged in its part ${place(part)}: its checksum does not fit.`);
  }
  const missing = listed[found.length];
  if (missing) throw new BackupError(`${file} is not whole: its part ${missing.name} is missing.`);
}

function parseHeader(file: string, part: ReadPart, content: Buffer | undefined): BackupHeader {
  // A newer form may have any other fields.
  const { formatVersion: found } = parse(file, part, content, headerSchema.pick({ formatVersion: true }));
  if (found > formatVersion) {
    throw new BackupError(`${file} has a newer form (${found}) than this version reads (${formatVersion}); use a later version.`);
  }
  return parse(file, part, content, headerSchema);
}

function parse<Schema extends z.ZodType>(
  file: string,
  part: ReadPart,
  content: Buffer | undefined,
  schema: Schema,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(content?.toString('utf8') ?? ''));
  } catch (cause) {
    throw new BackupError(`${file} is damaged in its part ${place(part)}: it does not hold what it must.`, { cause });
  }
}

const place = ({ name, start, end }: ReadPart): string =>
  `${name} (bytes ${start.toLocaleString('en')} to ${end.toLocaleString('en')})`;
