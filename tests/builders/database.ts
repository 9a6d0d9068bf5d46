import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '@/lib/data/database';
import { DirectoryInUseError, lockDirectory } from '@/lib/data/embedded/directoryLock';
import { copyTree } from '@/lib/data/embedded/durableFiles';
import { listMigrationFiles, requireMigrationsFolder } from '@/lib/data/migrationFiles';
import { openDatabase } from '@/lib/data/openDatabase';
import { newId } from '@/lib/map/id';
import { answersPostgres, serverUrl } from './postgresServer';

export type DatabaseKind = Database['kind'];

/** A fresh, migrated, empty database that only this test has. */
export type TestDatabase = {
  db: Database;
  kind: DatabaseKind;
  /** For a server process of its own: close `db` first when the database is the embedded one. */
  dataDir: string;
  /** DATABASE_URL of that database; undefined for the embedded one. */
  url: string | undefined;
  /** Closes `db` and opens the same data again. */
  reopen(): Promise<Database>;
  /** Closes and removes everything. */
  drop(): Promise<void>;
};

/** Memory in place of a disk where there is plenty (Linux): making and removing a database's thousand files is several times faster. */
function findTestFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 1024 ** 3 ? memory : os.tmpdir();
}

/** Where tests keep their data: a folder for short-lived files. */
export const testFolder = findTestFolder();

let answering: Promise<boolean> | undefined;

/** Suites that name no kind run on this one: the project "postgresql" of vitest.config.ts runs them a second time, on a server. */
export const defaultKind: DatabaseKind = process.env.TEST_DATABASE_KIND === 'server' ? 'server' : 'embedded';

/** The kinds of database on which a suite that compares them can run here. Says so loudly when no PostgreSQL answers. */
export async function listDatabaseKinds(): Promise<DatabaseKind[]> {
  answering ??= answersPostgres(serverUrl);
  return (await answering) ? ['embedded', 'server'] : ['embedded'];
}

/** Opens a fresh database: the embedded one from a template made once per machine (0.4 s), or a new one on the PostgreSQL server. */
export async function openTestDatabase(kind: DatabaseKind = defaultKind): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(testFolder, 'wegmarke-test-'));
  const name = `wegmarke_storage_${newId().toLowerCase()}`;
  let url: string | undefined;
  if (kind === 'server') {
    await onServer(`create database "${name}"`);
    const address = new URL(serverUrl);
    address.pathname = `/${name}`;
    url = address.href;
  } else {
    await copyTestTemplate(dataDir);
  }
  const open = (): Promise<Database> => openDatabase({ env: { DATABASE_URL: url }, dataDir });
  const test: TestDatabase = {
    db: await open(),
    kind,
    dataDir,
    url,
    async reopen() {
      await test.db.close();
      test.db = await open();
      return test.db;
    },
    async drop() {
      await test.db.close();
      await rm(dataDir, { recursive: true, force: true });
      if (kind === 'server') await onServer(`drop database if exists "${name}" with (force)`);
    },
  };
  return test;
}

/** Runs a statement on the server itself, outside of any test's database. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Fills a data directory with a migrated, empty embedded database, as copying is ten times faster than `initdb`. */
export async function copyTestTemplate(dataDir: string): Promise<void> {
  await copyTree(await requireTemplate(), dataDir);
}

async function requireTemplate(): Promise<string> {
  const folder = path.join(testFolder, 'wegmarke-test-templates');
  const template = path.join(folder, await templateName());
  if (existsSync(template)) return template;
  await mkdir(folder, { recursive: true });
  const release = await waitForLock(folder);
  try {
    if (existsSync(template)) return template;
    const draft = await mkdtemp(path.join(folder, 'draft-'));
    const db = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir: draft });
    await db.close();
    await rename(draft, template);
    for (const name of await readdir(folder)) {
      if (name.startsWith('draft-')) await rm(path.join(folder, name), { recursive: true, force: true });
    }
    return template;
  } finally {
    await release();
  }
}

async function templateName(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await listMigrationFiles(requireMigrationsFolder())) hash.update(`${file.name} ${file.checksum}\n`);
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(readFileSync(path.join(path.dirname(pglite), '..', 'package.json')));
  return hash.digest('hex').slice(0, 16);
}

/** Test processes start side by side; one makes the template and the others wait. */
async function waitForLock(folder: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      return await lockDirectory(folder);
    } catch (error) {
      if (!(error instanceof DirectoryInUseError)) throw error;
      await delay(100);
    }
  }
}
