import type { TableForm } from './columns';
import { quoted, type RowSource } from './source';

/** The last number that each table with a counter has given out, by table; 0 when none. */
export type Sequences = Record<string, string>;

/** Reads the counters. They may be ahead of the rows, as rows are deleted, and browsers may remember such numbers. */
export async function readSequences(source: RowSource, forms: readonly TableForm[]): Promise<Sequences> {
  const found: Sequences = {};
  for (const { name, serial } of forms) {
    if (serial === null) continue;
    const sequence = await sequenceOf(source, name, serial);
    const { rows } = await source.query<{ last: string }>({
      text: `select case when is_called then last_value else last_value - 1 end::text as last from ${sequence}`,
    });
    found[name] = rows[0]?.last ?? '0';
  }
  return found;
}

/** Sets the counters of tables that have just been filled so that each goes on behind both what is given and its rows. */
export async function raiseSequences(target: RowSource, forms: readonly TableForm[], given: Sequences = {}): Promise<void> {
  for (const { name, serial } of forms) {
    if (serial === null) continue;
    const sequence = await sequenceOf(target, name, serial);
    await target.query({
      text: `select setval($1::text::regclass, greatest(last, 1), last > 0)
             from (select greatest(coalesce(max(${quoted(serial)}), 0), $2::text::bigint) as last from ${quoted(name)}) found`,
      values: [sequence, given[name] ?? '0'],
    });
  }
}

/** The sequence's name, quoted as far as it needs it. */
async function sequenceOf(source: RowSource, table: string, column: string): Promise<string> {
  const { rows } = await source.query<{ name: string | null }>({
    text: 'select pg_get_serial_sequence(quote_ident($1), $2) as name',
    values: [table, column],
  });
  const name = rows[0]?.name;
  if (!name) throw new Error(`The column ${table}.${column} has no counter.`);
  return name;
}
