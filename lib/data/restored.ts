import type { RowSource } from './rows/source';

/** What an installation remembers of the restore that it is from. */
export type Restored = { id: string; at: string; backupOf: string; version: string };

const key = 'restore';

/** Notes within a restore that it is one. */
export async function noteRestore(target: RowSource, restored: Restored): Promise<void> {
  await target.query({
    text: 'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    values: [key, JSON.stringify(restored)],
  });
}

/** The id of the restore that the installation is from, or null. */
export async function findRestoreId(source: RowSource): Promise<string | null> {
  const { rows } = await source.query<{ id: string | null }>({
    text: `select value->>'id' as id from setting where key = $1`,
    values: [key],
  });
  return rows[0]?.id ?? null;
}
