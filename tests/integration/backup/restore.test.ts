import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { restoreBackup, withCheckedBackup } from '@/lib/backup/restore';
import { findBlob, readBlob } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import { listTables } from '@/lib/data/rows/columns';
import { readSequences } from '@/lib/data/rows/sequences';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { storeWorkspace } from '@/tests/builders/storedMap';
import { testSecret } from '@/tests/builders/testRuntime';
import { fillInstallation, readLasting, type Used } from '@/tests/builders/usedInstallation';

const kinds = await listDatabaseKinds();
/** A restore into the embedded database makes a new one, which takes seconds; minutes on a machine that is busy. */
const patience = { timeout: 300_000 };

describe.each(kinds)('a backup of a database (%s)', patience, (kind) => {
  let source: TestDatabase;
  let used: Used;
  let folder: string;
  let file: string;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    source = await openTestDatabase(kind);
    used = await fillInstallation({ database: source.db, secret: testSecret });
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-backup-'));
    file = path.join(folder, 'new', 'backup.tar');
    await writeBackupFile(source.db, file, { secret: testSecret });
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  afterAll(async () => {
    await source.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Restores the file over a database that nobody has open. */
  const restore = (target: TestDatabase, options: { replace?: boolean; now?: Date; file?: string } = {}) =>
    withCheckedBackup(options.file ?? file, {}, (archive) =>
      restoreBackup(archive, {
        env: { DATABASE_URL: target.url, NEXTAUTH_SECRET: undefined },
        dataDir: target.dataDir,
        backupFolder: path.join(target.dataDir, 'backups'),
        replace: options.replace ?? false,
        ...(options.now ? { now: options.now } : {}),
      }),
    );
  const openTarget = async (targetKind: (typeof kinds)[number]): Promise<TestDatabase> => {
    const target = await openTestDatabase(targetKind);
    ends.push(() => target.drop());
    return target;
  };

  test('is a tar file that only its user may read', async () => {
    const { mode } = await stat(file);
    expect(mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readdir(path.dirname(file))).toEqual(['backup.tar']);
    expect((await readFile(file)).toString('latin1', 0, 13)).toBe('wegmarke.json');
  });

  test.each(kinds)('becomes the same installation in another one (%s), with its secret, without sessions', async (targetKind) => {
    const target = await openTarget(targetKind);
    await target.db.close();
    expect(await restore(target)).toEqual({ former: null });
    const db = await target.reopen();
    expect(await readLasting(db)).toEqual(await readLasting(source.db));
    expect(await db.prisma.session.count()).toBe(0);
    expect(await source.db.prisma.session.count()).toBeGreaterThan(0);
    for (const { hash, bytes } of used.files) {
      const blob = await findBlob(db, hash);
      const chunks: Uint8Array[] = [];
      if (blob) for await (const chunk of readBlob(db, blob)) chunks.push(chunk);
      expect(blob?.size).toBe(bytes.length);
      expect(Buffer.compare(joinBytes(chunks), bytes)).toBe(0);
    }
    const counters = async (database: TestDatabase) => {
      const forms = (await listTables(database.db.pool)).filter(({ passing }) => !passing);
      return readSequences(database.db.pool, forms);
    };
    expect(await counters(target)).toEqual(await counters(source));
    await expect(db.pool.query('delete from audit_entry')).rejects.toThrow('append-only');
    expect((await readFile(path.join(target.dataDir, 'secret'), 'utf8')).trim()).toBe(testSecret);
    expect((await stat(path.join(target.dataDir, 'secret'))).mode & 0o777).toBe(0o600);
  });

  test('replaces existing data only when told to, after a backup of it', async () => {
    const target = await openTarget(kind);
    await storeWorkspace(target.db, 'of before');
    await writeFile(path.join(target.dataDir, 'secret'), 'the secret of before, which is long enough');
    const before = await readLasting(target.db);
    await target.db.close();
    await expect(restore(target)).rejects.toThrow('There is data already, and nothing was changed; add --replace');
    expect(await readLasting(await target.reopen())).toEqual(before);
    await target.db.close();

    const { former } = await restore(target, { replace: true });
    expect(path.dirname(former ?? '')).toBe(path.join(target.dataDir, 'backups'));
    expect((await stat(former ?? '')).mode & 0o777).toBe(0o600);
    expect(await readLasting(await target.reopen())).toEqual(await readLasting(source.db));
    await target.db.close();

    // And back again.
    await restore(target, { replace: true, file: former ?? '', now: new Date(Date.now() + 5_000) });
    expect(await readLasting(await target.reopen())).toEqual(before);
    expect(await readFile(path.join(target.dataDir, 'secret'), 'utf8')).toBe('the secret of before, which is long enough\n');
    expect((await readdir(target.dataDir)).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });

  test('is not restored where a server has the database', async () => {
    const target = await openTarget(kind);
    await storeWorkspace(target.db, 'in use');
    const sentence =
      kind === 'server' ? 'is in use (1 session of a running server or command)' : 'cannot be opened, because process';
    await expect(restore(target, { replace: true })).rejects.toThrow(sentence);
    expect(await target.db.prisma.workspace.count()).toBe(1);
  });

  test('leaves what is there as it was when the backup of it cannot be written', async () => {
    const target = await openTarget(kind);
    await storeWorkspace(target.db, 'of before');
    const before = await readLasting(target.db);
    await target.db.close();
    // A file stands where the folder should be.
    await writeFile(path.join(target.dataDir, 'backups'), '');
    await expect(restore(target, { replace: true })).rejects.toThrow(/cannot be written|EEXIST|ENOTDIR/);
    await rm(path.join(target.dataDir, 'backups'));
    expect(await readLasting(await target.reopen())).toEqual(before);
  });

  test('raises every epoch above what the backup and the replaced installation had, and above any that another restore gave', async () => {
    const target = await openTarget(kind);
    const workspaceId = await storeWorkspace(target.db);
    await target.db.pool.query({
      text: `insert into journey_map (id, workspace_id, schema_version, created_by, epoch) values ('x', $1, 1, '', 2000000000)`,
      values: [workspaceId],
    });
    await target.db.close();
    const epochs = async (): Promise<number[]> => {
      const { rows } = await (await target.reopen()).pool.query<{ epoch: number }>('select distinct epoch from journey_map');
      await target.db.close();
      return rows.map((row) => row.epoch);
    };
    await restore(target, { replace: true });
    expect(await epochs()).toEqual([2_000_000_001]);

    const elsewhere = await openTarget(kind);
    await elsewhere.db.close();
    const at = new Date('2027-03-01T12:00:00Z');
    await restore(elsewhere, { now: at });
    const { rows } = await (await elsewhere.reopen()).pool.query<{ epoch: number }>('select distinct epoch from journey_map');
    expect(rows).toEqual([{ epoch: (at.getTime() - Date.UTC(2026, 0, 1)) / 1000 + 1 }]);
  });

  test('cannot be written over by accident, nor where nobody may write', async () => {
    const options = { secret: null };
    await expect(writeBackupFile(source.db, file, options)).rejects.toThrow('exists already; name another file, or add --force');
    const before = await readFile(file);
    await expect(
      writeBackupFile(source.db, file, { ...options, force: true, signal: AbortSignal.abort(new Error('stopped')) }),
    ).rejects.toThrow('stopped');
    expect(Buffer.compare(await readFile(file), before)).toBe(0);
    await expect(writeBackupFile(source.db, path.join(file, 'inside'), options)).rejects.toThrow(
      /cannot be written: a part of the path is a file|ENOTDIR/,
    );
    const other = path.join(folder, 'other.tar');
    await writeBackupFile(source.db, other, options);
    await chmod(other, 0o644);
    await writeBackupFile(source.db, other, { ...options, force: true });
    expect((await stat(other)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['new', 'other.tar']);
  });
});
