import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/data/database';
import { listTables, type TableForm } from '@/lib/data/rows/columns';
import { emptyTables, isEmpty } from '@/lib/data/rows/emptyTables';
import { keyOf, readPages, readRows } from '@/lib/data/rows/readRows';
import { raiseSequences, readSequences } from '@/lib/data/rows/sequences';
import type { Row } from '@/lib/data/rows/source';
import { tables } from '@/lib/data/rows/tables';
import { writeRows } from '@/lib/data/rows/writeRows';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { patternBytes, storeMap, storeWorkspace } from '@/tests/builders/storedMap';

const kinds = await listDatabaseKinds();
const formOf = async (db: Database, name: string): Promise<TableForm> => {
  const found = (await listTables(db.pool)).find((form) => form.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};
const readAll = async (db: Database, form: TableForm): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const page of readPages(db.pool, form)) rows.push(...page);
  return rows;
};

/** Values that do not survive a careless copy. */
async function storeOddValues(db: Database): Promise<void> {
  const map = await storeMap(db, { title: 'Ärger „ganz“ oben\n\t\\x00 \'"{}, NULL 👩🏽‍🚀', state: patternBytes(300_000) });
  await db.pool.query({
    text: `insert into activity (id, map_id, seq, at, actor_id, record, record_id, field, before, after)
           values (9007199254740993, $1, 1, '1969-12-31 23:59:59.999+00', 'user:a', '', 'x', '', 'null', null),
                  (42, $1, 1, '2038-01-19 04:14:08.001+01', 'user:a', '', 'x', '', $2, '1e400')`,
    values: [map.id, JSON.stringify({ b: [1.1, null, 'ü\\"'], aa: {} })],
  });
  await db.pool.query({
    text: `insert into document_client (map_id, client_id, actor_id, at) values ($1, 4294967295, 'user:a', now())`,
    values: [map.id],
  });
  await db.pool.query(`insert into blob values ('h', 0, 'image/png', true, now()), ('i', 3, '', false, now())`);
  await db.pool.query(
    String.raw`insert into blob_chunk values ('h', 0, ''), ('i', 1, '\x00ff5c'), ('i', 10, '\x5c5c'), ('i', 2, '\x00')`,
  );
  await db.pool.query(`insert into audit_entry (action) select 'a' || n from generate_series(1, 1200) n`);
}

