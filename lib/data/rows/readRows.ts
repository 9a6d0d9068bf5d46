import { isLarge, positionOf, type TableForm, toText, typeOf } from './columns';
import { quoted, type Row, type RowSource } from './source';

/** Rows and stored bytes that one statement reads at most, so that it stays short; a single row may be larger. */
const pageRows = 250;
const pageBytes = 256 * 1024;

export type PageRequest = {
  /** The key of the last row that was read (`keyOf`); from the beginning when absent. */
  after?: readonly string[] | undefined;
  /** Only rows that have these values (as texts) in these columns. They must begin the key, or reading takes long. */
  within?: Readonly<Record<string, string>> | undefined;
  limit?: number | undefined;
};

/**
 * The next page of a table's rows, along its key. Empty at the end and only there. The order of texts is the database's own: the same
 * rows may come in another order from another database.
 */
export async function readRows(source: RowSource, form: TableForm, request: PageRequest = {}): Promise<Row[]> {
  const { after, within = {}, limit = pageRows } = request;
  const values: string[] = [];
  const param = (column: string, value: string): string => `$${values.push(value)}::text::${typeOf(form, column)}`;
  const key = form.key.map(quoted).join(', ');
  const conditions = Object.entries(within).map(([column, value]) => `${quoted(column)} = ${param(column, value)}`);
  if (after) {
    const bounds = form.key.map((column, index) => param(column, after[index] ?? ''));
    conditions.push(`(${key}) > (${bounds.join(', ')})`);
  }
  const sizes = form.columns.filter(isLarge).map(({ name }) => `coalesce(pg_column_size(${quoted(name)}), 0)`);
  // The page is cut by the stored sizes before anything large is read.
  const text = `
    select ${form.columns.map((column) => toText(column, 't')).join(', ')}
    from (
      select ${key}, sum(size) over (order by ${key}) - size as earlier
      from (
        select ${key}, ${sizes.join(' + ') || '0'} as size from ${quoted(form.name)}
        ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
        order by ${key} limit ${limit}
      ) sized
    ) page join ${quoted(form.name)} t using (${key})
    where page.earlier < ${pageBytes} order by ${form.key.map((column) => `t.${quoted(column)}`).join(', ')}`;
  const { rows } = await source.query<(string | null)[] & Record<string, never>>({ text, values, rowMode: 'array' } as never);
  return rows;
}

/** All rows of a table (or of a part of it), page by page. Between two pages others may use the session. */
export async function* readPages(
  source: RowSource,
  form: TableForm,
  request: PageRequest = {},
): AsyncGenerator<Row[], void, undefined> {
  let after = request.after;
  for (;;) {
    const rows = await readRows(source, form, { ...request, after });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = keyOf(form, last);
  }
}

/** A row's key, as `after` wants it. */
export function keyOf(form: Pick<TableForm, 'name' | 'columns' | 'key'>, row: Row): string[] {
  return form.key.map((column) => row[positionOf(form, column)] ?? '');
}
