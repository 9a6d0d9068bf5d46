import type { Database, Transaction } from '../database';

/**
 * Has the statements of a transaction go along indexes, row by row, whatever the planner believes. The embedded database has no statistics of what came in since it
 * was opened, takes a hundred thousand answers for some hundred, and would read and sort all of them for each page: a quarter of a second in which
 * nobody's edit is written.
 */
export async function goByIndexes(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT set_config(name, 'off', true)
    FROM unnest(array['enable_sort', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_seqscan']) AS name`;
}

/** Reads a page of rows in the order of an index. */
export function queryInOrder<Row>(db: Database, text: string, values: readonly unknown[]): Promise<Row[]> {
  return db.prisma.$transaction(async (tx) => {
    await goByIndexes(tx);
    return tx.$queryRawUnsafe<Row[]>(text, ...values);
  });
}
