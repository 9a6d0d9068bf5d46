import type { Database, Transaction } from '../database';
import { queryInOrder } from './inOrder';
import { lockSource } from './sources';

/** Words that are looked for in what customers wrote, and the key that they are known by. */
export type SearchedText = { key: string; words: readonly string[] };

/** So many texts are looked for in one source: each is in all that comes in. */
const mostTexts = 1_000;

const insertTexts = `
insert into evidence_text (source_id, key, words)
select s.id, x.key, x.words from jsonb_to_recordset($2::jsonb) as x(key text, words jsonb), evidence_source s
where s.id = $1 and s.deleted_at is null and (select count(*) from evidence_text t where t.source_id = s.id) < ${mostTexts}
on conflict do nothing`;

/** Notes that links ask for these texts, so that they are looked for; and, once a day, that they still do. More than a source's fill are not. */
export async function noteTexts(db: Database, sourceId: string, texts: readonly SearchedText[]): Promise<void> {
  if (texts.length === 0) return;
  const { rows } = await db.pool.query<{ key: string; isOld: boolean }>(
    `select key, used_at < now() - interval '1 day' as "isOld" from evidence_text where source_id = $1 and key = any($2)`,
    [sourceId, texts.map(({ key }) => key)],
  );
  const old = rows.filter(({ isOld }) => isOld).map(({ key }) => key);
  if (old.length > 0) {
    await db.pool.query('update evidence_text set used_at = now() where source_id = $1 and key = any($2)', [sourceId, old]);
  }
  const known = new Set(rows.map(({ key }) => key));
  const fresh = texts.filter(({ key }) => !known.has(key));
  if (fresh.length === 0) return;
  // Whoever adds single answers holds the source, too: either they are there when the search begins, or they are looked through for these texts as they come.
  await db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    await tx.$executeRawUnsafe(insertTexts, sourceId, JSON.stringify(fresh));
  });
}

/** Of these texts, those that were not looked for in all finished files of a source. */
export async function listUnsearched(db: Database, sourceId: string, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.pool.query<{ key: string }>(
    `select distinct k.key from unnest($2::text[]) k(key)
     join evidence_import i on i.source_id = $1 and i.state = 'finished'
     where not exists (select from evidence_search s where s.source_id = $1 and s.key = k.key and s.import_id = i.id) order by 1`,
    [sourceId, keys],
  );
  return rows.map(({ key }) => key);
}

/** A file that is to be looked through, and for which texts. */
export type PendingSearch = {
  sourceId: string;
  workspaceId: string;
  importId: string;
  texts: SearchedText[];
};

/** The next file in which texts were not looked for yet; null when there is none. */
export async function findPendingSearch(db: Database): Promise<PendingSearch | null> {
  const { rows } = await db.pool.query<PendingSearch>(
    `select i.source_id as "sourceId", s.workspace_id as "workspaceId", i.id as "importId",
       jsonb_agg(jsonb_build_object('key', t.key, 'words', t.words)) as texts
     from evidence_text t join evidence_source s on s.id = t.source_id and s.deleted_at is null
     join evidence_import i on i.source_id = t.source_id and i.state = 'finished'
     where not exists (select from evidence_search d where d.source_id = t.source_id and d.key = t.key and d.import_id = i.id)
     group by 1, 2, 3 order by 1, 3 limit 1`,
  );
  return rows[0] ?? null;
}

/** Answers that one statement reads at most. */
const pageSize = 100;

export type WrittenAnswer = { fingerprint: string; verbatims: Record<string, string> };

/** The next answers of a file in which somebody wrote something, by fingerprint. Empty at the end and only there. */
export async function pageWritten(db: Database, importId: string, after: string): Promise<WrittenAnswer[]> {
  return queryInOrder<WrittenAnswer>(
    db,
    `select fingerprint, verbatims from evidence_response
     where import_id = $1 and fingerprint > $2 and verbatims <> '{}' order by import_id, fingerprint limit $3`,
    [importId, after, pageSize],
  );
}

/** Matches that one statement writes at most. */
const written = 150;

const insertMatches = `
with asked as materialized (
  select t.key from evidence_text t where t.source_id = $1 for key share
)
insert into evidence_match (source_id, fingerprint, key)
select r.source_id, r.fingerprint, asked.key from jsonb_to_recordset($2::jsonb) as x(fingerprint text, key text)
join asked on asked.key = x.key join evidence_response r on r.source_id = $1 and r.fingerprint = x.fingerprint
on conflict do nothing`;

/** The texts that are looked for in a source, held until the transaction ends. */
export function holdTexts(tx: Transaction, sourceId: string): Promise<SearchedText[]> {
  return tx.$queryRaw<SearchedText[]>`SELECT key, words FROM evidence_text WHERE source_id = ${sourceId} FOR KEY SHARE`;
}

/** Notes that a place for answers without any was looked through for all texts. */
export async function noteEmptySearched(tx: Transaction, sourceId: string, importId: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO evidence_search (source_id, key, import_id)
    SELECT source_id, key, ${importId} FROM evidence_text WHERE source_id = ${sourceId} ON CONFLICT DO NOTHING`;
}

/** A text, and the answer that it is in. */
export type Match = { fingerprint: string; key: string };

/** Notes which answers hold which texts, within a transaction that holds the source. */
export async function writeMatches(tx: Transaction, sourceId: string, matches: readonly Match[]): Promise<void> {
  for (let start = 0; start < matches.length; start += written) {
    await tx.$executeRawUnsafe(insertMatches, sourceId, JSON.stringify(matches.slice(start, start + written)));
  }
}

/** Notes which answers hold which texts. Answers and texts that are going at this very moment are passed over. */
export async function addMatches(db: Database, sourceId: string, matches: readonly Match[]): Promise<void> {
  for (let start = 0; start < matches.length; start += written) {
    const some = matches.slice(start, start + written);
    // Held first, as by everything that removes its answers: two that lock many of them in different orders would wait for each other.
    await db.prisma.$transaction(async (tx) => {
      await lockSource(tx, sourceId);
      await writeMatches(tx, sourceId, some);
    });
  }
}

/** Notes that all answers of a file were looked through for texts. */
export async function noteSearched(
  db: Database,
  { sourceId, importId, texts }: Omit<PendingSearch, 'workspaceId'>,
): Promise<void> {
  const keys = texts.map(({ key }) => key);
  await db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    await tx.$executeRaw`INSERT INTO evidence_search (source_id, key, import_id)
      SELECT t.source_id, t.key, i.id FROM evidence_text t
      JOIN evidence_import i ON i.id = ${importId} AND i.source_id = t.source_id
      WHERE t.source_id = ${sourceId} AND t.key = any(${keys}) ON CONFLICT DO NOTHING`;
  });
}

/** Matches that one statement removes at most. */
const step = 500;

/** Forgets texts that no link has asked for since a moment, and in which answers they are. */
export async function forgetTexts(db: Database, since: Date): Promise<void> {
  const where = { usedAt: { lt: since } };
  for (const { sourceId, key } of await db.prisma.evidenceText.findMany({ where, select: { sourceId: true, key: true } })) {
    for (let removed = step; removed === step; ) {
      const { rowCount } = await db.pool.query(
        `delete from evidence_match where ctid = any(array(
           select ctid from evidence_match where source_id = $1 and key = $2 limit $3))`,
        [sourceId, key, step],
      );
      removed = rowCount ?? 0;
    }
    await db.prisma.evidenceText.deleteMany({ where: { sourceId, key, ...where } });
  }
}
