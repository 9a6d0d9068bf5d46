import type { Database } from '../database';
import { queryInOrder } from './inOrder';

/** Rows that one statement counts at most. */
const pageSize = 2_000;

/** The files of a source whose answers count. */
async function listFinished(db: Database, sourceId: string): Promise<string[]> {
  const rows = await db.prisma.evidenceImport.findMany({ where: { sourceId, state: 'finished' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** How many answers of a source count, counted in short steps. */
export async function countAnswers(db: Database, sourceId: string): Promise<number> {
  const finished = await listFinished(db, sourceId);
  let total = 0;
  for (let after = ''; ; ) {
    const [page] = await queryInOrder<{ last: string | null; seen: number; counted: number }>(
      db,
      `with page as materialized (
         select fingerprint, import_id from evidence_response where source_id = $1 and fingerprint > $2 order by fingerprint limit $3)
       select max(fingerprint) as last, count(*)::int as seen, count(*) filter (where import_id = any($4))::int as counted from page`,
      [sourceId, after, pageSize, finished],
    );
    total += page?.counted ?? 0;
    if (!page?.last || page.seen < pageSize) return total;
    after = page.last;
  }
}

/** The first and the last day on which answers of a source that count were given; null when none has a day. */
export async function findDays(db: Database, sourceId: string): Promise<{ first: string; last: string } | null> {
  const finished = await listFinished(db, sourceId);
  const find = async (order: 'asc' | 'desc'): Promise<string | undefined> => {
    const [row] = await queryInOrder<{ day: string }>(
      db,
      `select day from evidence_response where source_id = $1 and at is not null and import_id = any($2) order by at ${order} limit 1`,
      [sourceId, finished],
    );
    return row?.day;
  };
  const [first, last] = [await find('asc'), await find('desc')];
  return first === undefined || last === undefined ? null : { first, last };
}

/** When the last file of a source came in that counts; null when none has. */
export async function findLastImport(db: Database, sourceId: string): Promise<Date | null> {
  const where = { sourceId, state: 'finished' };
  const row = await db.prisma.evidenceImport.findFirst({ where, orderBy: { endedAt: 'desc' }, select: { endedAt: true } });
  return row?.endedAt ?? null;
}
