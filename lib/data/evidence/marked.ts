import type { Database } from '../database';
import { queryInOrder } from './inOrder';

/** An answer as it is counted: of which import, its place, its scores, and in which columns it has texts. `keys`: of the texts that are looked for and that it holds. */
export type MarkedRow = {
  fingerprint: string;
  importId: string;
  keys: string[];
  sliceId: string;
  day: string;
  scores: Record<string, number>;
  texts: string[];
};

/** Answers that one statement reads at most. */
const pageSize = 300;

const counted = `r.fingerprint, r.import_id as "importId", r.slice_id as "sliceId", r.day, r.scores, array(select jsonb_object_keys(r.verbatims)) as texts`;
const finished = `exists (select from evidence_import i where i.id = r.import_id and i.state = 'finished')`;

/** The answers of a source in which texts were found, page by page; those that do not count (any more) are left out. */
export async function* readMatches(db: Database, sourceId: string, keys: readonly string[]): AsyncGenerator<MarkedRow[], void> {
  for (let after = ''; keys.length > 0; ) {
    const rows = await queryInOrder<MarkedRow & { counts: boolean }>(
      db,
      `with page as materialized (
         select m.fingerprint, array_agg(m.key) as keys from evidence_match m
         where m.source_id = $1 and m.fingerprint > $2 and m.key = any($3)
         group by m.source_id, m.fingerprint order by m.source_id, m.fingerprint limit $4
       )
       select ${counted}, page.keys, ${finished} as counts
       from page join evidence_response r on r.source_id = $1 and r.fingerprint = page.fingerprint order by r.fingerprint`,
      [sourceId, after, [...keys], pageSize],
    );
    yield rows.filter(({ counts }) => counts);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.fingerprint;
  }
}

/** Those of one import, page by page. */
export async function* readMatchesOf(
  db: Database,
  { sourceId, importId }: { sourceId: string; importId: string },
  keys: readonly string[],
): AsyncGenerator<MarkedRow[], void> {
  for (let after = ''; keys.length > 0; ) {
    const rows = await queryInOrder<MarkedRow>(
      db,
      `select ${counted}, array(select m.key from evidence_match m where m.source_id = $1 and m.fingerprint = r.fingerprint
         and m.key = any($4)) as keys
       from evidence_response r where r.import_id = $2 and r.fingerprint > $3 order by r.import_id, r.fingerprint limit $5`,
      [sourceId, importId, after, [...keys], pageSize],
    );
    yield rows.filter((row) => row.keys.length > 0);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.fingerprint;
  }
}

/** Single answers of a source that count, with no word of texts. */
export async function readChosen(db: Database, sourceId: string, fingerprints: readonly string[]): Promise<MarkedRow[]> {
  const found: MarkedRow[] = [];
  for (let start = 0; start < fingerprints.length; start += pageSize) {
    const { rows } = await db.pool.query<MarkedRow>(
      `select ${counted}, '{}'::text[] as keys from evidence_response r where r.source_id = $1 and r.fingerprint = any($2) and ${finished}`,
      [sourceId, fingerprints.slice(start, start + pageSize)],
    );
    found.push(...rows);
  }
  return found;
}
