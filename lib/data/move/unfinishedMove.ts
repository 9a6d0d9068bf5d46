import { DatabaseError } from '../database';
import type { RowSource } from '../rows/source';

/** The setting by which a database says that an installation was being moved into it. Removed when all of it is there and was compared. */
export const unfinishedKey = 'move.unfinished';

/** Whether a move into this database broke off: what it holds is a part of an installation. */
export async function isUnfinished(source: RowSource): Promise<boolean> {
  // An empty database that is taken as it is has no tables.
  const { rows: found } = await source.query<{ there: boolean }>({ text: `select to_regclass('setting') is not null as there` });
  if (!found[0]?.there) return false;
  const { rows } = await source.query({ text: 'select 1 from setting where key = $1', values: [unfinishedKey] });
  return rows.length > 0;
}

/** From now on the database is not to be served. */
export async function markUnfinished(target: RowSource): Promise<void> {
  await target.query({
    text: `insert into setting (key, value) values ($1, 'true') on conflict do nothing`,
    values: [unfinishedKey],
  });
}

/** The database is whole. */
export async function markFinished(target: RowSource): Promise<void> {
  await target.query({ text: 'delete from setting where key = $1', values: [unfinishedKey] });
}

/** Throws `DatabaseError` when the database holds a part of an installation only. */
export async function requireFinished(source: RowSource): Promise<void> {
  if (await isUnfinished(source)) {
    throw new DatabaseError(
      'Moving an installation into this database broke off half-way; run "npm run move-database" again, or use the database that it came from.',
    );
  }
}
