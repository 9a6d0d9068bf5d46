import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findUp } from '@/lib/worker/workerFile';

/** One `prisma/migrations/<timestamp>_<name>/migration.sql`. */
export type MigrationFile = {
  /** The folder's name. */
  name: string;
  sql: string;
  /** SHA-256 of the file, hex, as Prisma records it. */
  checksum: string;
};

/** `prisma/migrations` of this installation: upwards from the running file (source or bundle), else in the working directory. Throws when absent. */
export function requireMigrationsFolder(): string {
  const relative = path.join('prisma', 'migrations');
  const root = findUp(path.dirname(fileURLToPath(import.meta.url)), relative) ?? process.cwd();
  const folder = path.join(root, relative);
  if (!existsSync(folder)) throw new Error(`The folder with the database's migrations is missing: ${folder}.`);
  return folder;
}

/** All migrations, oldest first. */
export async function listMigrationFiles(folder: string): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  names.sort(); // by code unit, so that every machine has the same order
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(folder, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}
