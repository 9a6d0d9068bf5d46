import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { readWantedTables } from './prismaSchema';

describe.each(await listDatabaseKinds())('a migrated database (%s)', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.drop());

  it('has the tables, columns, keys and indexes of prisma/schema.prisma, and no others', async () => {
    const wanted = readWantedTables('prisma/schema.prisma');
    const columns = await test.db.pool.query<{
      table: string;
      name: string;
      type: string;
      not_null: boolean;
      default: string | null;
    }>(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
              pg_get_expr(d.adbin, d.adrelid) as default
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    const constraints = await test.db.pool.query<{ table: string; name: string; definition: string }>(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u', 'c')`,
    );
    const indexes = await test.db.pool.query<{ table: string; name: string; definition: string }>(
      `select tablename as table, indexname as name,
              case when indexdef like 'CREATE UNIQUE%' then 'UNIQUE ' else '' end || substring(indexdef from 'USING (.*)$') as definition
       from pg_indexes where schemaname = 'public'`,
    );
    const found = [...new Set(columns.rows.map((row) => row.table))]
      .filter((table) => table !== '_prisma_migrations')
      .sort()
      .map((table) => ({
        name: table,
        columns: Object.fromEntries(
          columns.rows
            .filter((row) => row.table === table)
            .map((row) => [row.name, { type: row.type, notNull: row.not_null, default: row.default }]),
        ),
        constraints: definitions(constraints.rows, table),
        indexes: definitions(indexes.rows, table),
      }));
    expect(found).toEqual(wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  });
});

function definitions(rows: { table: string; name: string; definition: string }[], table: string): Record<string, string> {
  return Object.fromEntries(
    rows.filter((row) => row.table === table).map((row) => [row.name, row.definition.replaceAll('"', '')]),
  );
}
