import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listMigrationFiles, requireMigrationsFolder } from '@/lib/data/migrationFiles';

describe('the migration files', () => {
  it('are named as Prisma names them, in order, and carry the checksum of their bytes', async () => {
    const folder = requireMigrationsFolder();
    const files = await listMigrationFiles(folder);
    expect(files.length).toBeGreaterThan(0);
    const names = files.map((file) => file.name);
    expect(names).toEqual(names.toSorted());
    for (const { name, checksum, sql } of files) {
      expect(name).toMatch(/^\d{14}_[a-z0-9_]+$/);
      const bytes = readFileSync(`${folder}/${name}/migration.sql`);
      expect(checksum).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(sql).toBe(bytes.toString('utf8'));
    }
  });
});
