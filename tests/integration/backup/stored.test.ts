import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { restoreBackup, withCheckedBackup } from '@/lib/backup/restore';
import { listDatabaseKinds, openTestDatabase } from '@/tests/builders/database';
import { readStored } from '@/tests/builders/usedInstallation';

const folder = 'tests/fixtures/backups';
const kinds = await listDatabaseKinds();
const files = (await readdir(folder)).filter((name) => name.endsWith('.tar'));

describe.each(files)('the backup that an earlier version wrote (%s)', { timeout: 300_000 }, (name) => {
  test.each(kinds)('is restored and brought up to date (%s)', async (kind) => {
    const target = await openTestDatabase(kind);
    try {
      await target.db.close();
      const env = { DATABASE_URL: target.url, NEXTAUTH_SECRET: undefined };
      const options = { env, dataDir: target.dataDir, backupFolder: target.dataDir, replace: false };
      const counts = await withCheckedBackup(path.join(folder, name), {}, async (archive) => {
        await restoreBackup(archive, options);
        return archive.manifest.counts;
      });
      const db = await target.reopen();
      const maps = await db.prisma.journeyMap.findMany({ where: { deletedAt: null } });
      expect([maps.length, await db.prisma.user.count()]).toEqual([3, counts.app_user]);
      for (const map of maps) expect((await readStored(db, map.id)).length).toBeGreaterThan(100);
      expect((await readFile(path.join(target.dataDir, 'secret'), 'utf8')).length).toBeGreaterThan(32);
    } finally {
      await target.drop();
    }
  });
});
