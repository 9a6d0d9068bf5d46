import type { TableForm } from './columns';
import { quoted, type Row, type RowSource } from './source';

/** Rows and characters that one statement writes at most, so that it stays short; a single row may be larger. */
const batchRows = 200;
const batchLength = 512 * 1024;

/** Inserts rows, in batches. Their parents must be there. Counters are not raised: see `raiseSequences`. */
export async function writeRows(target: RowSource, form: TableForm, rows: Iterable<Row>): Promise<void> {
  let batch: Row[] = [];
  let length = 0;
  for (const row of rows) {
    const size = row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
    if (batch.length >= batchRows || (batch.length > 0 && length + size > batchLength)) {
      await insert(target, form, batch);
      batch = [];
      length = 0;
    }
    batch.push(row);
    length += size;
  }
  if (batch.length > 0) await insert(target, form, batch);
}

async function insert(target: RowSource, { name, columns }: TableForm, rows: readonly Row[]): Promise<void> {
  const values: (string | Buffer | null)[] = [];
  const lines = rows.map((row) => {
    if (row.length !== columns.length) throw new Error(`A row for ${name} has ${row.length} values, not ${columns.length}.`);
    const places = row.map((value, index) => {
      const type = columns[index]?.type ?? 'text';
      // Bytes travel in binary form. Everything else is text, which its type reads exactly as it wrote it.
      if (type === 'bytea') return `$${values.push(value === null ? null : fromHex(value))}::bytea`;
      return `$${values.push(value)}::text::${type}`;
    });
    return `(${places.join(', ')})`;
  });
  const names = columns.map((column) => quoted(column.name)).join(', ');
  await target.query({ text: `insert into ${quoted(name)} (${names}) values ${lines.join(', ')}`, values });
}

/** The bytes of PostgreSQL's text form of them, `\x6869`. */
export function fromHex(text: string): Buffer {
  const bytes = Buffer.from(text.slice(2), 'hex');
  if (!text.startsWith('\\x') || bytes.length * 2 !== text.length - 2) throw new Error('A value is not in the form of bytes.');
  return bytes;
}

/** The text form of bytes, as `readRows` gives it. */
export const toHex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
