import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBlob, readBlob } from '@/lib/data/blobs';
import { joinBytes } from '@/lib/data/chunks';
import type { Database } from '@/lib/data/database';
import { isUnfinished } from '@/lib/data/move/unfinishedMove';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { SyncClient } from '@/tests/builders/syncClient';
import { startTestRuntime, type TestRuntime, testSecret } from '@/tests/builders/testRuntime';
import { addVariedInstallation, readStoredMap } from '@/tests/builders/variedInstallation';
import { bundleProcess, type ServerProcess, startServerProcess } from '../server/serverProcess';

const maps = 50;
/** Each test starts several processes, and all of them share two processors with everything else. */
vi.setConfig({ testTimeout: 300_000 });
const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 20 });

/** Every row of every table as PostgreSQL's own JSON, in an order that no database decides: not by the code that is tested. */
async function dump(db: Database): Promise<Record<string, string[]>> {
  const session = await db.pool.connect();
  try {
    await session.query(`set timezone = 'UTC'`);
    const { rows: tables } = await session.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const dumped: Record<string, string[]> = {};
    for (const { name } of tables) {
      if (name === '_prisma_migrations') continue;
      const { rows } = await session.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`);
      dumped[name] = rows.map(({ row }) => row).sort();
    }
    const { rows: counters } = await session.query<{ text: string }>(
      `select sequencename || ' ' || coalesce(last_value, 0) as text from pg_sequences where schemaname = 'public' order by 1`,
    );
    return { ...dumped, counters: counters.map(({ text }) => text) };
  } finally {
    session.release();
  }
}

describe.runIf((await listDatabaseKinds()).includes('server'))('npm run move-database', () => {
  let server: TestRuntime;
  let target: TestDatabase;
  let back: TestDatabase;
  let installation: Awaited<ReturnType<typeof addVariedInstallation>>;
  let entries: { command: string; server: string };
  const processes: ServerProcess[] = [];
  /** The command as a process of its own. */
  const run = (args: string, env: Record<string, string>): ServerProcess => {
    const started = startServerProcess(entries.command, { ARGUMENTS: args, ...env });
    processes.push(started);
    return started;
  };
  const startServer = (env: Record<string, string>): ServerProcess => {
    const started = startServerProcess(entries.server, { NEXTAUTH_SECRET: testSecret, ...env });
    processes.push(started);
    return started;
  };

  beforeAll(async () => {
    entries = {
      command: await bundleProcess(new URL('moveDatabaseProcess.ts', import.meta.url)),
      server: await bundleProcess(new URL('../server/pagelessServer.ts', import.meta.url)),
    };
    server = await startTestRuntime({}, 'embedded');
    target = await openTestDatabase('server');
    back = await openTestDatabase('embedded');
    installation = await addVariedInstallation(server, maps);
    // What follows from edits is written when the rooms end.
    await server.rooms.stop(30_000);
    await server.running.events.close();
  });
  afterEach(async () => {
    for (const started of processes.splice(0)) {
      started.kill('SIGKILL');
      await started.ended;
    }
  });
  afterAll(async () => {
    await Promise.all([server.database.drop(), target.drop(), back.drop()]);
    await Promise.all(Object.values(entries).map((entry) => rm(entry, { force: true })));
  });

  it('moves an installation to PostgreSQL and back: equal rows, equal content, equal Yjs state, equal files', async () => {
    const original = await dump(server.database.db);
    const content = new Map<string, unknown>();
    for (const mapId of installation.mapIds) content.set(mapId, await readStoredMap(server.database.db, mapId));
    expect([...content.values()].filter((map) => map !== null).length).toBeGreaterThan(maps / 2);
    await Promise.all([server.database.db.close(), target.db.close(), back.db.close()]);

    const address = new URL(target.url ?? '');
    address.password = 'hush-hush';
    const there = await run(`--to ${address.href}`, { DATA_DIR: server.database.dataDir }).ended;
    expect(there.output).toMatch(/journey_map +50 rows +equal/);
    expect(there.output).toContain('PASSWORD@');
    expect(there.output).not.toContain('hush');
    expect(there.code).toBe(0);
    expect(await dump(await target.reopen())).toEqual(original);
    // The original is as it was, and so is what is moved back from the copy.
    expect(await dump(await server.database.reopen())).toEqual(original);
    await Promise.all([server.database.db.close(), target.db.close()]);

    const home = await run('--to embedded', { DATA_DIR: back.dataDir, DATABASE_URL: target.url ?? '' }).ended;
    expect(home.output).toContain('Remove the setting DATABASE_URL');
    expect(home.output.trimEnd().split('\n').at(-1)).toBe(
      `The installation now lies in the embedded database in ${back.dataDir}.`,
    );
    expect(home.code).toBe(0);
    const db = await back.reopen();
    expect(await dump(db)).toEqual(original);
    for (const mapId of installation.mapIds) expect(await readStoredMap(db, mapId)).toEqual(content.get(mapId));
    for (const file of installation.files) {
      const blob = await findBlob(db, file.hash);
      expect(blob).toEqual(file);
      const chunks: Uint8Array[] = [];
      for await (const chunk of readBlob(db, file)) chunks.push(chunk);
      expect(joinBytes(chunks).length).toBe(file.size);
    }
    await db.close();
  });

  it('a server works on the result, for people who were signed in before', async () => {
    const port = async (started: ServerProcess) => Number((await started.printed(/Open\s+http:\/\/localhost:(\d+)\n/))[1]);
    const [mapId = ''] = installation.mapIds;
    const started = startServer({ DATA_DIR: server.database.dataDir, DATABASE_URL: target.url ?? '' });
    const client = new SyncClient(await port(started), {
      mapId,
      cookie: installation.owner.cookie,
      params: { epoch: '1', schema: '2', confirm: '1' },
    });
    await until(() => expect(client.provider.synced).toBe(true));
    const before = client.confirmed;
    client.write(' moved');
    await until(() => expect(client.confirmed).toBeGreaterThan(before));
    client.destroy();
    started.kill('SIGTERM');
    await started.ended;
    expect((await readStoredMap(await target.reopen(), mapId))?.json).toContain('moved');
    await target.db.close();
  });

  it('refuses while a server runs, on either side', async () => {
    const onTarget = startServer({ DATA_DIR: back.dataDir, DATABASE_URL: target.url ?? '' });
    await onTarget.printed(/is ready/);
    const refused = await run(`--to ${target.url} --replace`, { DATA_DIR: server.database.dataDir }).ended;
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/is in use by another wegmarke server, process \d+ on /);
    const onSource = startServer({ DATA_DIR: server.database.dataDir });
    await onSource.printed(/is ready/);
    const again = await run(`--to ${target.url} --replace`, { DATA_DIR: server.database.dataDir }).ended;
    expect(again.code).toBe(1);
    expect(again.output).toMatch(/because process \d+ is using it/);
  });

  it('refuses what holds an installation, what holds none, and itself', async () => {
    const taken = await run(`--to ${target.url}`, { DATA_DIR: server.database.dataDir }).ended;
    expect(taken).toMatchObject({ code: 1, output: expect.stringContaining('add --replace to lose it') });
    const itself = await run(`--to ${target.url}`, { DATA_DIR: server.database.dataDir, DATABASE_URL: target.url ?? '' }).ended;
    expect(itself).toMatchObject({ code: 1, output: expect.stringContaining('add --from embedded') });
    const nothing = await run(`--to ${target.url} --from embedded`, { DATA_DIR: `${target.dataDir}/nowhere` }).ended;
    expect(nothing).toMatchObject({ code: 1, output: expect.stringContaining('There is no embedded database in') });
    const nonsense = await run('--to mysql://host/db', { DATA_DIR: server.database.dataDir }).ended;
    expect(nonsense).toMatchObject({ code: 1, output: expect.stringContaining('or the word "embedded"') });
    const unsaid = await run('', { DATA_DIR: server.database.dataDir }).ended;
    expect(unsaid).toMatchObject({ code: 2, output: expect.stringContaining('Usage') });
  });

  it('keeps what an embedded database held that is replaced', async () => {
    const refused = await run('--to embedded', { DATA_DIR: back.dataDir, DATABASE_URL: target.url ?? '' }).ended;
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`(it is kept in ${back.dataDir}/backups)`) });
    const replaced = await run('--to embedded --replace', { DATA_DIR: back.dataDir, DATABASE_URL: target.url ?? '' }).ended;
    expect(replaced).toMatchObject({ code: 0, output: expect.stringMatching(/is kept in .*before-move-/) });
  });

  it('broken off half-way it is refused by the server, and begins anew', async () => {
    const fresh = await openTestDatabase('server');
    await fresh.db.close();
    const half = run(`--to ${fresh.url}`, { DATA_DIR: server.database.dataDir });
    await half.printed(/\n {2}journey_map/);
    half.kill('SIGKILL');
    expect((await half.ended).code).toBeNull();
    const refused = await startServer({ DATA_DIR: back.dataDir, DATABASE_URL: fresh.url ?? '' }).ended;
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('broke off half-way') });
    const again = await run(`--to ${fresh.url}`, { DATA_DIR: server.database.dataDir }).ended;
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('it begins anew') });
    const db = await fresh.reopen();
    expect(await isUnfinished(db.pool)).toBe(false);
    expect(await dump(db)).toEqual(await dump(await server.database.reopen()));
    await server.database.db.close();
    await fresh.drop();
  });
});
