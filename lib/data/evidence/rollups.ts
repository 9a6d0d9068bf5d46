import type { Database } from '../database';
import { queryInOrder } from './inOrder';

/** How many answers gave a score in a column on a day (empty: unknown), by slice and file. */
export type RollupRow = { sliceId: string; day: string; score: number; count: number };

type KeyedRow = RollupRow & { importId: string };

/** Rows that one statement reads at most. */
const pageSize = 2_000;

/** Reads what is counted of a column in some imports, in short steps. */
export async function* readRollups(
  db: Database,
  importIds: readonly string[],
  columnNumber: number,
): AsyncGenerator<RollupRow[], void, undefined> {
  for (const id of importIds) {
    let last: KeyedRow | undefined;
    do {
      const rows = await queryInOrder<KeyedRow>(
        db,
        `select import_id as "importId", slice_id as "sliceId", day, score, count from evidence_rollup
         where import_id = $1 and column_number = $2 and (slice_id, day, score) > ($3, $4, $5)
         order by import_id, column_number, slice_id, day, score limit $6`,
        [id, columnNumber, last?.sliceId ?? '', last?.day ?? '', last?.score ?? -1, pageSize],
      );
      yield rows.filter(({ count }) => count > 0);
      last = rows.length < pageSize ? undefined : rows.at(-1);
    } while (last);
  }
}
