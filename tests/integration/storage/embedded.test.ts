import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatabaseProgress } from '@/lib/data/database';
import { compactDocument } from '@/lib/data/documentCompaction';
import { appendUpdates } from '@/lib/data/documents';
import { databaseWorker } from '@/lib/data/embedded/protocol';
import { openDatabase } from '@/lib/data/openDatabase';
import { requireWorkerFile } from '@/lib/worker/workerFile';
import { openTestDatabase, testFolder } from '@/tests/builders/database';
import { patternBytes, storeMap } from '@/tests/builders/storedMap';

const env = { DATABASE_URL: undefined };

describe('the embedded database', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-embedded-'));
  });
  const workers: string[] = [];
  afterEach(async () => {
    for (const file of [folder, ...workers.splice(0)]) await rm(file, { recursive: true, force: true });
  });

  /** A worker that stands in the product's place: its own code runs before, or instead of, the real one. */
  async function writeWorker(name: string, source: string): Promise<string> {
    // Beside the installed packages, so that it finds them.
    const place = path.resolve('node_modules/.cache/wegmarke/tests');
    await mkdir(place, { recursive: true });
    const file = path.join(place, `${name}-${process.pid}.mjs`);
    await writeFile(file, source);
    workers.push(file);
    return file;
  }

  it('is made in an empty data directory, step by step, and opened again with what was stored', async () => {
    const steps: DatabaseProgress['step'][] = [];
    const onProgress = (progress: DatabaseProgress): number => steps.push(progress.step);
    const dataDir = path.join(folder, 'new', 'data');
    const first = await openDatabase({ env, dataDir, onProgress });
    await first.prisma.workspace.create({ data: { id: 'w', name: 'Dienst „Süd“' } });
    await first.close();
    await first.close();
    // One step for each migration.
    expect([...new Set(steps)]).toEqual(['creating', 'opening', 'migrating']);
    expect(await readdir(dataDir)).toEqual(['database']);

    steps.length = 0;
    const second = await openDatabase({ env, dataDir, onProgress });
    expect(await second.prisma.workspace.findMany()).toMatchObject([{ name: 'Dienst „Süd“' }]);
    expect(steps).toEqual(['opening']);
    await second.close();
  });

  it.skipIf(process.platform === 'win32')('is closed to other users of the machine, wherever it lies', async () => {
    await chmod(folder, 0o755);
    const database = path.join(folder, 'database');
    for (const _ of ['made', 'found']) {
      await (await openDatabase({ env, dataDir: folder })).close();
      expect((await stat(database)).mode & 0o777).toBe(0o700);
      await chmod(database, 0o755);
    }
  });

  it('makes a new one in place of one whose making was broken off', async () => {
    await mkdir(path.join(folder, 'database.creating', 'base'), { recursive: true });
    const db = await openDatabase({ env, dataDir: folder });
    expect(await db.prisma.workspace.count()).toBe(0);
    await db.close();
    expect(await readdir(folder)).toEqual(['database']);
  });

  it('does not touch a folder that holds something else, or files of another version', async () => {
    await mkdir(path.join(folder, 'database'));
    await writeFile(path.join(folder, 'database', 'letter.txt'), 'mine');
    await expect(openDatabase({ env, dataDir: folder })).rejects.toThrow('does not hold a database');
    await writeFile(path.join(folder, 'database', 'PG_VERSION'), '17\n');
    await expect(openDatabase({ env, dataDir: folder })).rejects.toThrow('has files of PostgreSQL 17');
    expect((await readdir(path.join(folder, 'database'))).sort()).toEqual(['PG_VERSION', 'letter.txt']);
  });

  it('runs with every setting that a commit needs to survive a power cut', async () => {
    const test = await openTestDatabase();
    const { rows } = await test.db.pool.query(
      `select name, setting from pg_settings
       where name in ('fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes') order by name`,
    );
    expect(rows.map((row) => `${row.name}=${row.setting}`)).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'synchronous_commit=on',
      'wal_sync_method=fsync',
    ]);
    await test.drop();
  });

  it('refuses to start when a commit is not written through to the disk', async () => {
    const test = await openTestDatabase();
    await test.db.close();
    const real = await requireWorkerFile(databaseWorker);
    // The real worker on a PGlite that starts as it is shipped: told not to sync.
    const workerFile = await writeWorker(
      'no-sync',
      `import { PGlite } from '@electric-sql/pglite';
       const create = PGlite.create;
       PGlite.create = (options) => create.call(PGlite, { ...options, startParams: [...options.startParams, '-c', 'fsync=off'] });
       await import(${JSON.stringify(real)});`,
    );
    await expect(openDatabase({ env, dataDir: test.dataDir, workerFile })).rejects.toThrow(
      /cannot be opened: a committed transaction was not written through to the disk \(fsync\)/,
    );
    await test.drop();
  });

  it('fails every query, waiting and new, and says so when its thread dies', async () => {
    const test = await openTestDatabase();
    await test.db.close();
    const real = await requireWorkerFile(databaseWorker);
    const trigger = path.join(folder, 'die');
    const workerFile = await writeWorker(
      'mortal',
      `import { existsSync } from 'node:fs';
       await import(${JSON.stringify(real)});
       setInterval(() => { if (existsSync(${JSON.stringify(trigger)})) throw new Error('the thread broke'); }, 5);`,
    );
    let death: Error | undefined;
    const db = await openDatabase({
      env,
      dataDir: test.dataDir,
      workerFile,
      onDeath: (error) => {
        death = error;
      },
    });
    const map = await storeMap(db);
    await writeFile(trigger, '');
    const append = () => appendUpdates(db, [{ mapId: map.id, updates: [{ bytes: patternBytes(10), actorId: 'user:a' }] }]);
    const untilItFails = async (): Promise<never> => {
      for (;;) await append();
    };
    await expect(Promise.all([untilItFails(), untilItFails(), untilItFails()])).rejects.toThrow('the thread broke');
    expect(death?.message).toBe('the thread broke');
    await expect(append()).rejects.toThrow('the thread broke');
    await expect(db.prisma.workspace.count()).rejects.toThrow();
    await db.close();
    // The directory is free again, and nothing is lost.
    const again = await test.reopen();
    expect(await again.prisma.journeyMap.count({ where: { id: map.id } })).toBe(1);
    await test.drop();
  });

  it('says why when its thread cannot start', async () => {
    const test = await openTestDatabase();
    await test.db.close();
    const workerFile = await writeWorker('broken', `throw new Error('no such luck');`);
    await expect(openDatabase({ env, dataDir: test.dataDir, workerFile })).rejects.toThrow('cannot be opened: no such luck.');
    await expect(openDatabase({ env, dataDir: folder, workerFile })).rejects.toThrow('could not be created');
    expect(existsSync(path.join(folder, 'database.creating'))).toBe(false);
    await test.drop();
  });

  it('leaves no transaction of a broken session open', async () => {
    const test = await openTestDatabase();
    const client = await test.db.pool.connect();
    await client.query('begin');
    await client.query(`insert into workspace (id, name) values ('x', 'x')`);
    await client.query(`set statement_timeout = 1`);
    client.release(true);
    expect(await test.db.prisma.workspace.count()).toBe(0);
    expect((await test.db.pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '0' }]);
    await test.drop();
  });

  it('keeps the write-ahead log small under steady writing', async () => {
    const test = await openTestDatabase();
    const { db } = test;
    const map = await storeMap(db);
    const walSize = async (): Promise<number> => {
      const { rows } = await db.pool.query<{ n: number }>(
        'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as n from pg_control_checkpoint()',
      );
      return rows[0]?.n ?? 0;
    };
    let largest = 0;
    for (let written = 0; written < 400; written++) {
      await appendUpdates(db, [{ mapId: map.id, updates: [{ bytes: patternBytes(500_000, written), actorId: 'user:a' }] }]);
      if (written % 10 === 0) largest = Math.max(largest, await walSize());
    }
    expect(largest).toBeGreaterThan(1_000_000);
    // 200 MB were written without a pause; the limit is 64 MB, looked at after every 16 MB received.
    expect(largest).toBeLessThan(110_000_000);
    await test.drop();
  });

  // The first look at the tables may come before there is anything to find; the next one is a minute later.
  it('makes the space of compacted updates free for new ones', { timeout: 120_000 }, async () => {
    const test = await openTestDatabase();
    const { db } = test;
    const map = await storeMap(db);
    const updates = Array.from({ length: 2000 }, () => ({ bytes: patternBytes(300), actorId: 'user:a' }));
    await appendUpdates(db, [{ mapId: map.id, updates }]);
    await compactDocument(db, map.id, 2001, patternBytes(1000));
    const vacuumed = async (): Promise<boolean> => {
      const { rows } = await db.pool.query<{ done: boolean }>(
        `select last_vacuum is not null as done from pg_stat_user_tables where relname = 'document_update'`,
      );
      return rows[0]?.done ?? false;
    };
    await vi.waitFor(async () => expect(await vacuumed()).toBe(true), { timeout: 100_000, interval: 200 });
    await test.drop();
  });
});