describe.each(kinds)('whole tables (%s)', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.drop());

  it('are listed with the keys and references that the migrated database has, none forgotten, parents first', async () => {
    const { rows } = await test.db.pool.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const names = rows.map((row) => row.name).filter((name) => name !== '_prisma_migrations');
    expect(tables.map((table) => table.name).sort()).toEqual(names.sort());

    const constraints = await test.db.pool.query<{
      table: string;
      type: string;
      columns: string[];
      parent: string;
      to: string[];
    }>(
      `select c.conrelid::regclass::text as table, c.contype as type, c.confrelid::regclass::text as parent,
              array(select attname::text from unnest(c.conkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by o) as columns,
              array(select attname::text from unnest(c.confkey) k(n) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n) as to
       from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'f')`,
    );
    for (const table of tables) {
      const own = constraints.rows.filter((row) => row.table === table.name);
      expect([table.name, own.find((row) => row.type === 'p')?.columns]).toEqual([table.name, table.key]);
      const parents = own.filter((row) => row.type === 'f').map((row) => [row.columns.join(), row.parent]);
      expect([table.name, table.parents]).toEqual([table.name, Object.fromEntries(parents)]);
      for (const { parent, to } of own.filter((row) => row.type === 'f')) {
        const index = tables.findIndex((candidate) => candidate.name === parent);
        expect(index).toBeLessThan(tables.indexOf(table));
        expect(tables[index]?.key).toEqual(to);
        // A backup that leaves a table out must not keep what refers to it.
        expect(tables[index]?.passing && !table.passing).toBe(false);
      }
    }
  });

  it('are read page by page along their keys, each row once, and come back exactly in either kind of database', async () => {
    await storeOddValues(test.db);
    for (const targetKind of kinds) {
      const target = await openTestDatabase(targetKind);
      try {
        const forms = await listTables(test.db.pool);
        expect(forms.map((form) => form.name)).toEqual(tables.map((table) => table.name));
        await target.db.pool.query(`set time zone 'Asia/Kathmandu'; set datestyle = 'German'; set bytea_output = 'escape'`);
        for (const form of forms) {
          const rows = await readAll(test.db, form);
          await writeRows(target.db.pool, form, rows);
          const copied = await readAll(target.db, await formOf(target.db, form.name));
          const sorted = (list: Row[]): string[] => list.map((row) => JSON.stringify(row)).sort();
          expect(sorted(copied)).toEqual(sorted(rows));
          expect(new Set(rows.map((row) => keyOf(form, row).join())).size).toBe(rows.length);
          const { rows: counted } = await test.db.pool.query<{ n: number }>(`select count(*)::int as n from "${form.name}"`);
          expect([form.name, rows.length]).toEqual([form.name, counted[0]?.n]);
        }
        const { rows } = await target.db.pool.query<{ before: unknown; at: number; bytes: Buffer }>(
          `select before, extract(epoch from at)::float8 * 1000 as at, (select bytes from document_update limit 1) as bytes from activity where id = 42`,
        );
        expect(rows[0]?.before).toEqual({ b: [1.1, null, 'ü\\"'], aa: {} });
        expect(new Date(rows[0]?.at ?? 0).toISOString()).toBe('2038-01-19T03:14:08.001Z');
        expect(Buffer.compare(rows[0]?.bytes ?? Buffer.alloc(0), patternBytes(300_000))).toBe(0);
      } finally {
        await target.drop();
      }
    }
  });

  it('are read in pages of bounded size, also when single rows are large, and only the wanted part', async () => {
    const map = await storeMap(test.db, { state: patternBytes(1_000_000) });
    await test.db.pool.query({
      text: `insert into document_update (map_id, seq, bytes, actor_id)
             select $1, n, decode(repeat('ab', 100000), 'hex'), '' from generate_series(2, 9) n`,
      values: [map.id],
    });
    const form = await formOf(test.db, 'document_update');
    const pages: number[] = [];
    for await (const page of readPages(test.db.pool, form, { within: { map_id: map.id } })) pages.push(page.length);
    expect(pages).toEqual([1, 3, 3, 2]);
    const rest = await readRows(test.db.pool, form, { within: { map_id: map.id }, after: [map.id, '7'] });
    expect(rest.map((row) => keyOf(form, row))).toEqual([
      [map.id, '8'],
      [map.id, '9'],
    ]);
    expect(await readRows(test.db.pool, form, { within: { map_id: map.id }, limit: 1 })).toHaveLength(1);
    expect(await readRows(test.db.pool, form, { within: { map_id: 'nowhere' } })).toEqual([]);
  });

  it('are emptied, the guarded audit log included, and their counters go on where they were', async () => {
    const { db } = test;
    await storeWorkspace(db);
    await db.pool.query(`insert into audit_entry (action) values ('x')`);
    await db.pool.query(`insert into outbox (kind) select 'x' from generate_series(1, 5); delete from outbox`);
    const forms = await listTables(db.pool);
    const before = await readSequences(db.pool, forms);
    expect(before.outbox).toBe('5');
    expect(await isEmpty(db.pool, forms)).toBe(false);
    const client = await db.pool.connect();
    try {
      await client.query('begin');
      await emptyTables(client, forms);
      await client.query('commit');
    } finally {
      client.release();
    }
    expect(await isEmpty(db.pool, forms)).toBe(true);
    await expect(db.pool.query('delete from audit_entry')).rejects.toThrow('append-only');
    expect((await readSequences(db.pool, forms)).outbox).toBe('0');
    await db.pool.query(`insert into audit_entry (id, action) values (70000, 'x')`);
    await raiseSequences(db.pool, forms, before);
    const outbox = await db.pool.query<{ id: string }>(`insert into outbox (kind) values ('x') returning id`);
    const audit = await db.pool.query<{ id: string }>(`insert into audit_entry (action) values ('x') returning id`);
    expect([outbox.rows[0]?.id, audit.rows[0]?.id]).toEqual(['6', '70001']);
    await db.pool.query('truncate outbox restart identity');
    await raiseSequences(db.pool, forms);
    const first = await db.pool.query<{ id: string }>(`insert into outbox (kind) values ('x') returning id`);
    expect(first.rows[0]?.id).toBe('1');
  });
});
