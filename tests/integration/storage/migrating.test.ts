import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withCheckedBackup } from '@/lib/backup/restore';
import type { Database, DatabaseProgress } from '@/lib/data/database';
import { requireMigrationsFolder } from '@/lib/data/migrationFiles';
import { openDatabase } from '@/lib/data/openDatabase';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { storeWorkspace } from '@/tests/builders/storedMap';

/** Each opens the database several times; the embedded one takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 180_000 });

describe.each(await listDatabaseKinds())('migrating (%s)', (kind) => {
  let test: TestDatabase;
  let folder: string;
  let progress: DatabaseProgress[];
  beforeEach(async () => {
    test = await openTestDatabase(kind);
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-migrations-'));
    await cp(requireMigrationsFolder(), folder, { recursive: true });
    progress = [];
  });
  afterEach(async () => {
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function addMigration(name: string, sql: string): Promise<void> {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  }

  async function reopen(): Promise<Database> {
    await test.db.close();
    const open = openDatabase({
      env: { DATABASE_URL: test.url },
      dataDir: test.dataDir,
      migrationsFolder: folder,
      onProgress: (step) => progress.push(step),
    });
    test.db = await open;
    return test.db;
  }

  const later = '99990101000000_later';

  it('applies what is missing, in order, once', async () => {
    await addMigration(later, 'create table later (id int); insert into later values (1);');
    await addMigration('99990102000000_still_later', 'alter table later add column name text;');
    await storeWorkspace(test.db);
    const db = await reopen();
    expect((await db.pool.query('select * from later')).rows).toEqual([{ id: 1, name: null }]);
    expect(await db.prisma.workspace.count()).toBe(1);
    expect(progress.filter((entry) => entry.step === 'migrating')).toEqual([
      { step: 'migrating', name: later, index: 0, count: 2 },
      { step: 'migrating', name: '99990102000000_still_later', index: 1, count: 2 },
    ]);
    progress = [];
    await reopen();
    expect(progress.filter((entry) => entry.step === 'migrating')).toEqual([]);
    const { rows } = await test.db.pool.query('select * from _prisma_migrations order by started_at, migration_name');
    expect(rows.at(-1)).toMatchObject({
      migration_name: '99990102000000_still_later',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      applied_steps_count: 1,
      rolled_back_at: null,
      finished_at: expect.any(Date),
    });
  });

  it('refuses a database of a newer version', async () => {
    await addMigration(later, 'create table later (id int);');
    await reopen();
    await rm(path.join(folder, later), { recursive: true });
    await expect(reopen()).rejects.toThrow(`used by a newer version of the program (it has the migration "${later}"`);
    await addMigration(later, 'create table later (id int);');
    await reopen();
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    const [name = ''] = (await readdir(folder)).filter((entry) => entry.endsWith('_foundation'));
    await appendFile(path.join(folder, name, 'migration.sql'), '\n-- afterthought\n');
    await expect(reopen()).rejects.toThrow(`The migration "${name}" was changed after the database had applied it`);
  });

  it('changes nothing when a migration fails, and says which', async () => {
    await addMigration(later, 'create table later (id int); insert into nowhere values (1);');
    await expect(reopen()).rejects.toThrow(
      `The migration "${later}" could not be applied and changed nothing: relation "nowhere" does not exist.`,
    );
    await rm(path.join(folder, later), { recursive: true });
    const db = await reopen();
    expect((await db.pool.query(`select to_regclass('later') as later`)).rows).toEqual([{ later: null }]);
  });

  it('heeds what Prisma noted of a migration that broke off', async () => {
    await test.db.pool.query(
      `insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'x', '00000101000000_broken')`,
    );
    await addMigration('00000101000000_broken', 'select 1;');
    await expect(reopen()).rejects.toThrow('"00000101000000_broken" of the database broke off');
  });

  if (kind === 'embedded') {
    it('copies existing data first, keeps three copies, and each can be opened', async () => {
      const id = await storeWorkspace(test.db, 'before');
      for (let number = 1; number <= 4; number++) {
        await addMigration(`9999010${number}000000_m${number}`, `create table t${number} (id int);`);
        await reopen();
      }
      expect(progress.filter((entry) => entry.step === 'backingUp')).toHaveLength(4);
      const backups = (await readdir(path.join(test.dataDir, 'backups'))).sort();
      expect(backups).toHaveLength(3);
      if (process.platform !== 'win32') expect((await stat(path.join(test.dataDir, 'backups'))).mode & 0o777).toBe(0o700);
      expect(backups.every((name) => name.startsWith('before-migration-'))).toBe(true);
      const restored = path.join(test.dataDir, 'restored');
      await mkdir(restored);
      await cp(path.join(test.dataDir, 'backups', backups.at(-1) ?? ''), path.join(restored, 'database'), { recursive: true });
      const db = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir: restored, migrationsFolder: folder });
      expect(await db.prisma.workspace.findUnique({ where: { id } })).toMatchObject({ name: 'before' });
      await db.close();
    });

    it('copies nothing when nothing is to be migrated', async () => {
      await reopen();
      expect(existsSync(path.join(test.dataDir, 'backups'))).toBe(false);
    });
  } else {
    it('writes a backup of existing data first, which can be read whole, and keeps three', async () => {
      await storeWorkspace(test.db, 'before');
      for (let number = 1; number <= 4; number++) {
        await addMigration(`9999010${number}000000_m${number}`, `create table t${number} (id int);`);
        await reopen();
      }
      const backups = (await readdir(path.join(test.dataDir, 'backups'))).sort();
      expect(backups).toHaveLength(3);
      const newest = path.join(test.dataDir, 'backups', backups.at(-1) ?? '');
      expect(progress.at(-2)).toEqual({ step: 'backingUp', file: newest });
      if (process.platform !== 'win32') expect((await stat(newest)).mode & 0o777).toBe(0o600);
      const content = await withCheckedBackup(newest, { migrationsFolder: folder }, async ({ manifest }) => manifest.counts);
      expect(content).toMatchObject({ workspace: 1 });
    });

    it('migrates nothing when the backup cannot be written, unless it is told to', async () => {
      await storeWorkspace(test.db);
      await writeFile(path.join(test.dataDir, 'backups'), 'in the way');
      await addMigration(later, 'create table later (id int);');
      await expect(reopen()).rejects.toThrow(
        /^The database was left as it is, because the backup .* a part of the path is a file; /,
      );
      const env = { DATABASE_URL: test.url, BACKUP_BEFORE_MIGRATION: false };
      test.db = await openDatabase({ env, dataDir: test.dataDir, migrationsFolder: folder });
      expect((await test.db.pool.query(`select to_regclass('later') is not null as later`)).rows).toEqual([{ later: true }]);
    });

    it('lets one of several processes migrate while the others wait', async () => {
      await test.db.close();
      await addMigration(later, 'create table later (id int); select pg_sleep(0.2);');
      const steps: string[] = [];
      const databases = await Promise.all(
        Array.from({ length: 4 }, () =>
          openDatabase({
            env: { DATABASE_URL: test.url },
            dataDir: test.dataDir,
            migrationsFolder: folder,
            onProgress: ({ step }) => steps.push(step),
          }),
        ),
      );
      expect(steps.filter((step) => step === 'backingUp' || step === 'migrating')).toEqual(['backingUp', 'migrating']);
      await Promise.all(databases.map((db) => db.close()));
    });

    it('refuses a database that holds tables of another program', async () => {
      await test.db.pool.query('create schema other; create table other.invoice (id int)');
      const url = `${test.url}?schema=other`;
      await expect(openDatabase({ env: { DATABASE_URL: url }, dataDir: test.dataDir })).rejects.toThrow(
        'The database already holds tables of another program; name an empty database in DATABASE_URL.',
      );
    });

    it('uses the schema that the address names, making it when absent', async () => {
      const url = `${test.url}?schema=maps`;
      const db = await openDatabase({ env: { DATABASE_URL: url }, dataDir: test.dataDir });
      await storeWorkspace(db, 'in maps');
      expect((await test.db.pool.query('select name from maps.workspace')).rows).toEqual([{ name: 'in maps' }]);
      expect(await test.db.prisma.workspace.count()).toBe(0);
      await db.close();
    });

    it('says in one sentence, without the password, why a server cannot be used', async () => {
      const address = new URL(test.url ?? '');
      address.password = 'hush-hush';
      address.pathname = '/wegmarke_storage_absent';
      const absent = openDatabase({ env: { DATABASE_URL: address.href }, dataDir: test.dataDir });
      await expect(absent).rejects.toThrow(
        /^The database server of DATABASE_URL \(.*absent\) cannot be used: database ".*" does not exist\.$/,
      );
      address.port = '1';
      const closed = openDatabase({ env: { DATABASE_URL: address.href }, dataDir: test.dataDir });
      await expect(closed).rejects.toThrow(/cannot be used: nothing answers at this address and port\.$/);
      await expect(closed).rejects.not.toThrow(/hush/);
    });
  }
});
