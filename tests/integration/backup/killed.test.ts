import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { withCheckedBackup } from '@/lib/backup/restore';
import { settleReplacement } from '@/lib/data/embedded/replacement';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { storeWorkspace } from '@/tests/builders/storedMap';
import { testSecret } from '@/tests/builders/testRuntime';
import { fillInstallation, readLasting } from '@/tests/builders/usedInstallation';
import { bundleProcess } from '../server/serverProcess';

/** Runs one of the commands as a process of its own and kills it as soon as `when` holds. Resolves to what was left of it. */
function killedWhen(entry: string, args: string[], env: Record<string, string>, when: () => Promise<boolean>) {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv,
    stdio: 'ignore',
  });
  return new Promise<{ killed: boolean }>((resolve) => {
    let ended = false;
    child.on('close', (_code, signal) => {
      ended = true;
      resolve({ killed: signal === 'SIGKILL' });
    });
    const look = async (): Promise<void> => {
      if (ended) return;
      if (await when()) child.kill('SIGKILL');
      else setImmediate(() => void look());
    };
    void look();
  });
}

describe.each(await listDatabaseKinds())('kill -9 (%s)', { timeout: 300_000 }, (kind) => {
  let folder: string;
  let file: string;
  let entry: string;
  let target: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-killed-'));
    file = path.join(folder, 'backup.tar');
    entry = await bundleProcess(new URL('./commandProcess.ts', import.meta.url));
    target = await openTestDatabase(kind);
    await fillInstallation({ database: target.db, secret: testSecret });
    await writeBackupFile(target.db, file, { secret: testSecret });
  });
  afterAll(async () => {
    await target.drop();
    await rm(folder, { recursive: true, force: true });
    await rm(entry, { force: true });
  });
  const env = (): Record<string, string> => ({ DATA_DIR: target.dataDir, DATABASE_URL: target.url ?? '' });

  test('during a backup leaves no file that looks like one, and the next one is whole', async () => {
    await target.db.close();
    const out = path.join(folder, 'killed.tar');
    const { killed } = await killedWhen(entry, ['backup', out], env(), async () =>
      (await readdir(folder)).includes('killed.tar.part'),
    );
    await target.reopen();
    expect(killed).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['backup.tar', 'killed.tar.part']);
    await writeBackupFile(target.db, out, { secret: testSecret });
    await withCheckedBackup(out, {}, async ({ manifest }) => expect(manifest.counts.journey_map).toBe(4));
    expect((await readdir(folder)).sort()).toEqual(['backup.tar', 'killed.tar']);
  });

  test('during a restore leaves what was there as it was', async () => {
    await storeWorkspace(target.db, 'made after the backup');
    const before = await readLasting(target.db);
    const secretBefore = await readFile(path.join(target.dataDir, 'secret'), 'utf8').catch(() => null);
    await target.db.close();
    // The secret is laid out right before the new database is begun.
    const isUnderWay = async (): Promise<boolean> =>
      (await readdir(target.dataDir)).some((name) =>
        kind === 'embedded' ? name === 'database.restoring' : name.endsWith('.restoring'),
      );
    const { killed } = await killedWhen(entry, ['restore', file, '--replace'], env(), isUnderWay);
    expect(killed).toBe(true);
    expect(await readLasting(await target.reopen())).toEqual(before);
    expect(await readFile(path.join(target.dataDir, 'secret'), 'utf8').catch(() => null)).toBe(secretBefore);
    expect((await readdir(target.dataDir)).filter((name) => name.startsWith('database.'))).toEqual([]);
  });
});

describe('a replacement of the embedded database that was broken off', { timeout: 300_000 }, () => {
  test('between its two renames is finished, before them it is forgotten', async () => {
    const folder = await mkdtemp(path.join(testFolder, 'wegmarke-replacement-'));
    const inside = async (): Promise<string[]> => (await readdir(folder)).sort();
    const make = async (name: string): Promise<void> => void (await mkdir(path.join(folder, name, name), { recursive: true }));
    await make('database.replaced');
    await make('database.restoring');
    await settleReplacement(folder);
    expect(await inside()).toEqual(['database']);
    expect(await readdir(path.join(folder, 'database'))).toEqual(['database.restoring']);
    await make('database.restoring');
    await make('database.replaced');
    await settleReplacement(folder);
    expect(await inside()).toEqual(['database']);
    await rename(path.join(folder, 'database'), path.join(folder, 'database.replaced'));
    await settleReplacement(folder);
    expect(await inside()).toEqual(['database']);
    await rm(folder, { recursive: true });
  });
});
