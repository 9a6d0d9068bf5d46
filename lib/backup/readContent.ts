import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { Row } from '@/lib/data/rows/source';
import { toHex } from '@/lib/data/rows/writeRows';
import type { CheckedArchive } from './checkArchive';
import { BackupError, type BackupTable, groupLineSchema } from './format';

const decompress = promisify(gunzip);
/** A part is about 1 MB of text; one with a large update is larger. What grows beyond this (bytes) is not ours. */
const largestPart = 1024 * 1024 * 1024;

const lineSchema = z.union([z.tuple([z.string()], z.string().nullable()), groupLineSchema]);

/** What a backup holds: rows that count, and where groups of them begin and end. */
export type Content =
  | { kind: 'row'; table: BackupTable; row: Row; place: string }
  | { kind: 'begin'; place: string }
  | { kind: 'end'; place: string };

/**
 * Reads the rows of a backup in order, those of discarded groups left out; bytes in PostgreSQL's text form again. `place` is where
 * something stands, for sentences. Throws `BackupError` when something is not of the agreed form.
 */
export async function* readContent({ reader, header, manifest }: CheckedArchive): AsyncGenerator<Content, void, undefined> {
  const tables = new Map(header.tables.map((table) => [table.name, table]));
  const checksums = new Map(manifest.parts.map((part) => [part.name, part.sha256]));
  const discarded = new Set(manifest.discarded);
  let group: number | null = null;
  for await (const { part, content } of reader.entries()) {
    if (!part.name.startsWith('rows/')) continue;
    const fail = (line: number, cause?: unknown): BackupError =>
      new BackupError(`${reader.file} cannot be used: line ${line} of its part ${part.name} is not of the agreed form.`, {
        cause,
      });
    if (checksums.get(part.name) !== part.sha256) throw new BackupError(`${reader.file} was changed while it was being read.`);
    const text = await decompress(content, { maxOutputLength: largestPart }).catch((cause) => {
      throw fail(1, cause);
    });
    for (const [index, line] of text.toString('utf8').trimEnd().split('\n').entries()) {
      const place = `line ${index + 1} of ${part.name}`;
      const parsed = parseLine(line);
      if (parsed === null) throw fail(index + 1);
      if (Array.isArray(parsed)) {
        const [name, ...values] = parsed;
        const table = tables.get(name);
        const row = table && toRow(table, values);
        if (!row) throw fail(index + 1);
        if (group === null || !discarded.has(group)) yield { kind: 'row', table, row, place };
      } else if ('begin' in parsed) {
        if (group !== null) throw fail(index + 1);
        group = parsed.begin;
        if (!discarded.has(group)) yield { kind: 'begin', place };
      } else {
        if (group !== parsed.end) throw fail(index + 1);
        if (!discarded.has(group)) yield { kind: 'end', place };
        group = null;
      }
    }
  }
  if (group !== null) throw new BackupError(`${reader.file} cannot be used: its last group of rows has no end.`);
}

function parseLine(line: string): z.output<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Null when the values do not fit to the table. */
function toRow({ columns }: BackupTable, values: (string | null)[]): Row | null {
  if (values.length !== columns.length) return null;
  const row: (string | null)[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null || columns[index]?.type !== 'bytea') row.push(value);
    else {
      const bytes = Buffer.from(value, 'base64');
      if (bytes.toString('base64') !== value) return null;
      row.push(toHex(bytes));
    }
  }
  return row;
}
