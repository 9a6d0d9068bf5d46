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

/** By table: which row versions it held when its digest was made, and the digest. */
const known = new Map<string, { versions: string; digest: string }>();

/** A digest of every table as it is now: two that are equal mean that nothing was stored, changed or removed in between. */
export async function digestRows({ prisma }: Database): Promise<Rows> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const names = tables.map(({ name }) => name).filter((name) => !unobserved.has(name));
  // PostgreSQL writes a row anew, at another place or by another transaction, whenever it changes: a table with the same ones says the same.
  const rowVersions = names.map(
    (name) =>
      `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0) as versions from "${name}"`,
  );
  const now = await prisma.$queryRawUnsafe<{ name: string; versions: string }[]>(rowVersions.join(' union all '));
  const rows: Rows = {};
  for (const { name, versions } of now) {
    const before = known.get(name);
    const digest = before?.versions === versions ? before.digest : await digestTable(prisma, name);
    known.set(name, { versions, digest });
    rows[name] = digest;
  }
  return rows;
}

async function digestTable(prisma: Database['prisma'], name: string): Promise<string> {
  const without = (passing[name] ?? []).map((column) => ` - '${column}'`).join('');
  const [digest] = await prisma.$queryRawUnsafe<{ it: string | null }[]>(
    `select md5(string_agg(r, chr(10) order by r)) as it from (select (to_jsonb(t)${without})::text as r from "${name}" t) rows`,
  );
  return digest?.it ?? '';
}
