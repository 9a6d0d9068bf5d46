import type { Database } from '../database';
import { goByIndexes, queryInOrder } from './inOrder';
import { lockSource } from './sources';

/** What answers are told apart by, by name. */
export type Dimensions = Readonly<Record<string, string>>;

/** One combination of dimensions that occurs in a source. */
export type Slice = { id: string; dimensions: Dimensions };

const pageSize = 1_000;

/** All combinations of a source, by id, read in short steps. */
export async function readSlices(db: Database, sourceId: string): Promise<Map<string, Dimensions>> {
  const found = new Map<string, Dimensions>();
  for (let after = ''; ; ) {
    const rows = await queryInOrder<Slice>(
      db,
      'select id, dimensions from evidence_slice where source_id = $1 and id > $2 order by id limit $3',
      [sourceId, after, pageSize],
    );
    for (const { id, dimensions } of rows) found.set(id, dimensions);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return found;
    after = last.id;
  }
}

/** Removes combinations that no answer has any more. */
export async function sweepSlices(db: Database, sourceId: string): Promise<void> {
  for (let after = ''; ; ) {
    const [page] = await db.prisma.$transaction(async (tx) => {
      await lockSource(tx, sourceId);
      await goByIndexes(tx);
      return tx.$queryRaw<{ last: string | null; seen: number }[]>`
        with page as materialized (select id from evidence_slice where source_id = ${sourceId} and id > ${after} order by id limit 100),
        gone as (delete from evidence_slice s using page where s.source_id = ${sourceId} and s.id = page.id and not exists (
          select from evidence_response r where r.source_id = ${sourceId} and r.slice_id = page.id))
        select max(id) as last, count(*)::int as seen from page`;
    });
    if (!page?.last || page.seen < 100) return;
    after = page.last;
  }
}
