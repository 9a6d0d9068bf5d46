import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { runRestore } from '@/lib/backup/restoreCommand';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { testSecret } from '@/tests/builders/testRuntime';
import { fillInstallation } from '@/tests/builders/usedInstallation';
import { captureOutput } from '../storage/captureOutput';

describe.each(await listDatabaseKinds())('npm run restore (%s)', { timeout: 120_000 }, (kind) => {
  let folder: string;
  let file: string;
  const targets: TestDatabase[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-restore-'));
    file = path.join(folder, 'backup.tar');
    const source = await openTestDatabase(kind);
    await fillInstallation({ database: source.db, secret: testSecret });
    await writeBackupFile(source.db, file, { secret: testSecret });
    await source.drop();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(async () => {
    for (const target of targets.splice(0)) await target.drop();
  });
  const openTarget = async (): Promise<TestDatabase> => {
    const target = await openTestDatabase(kind);
    targets.push(target);
    await target.db.close();
    return target;
  };
  const restore = (target: TestDatabase, ...options: string[]) =>
    captureOutput(() => runRestore([file, ...options], { DATA_DIR: target.dataDir, DATABASE_URL: target.url }, folder));

  test('says first and last into which database it restores', async () => {
    const target = await openTarget();
    const { result, output } = await restore(target);
    const { host, pathname } = new URL(target.url ?? 'none:');
    const place = kind === 'server' ? `PostgreSQL at ${host}${pathname}` : `the embedded database in ${target.dataDir}`;
    const lines = output.trim().split('\n');
    expect(lines[0]).toBe(`Restoring into ${place}`);
    expect(lines.at(-1)).toContain(`It is restored into ${place}. Start the server;`);
    expect(result).toBe(0);
    expect(await (await target.reopen()).prisma.journeyMap.count()).toBe(4);
  });

  test.runIf(process.getuid?.() === 0)('is refused for root in a directory of another user', async () => {
    const target = await openTarget();
    await chown(target.dataDir, 65_534, 65_534);
    const before = await readdir(target.dataDir);
    const { result, output } = await restore(target, '--replace');
    expect(result).toBe(1);
    expect(output).toContain('belongs to another user (id 65534)');
    expect(await readdir(target.dataDir)).toEqual(before);
  });

  test('tells a file that is absent from a folder that is', async () => {
    const ask = async (name: string) => (await captureOutput(() => runRestore([name, '--check'], {}, folder))).output;
    expect(await ask('absent.tar')).toBe(`${path.join(folder, 'absent.tar')} cannot be read: there is no such file.\n`);
    expect(await ask('nowhere/absent.tar')).toContain('cannot be read: its folder does not exist.');
    await mkdir(path.join(folder, 'a.tar'), { recursive: true });
    expect(await ask('a.tar')).toContain('cannot be read: it is a folder.');
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });
});
