import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Backups } from '@/lib/backup/backups';
import { withCheckedBackup } from '@/lib/backup/restore';
import { BackupSchedule } from '@/lib/backup/schedule';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { storeWorkspace } from '@/tests/builders/storedMap';

const hour = 3_600_000;

describe('scheduled backups', { timeout: 120_000 }, () => {
  let test_: TestDatabase;
  let folder: string;
  let now: Date;
  let logged: string[];
  beforeAll(async () => {
    test_ = await openTestDatabase((await listDatabaseKinds()).at(-1));
    await storeWorkspace(test_.db);
  });
  afterAll(() => test_.drop());
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(testFolder, 'wegmarke-schedule-')), 'backups');
    now = new Date('2026-11-25T21:00:00Z');
    logged = [];
    return () => rm(path.dirname(folder), { recursive: true, force: true });
  });

  async function begin(options: { everyHours?: number; keep?: number; isWorthwhile?: () => Promise<boolean> } = {}) {
    const log = pino({}, { write: (line: string) => logged.push(line) });
    const backups = new Backups({ database: test_.db, secret: null, log });
    const schedule = new BackupSchedule({
      backups,
      folder,
      everyHours: options.everyHours ?? 24,
      keep: options.keep ?? 3,
      log,
      isWorthwhile: options.isWorthwhile ?? (async () => true),
      now: () => now,
    });
    await schedule.recall();
    return { backups, schedule };
  }
  const pass = (hours: number): void => {
    now = new Date(now.getTime() + hours * hour);
  };
  const names = async (): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

  test('are written when they are due, each of them whole, private and named by its time', async () => {
    const { backups, schedule } = await begin();
    expect(backups.status()).toEqual({ everyHours: 24, isRunning: false, lastSuccess: null, lastFailure: null });
    await schedule.look();
    expect(await names()).toEqual(['wegmarke-2026-11-25T21-00-00Z.tar']);
    pass(23.9);
    await schedule.look();
    expect(await names()).toHaveLength(1);
    pass(0.1);
    await schedule.look();
    expect(await names()).toEqual(['wegmarke-2026-11-25T21-00-00Z.tar', 'wegmarke-2026-11-26T21-00-00Z.tar']);
    const file = path.join(folder, 'wegmarke-2026-11-26T21-00-00Z.tar');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await withCheckedBackup(file, {}, async ({ manifest }) => expect(manifest.counts.workspace).toBe(1));
    const { size } = await stat(file);
    expect(backups.status()).toMatchObject({ lastSuccess: { at: now, bytes: size }, lastFailure: null, isRunning: false });
  });

  test('go on where an earlier process stopped', async () => {
    await (await begin()).schedule.look();
    pass(20);
    const { backups, schedule } = await begin();
    expect(backups.status().lastSuccess).toMatchObject({ at: new Date('2026-11-25T21:00:00Z'), seconds: null });
    await schedule.look();
    expect(await names()).toHaveLength(1);
    pass(4);
    await schedule.look();
    expect(await names()).toHaveLength(2);
  });

  test('are kept up to a number, and nothing else in the folder is touched but what a crash left half-written', async () => {
    await mkdir(folder, { recursive: true });
    const others = ['before-migration-2020', 'wegmarke-mine.tar', 'wegmarke-2020-01-01T00-00-00Z.tar.gz', 'x.tar.part'];
    for (const name of others) await writeFile(path.join(folder, name), '');
    await writeFile(path.join(folder, 'wegmarke-2026-11-24T21-00-00Z.tar.part'), 'half');
    const { schedule } = await begin({ keep: 2 });
    for (let round = 0; round < 4; round++) {
      await schedule.look();
      pass(24);
    }
    expect(await names()).toEqual([...others, 'wegmarke-2026-11-27T21-00-00Z.tar', 'wegmarke-2026-11-28T21-00-00Z.tar'].sort());
  });

  test('that fail are told, tried again in an hour, and take no older one away', async () => {
    const { backups, schedule } = await begin({ keep: 1 });
    await schedule.look();
    pass(24);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file stands where the folder was');
    await schedule.look();
    expect(backups.status().lastFailure).toMatchObject({ at: now });
    expect(backups.status().lastSuccess?.at).toEqual(new Date('2026-11-25T21:00:00Z'));
    expect(logged.filter((line) => line.includes('the scheduled backup failed'))).toHaveLength(1);
    pass(0.5);
    await rm(folder);
    await schedule.look();
    expect(await names()).toEqual([]);
    pass(0.5);
    await schedule.look();
    expect(await names()).toHaveLength(1);
    expect(backups.status().lastFailure).toBeNull();
  });

  test('are not written when there shall be none, nor of an installation that nobody has used', async () => {
    const off = await begin({ everyHours: 0 });
    await off.schedule.look();
    const unused = await begin({ isWorthwhile: async () => false });
    await unused.schedule.look();
    expect(await names()).toEqual([]);
  });
});
