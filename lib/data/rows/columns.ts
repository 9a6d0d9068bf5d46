import { quoted, type RowSource } from './source';
import { type Table, tables } from './tables';

/** A column. `type` is PostgreSQL's own name for it: "timestamp(3) with time zone". */
export type Column = { name: string; type: string };

/** A table as it is in one database at this moment: that may be one of an older version. */
export type TableForm = Table & {
  columns: readonly Column[];
  /** The column that counts by itself, if there is one. */
  serial: string | null;
  /** Columns, beside the key, of which no two rows may have the same values. */
  uniques: readonly (readonly string[])[];
};

/**
 * The tables of ./tables.ts that the database has, with their columns, in that order. A database that has not been migrated lacks some,
 * and can be read all the same.
 */
export async function listTables(source: RowSource): Promise<TableForm[]> {
  const { rows } = await source.query<{ table: string; name: string; type: string; serial: boolean }>({
    text: `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                  pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null as serial
           from pg_attribute a join pg_class c on c.oid = a.attrelid
           where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname = any($1)
             and a.attnum > 0 and not a.attisdropped
           order by a.attnum`,
    values: [tables.map((table) => table.name)],
  });
  const uniques = await source.query<{ table: string; columns: string[] }>({
    text: `select c.relname as table,
                  array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey)) as columns
           from pg_index i join pg_class c on c.oid = i.indrelid
           where c.relnamespace = current_schema()::regnamespace and c.relname = any($1)
             and i.indisunique and not i.indisprimary and i.indpred is null and i.indexprs is null
           order by i.indexrelid`,
    values: [tables.map((table) => table.name)],
  });
  return tables.flatMap((table) => {
    const own = rows.filter((row) => row.table === table.name);
    if (own.length === 0) return [];
    const columns = own.map(({ name, type }) => ({ name, type }));
    return [
      {
        ...table,
        columns,
        serial: own.find((row) => row.serial)?.name ?? null,
        uniques: uniques.rows.filter((row) => row.table === table.name).map((row) => row.columns),
      },
    ];
  });
}

/** How a column is read: in one text form whatever the session's time zone and formats are, so that equal values are equal texts anywhere. */
export function toText({ name, type }: Column, prefix: string): string {
  const column = `${prefix}.${quoted(name)}`;
  if (type === 'bytea') return `'\\x' || encode(${column}, 'hex')`;
  if (type.endsWith('with time zone')) return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return `${column}::text`;
}

/** Columns whose values may be large. Their stored size is known without reading them. */
export const isLarge = ({ type }: Column): boolean => type === 'bytea' || type === 'jsonb' || type === 'text';

/** The type of one of a table's columns. */
export function typeOf(form: TableForm, column: string): string {
  const found = form.columns.find(({ name }) => name === column);
  if (!found) throw new Error(`The table ${form.name} has no column ${column}.`);
  return found.type;
}

/** Where a column stands in the table's rows. */
export function positionOf(form: Pick<TableForm, 'name' | 'columns'>, column: string): number {
  const index = form.columns.findIndex(({ name }) => name === column);
  if (index < 0) throw new Error(`The table ${form.name} has no column ${column}.`);
  return index;
}
