import type { Database } from '@/lib/data/database';

/** A digest of each table's rows. */
export type Rows = Record<string, string>;

/** What follows a change by itself a moment later, or notes that somebody asked: no part of what a request did. */
const passing: Record<string, string[]> = {
  access_token: ['last_used_at'],
  session: ['last_seen_at', 'expires_at'],
  journey_map: ['title', 'persona', 'kind', 'stage_count', 'step_count', 'moment_count', 'updated_at'],
  map_file: ['unused_since'],
};
const unobserved = new Set(['activity', 'outbox', '_prisma_migrations']);

/** A digest of every table as it is now: two that are equal mean that nothing was stored, changed or removed in between. */
export async function digestRows({ prisma }: Database): Promise<Rows> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const rows: Rows = {};
  for (const { name } of tables) {
    if (unobserved.has(name)) continue;
    const without = (passing[name] ?? []).map((column) => ` - '${column}'`).join('');
    const [digest] = await prisma.$queryRawUnsafe<{ it: string | null }[]>(
      `select md5(string_agg(r, chr(10) order by r)) as it from (select (to_jsonb(t)${without})::text as r from "${name}" t) rows`,
    );
    rows[name] = digest?.it ?? '';
  }
  return rows;
}
