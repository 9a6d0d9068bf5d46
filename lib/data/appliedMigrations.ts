import type { RowSource } from './rows/source';

/** A migration that the database has, with the SHA-256 of its file. */
export type AppliedMigration = { name: string; checksum: string };

/** The migrations that the database has, in the order in which they stand in prisma/migrations. */
export async function listAppliedMigrations(source: RowSource): Promise<AppliedMigration[]> {
  const { rows } = await source.query<AppliedMigration>({
    text: `select migration_name as name, checksum from _prisma_migrations
           where rolled_back_at is null and finished_at is not null order by migration_name collate "C"`,
  });
  return rows.map(({ name, checksum }) => ({ name, checksum }));
}
