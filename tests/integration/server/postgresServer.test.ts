import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseServerAddress } from '@/lib/data/server/serverAddress';
import { lockServer } from '@/lib/data/server/serverLock';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { serverUrl } from '@/tests/builders/postgresServer';
import { addScene, type RoomServer } from '@/tests/builders/roomServer';
import { testSecret } from '@/tests/builders/testRuntime';
import { Editor, freePort } from '../sync/acknowledgedEditor';
import { bundleProcess, type ServerProcess, startServerProcess } from './serverProcess';

const endSessionsOf = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like $2';
const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 20 });

describe.runIf((await listDatabaseKinds()).includes('server'))('the server process on PostgreSQL', () => {
  let entry: string;
  let database: TestDatabase;
  /** Another session, as an administrator has it. */
  let admin: pg.Client;
  const processes: ServerProcess[] = [];
  const start = (env: Record<string, string> = {}): ServerProcess => {
    const settings = { DATA_DIR: database.dataDir, DATABASE_URL: database.url ?? '', NEXTAUTH_SECRET: testSecret };
    const server = startServerProcess(entry, { ...settings, ...env });
    processes.push(server);
    return server;
  };
  const name = (): string => new URL(database.url ?? '').pathname.slice(1);
  const endSessions = (like: string) => admin.query(endSessionsOf, [name(), like]);

  beforeAll(async () => {
    entry = await bundleProcess(new URL('pagelessServer.ts', import.meta.url));
    admin = new pg.Client({ connectionString: serverUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await rm(entry, { force: true });
  });
  beforeEach(async () => {
    database = await openTestDatabase('server');
  });
  afterEach(async () => {
    for (const server of processes.splice(0)) {
      server.kill('SIGKILL');
      await server.ended;
    }
    await database.drop();
  });

  test('starts, names the place without user and password, and stops cleanly', async () => {
    const address = new URL(database.url ?? '');
    address.password = 'hush-hush';
    const server = start({ DATABASE_URL: address.href });
    await server.printed(new RegExp(`Data\\s+PostgreSQL at [^@]*/${name()}`));
    server.kill('SIGTERM');
    const { code, output } = await server.ended;
    expect(code).toBe(0);
    expect(output).not.toContain('hush');
  });

  test('refuses a database that another server has, naming it, and takes it when that one is gone', async () => {
    const first = start();
    await first.printed(/is ready/);
    const refused = await start().ended;
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      new RegExp(
        `^The database of DATABASE_URL \\(.*${name()}\\) is in use by another wegmarke server, process ${first.pid} on .*; stop that one, or name another database\\.\\n$`,
      ),
    );
    first.kill('SIGKILL');
    await first.ended;
    await start().printed(/is ready/);
  });

  test('takes its place again when the database ends its session, and ends itself when another server was quicker', async () => {
    const first = start();
    await first.printed(/is ready/);
    const holders = async (): Promise<number> => {
      const { rows } = await admin.query(
        `select 1 from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and l.granted and d.datname = $1`,
        [name()],
      );
      return rows.length;
    };
    expect(await holders()).toBe(1);
    await endSessions('wegmarke server%');
    await until(async () => expect(await holders()).toBe(1));
    // Whoever takes the lock before the server comes back has the database.
    const address = parseServerAddress(database.url ?? '');
    const waiting = lockServer(address, { onLost: () => undefined, patienceMs: 20_000 });
    let isTaken = false;
    void waiting.then(() => {
      isTaken = true;
    });
    await until(async () => {
      if (!isTaken) await admin.query(endSessionsOf, [name(), `wegmarke server, process ${first.pid} %`]);
      expect(isTaken).toBe(true);
    });
    const { code, output } = await first.ended;
    expect(code).toBe(1);
    expect(output).toMatch(/is in use by another wegmarke server, process \d+ on .*has lost the database/s);
    await (await waiting).release();
  });

  test('keeps every edit when the database ends all sessions and takes none for a while', { timeout: 120_000 }, async () => {
    const scene = await addScene({ running: { database: database.db, secret: testSecret } } as unknown as RoomServer);
    await database.db.close();
    const port = await freePort();
    const server = start({ PORT: String(port), LOG_LEVEL: 'error' });
    await server.printed(/is ready/);
    const editors = ['a', 'b', 'c'].map((id) => new Editor(id, port, scene.mapId, scene.owner.cookie));
    for (const editor of editors) editor.provider.connect();
    const acknowledged = (): number => editors.reduce((sum, editor) => sum + editor.acknowledged.size, 0);
    const typing = setInterval(() => {
      for (const editor of editors) editor.edit();
    }, 5);
    for (let round = 0; round < 3; round++) {
      const before = acknowledged();
      await until(() => expect(acknowledged()).toBeGreaterThan(before + 30));
      // Counted first: they may be told while we still wait for the administrator's answer.
      const failures = editors.map((editor) => editor.toldNotSaved);
      await admin.query(`alter database "${name()}" allow_connections false`);
      await endSessions('%');
      await until(() => expect(editors.every((editor, index) => editor.toldNotSaved > (failures[index] ?? 0))).toBe(true));
      await admin.query(`alter database "${name()}" allow_connections true`);
    }
    clearInterval(typing);
    const all = editors.reduce((sum, { edits }) => sum + edits, 0);
    await until(() => expect(acknowledged()).toBe(all));
    // From the disk, not from memory.
    for (const editor of editors) editor.provider.disconnect();
    server.kill('SIGKILL');
    await server.ended;
    await start({ PORT: String(port), LOG_LEVEL: 'error' }).printed(/is ready/);
    const witness = new Editor('witness', port, scene.mapId, scene.owner.cookie);
    witness.provider.connect();
    await until(() => expect(witness.doc.getMap('edits').size).toBe(all));
    for (const editor of [witness, ...editors]) editor.provider.destroy();
  });

  describe('says in one sentence why it cannot start', () => {
    const outputWith = async (change: (address: URL) => void): Promise<string> => {
      const address = new URL(database.url ?? '');
      address.password = 'hush-hush';
      change(address);
      const { code, output } = await start({ DATABASE_URL: address.href }).ended;
      expect(code).toBe(1);
      expect(output.trimEnd().split('\n')).toHaveLength(1);
      expect(output).not.toContain('hush');
      return output;
    };

    test('nothing answers there, or there is no such machine or database', async () => {
      expect(
        await outputWith((address) => {
          address.port = '1';
        }),
      ).toContain('nothing answers at this address and port.');
      expect(
        await outputWith((address) => {
          address.hostname = 'nowhere.invalid';
        }),
      ).toMatch(/no machine has this name|looked up/);
      expect(
        await outputWith((address) => {
          address.pathname = '/wegmarke_absent';
        }),
      ).toContain('does not exist.');
      expect(await outputWith((address) => address.searchParams.set('schema', 'a"b'))).toContain('is not a plain name.');
    });

    test('a wrong password', async () => {
      // A server that trusts everybody accepts any: this one refuses in PostgreSQL's words.
      const fields = 'SFATAL\0C28P01\0Mpassword authentication failed for user "maps"\0\0';
      const refusal = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(fields)]);
      refusal.writeInt32BE(refusal.length - 1, 1);
      const guard = createServer((socket) => socket.once('data', () => socket.end(refusal))).listen(0, '127.0.0.1');
      await once(guard, 'listening');
      const { port } = guard.address() as { port: number };
      const output = await outputWith((address) => {
        address.hostname = '127.0.0.1';
        address.port = String(port);
      });
      guard.close();
      expect(output).toContain('it does not accept this user name and password.');
    });

    test('it can only be read', async () => {
      await admin.query(`alter database "${name()}" set default_transaction_read_only = on`);
      expect(await outputWith(() => undefined)).toContain('it can only be read;');
    });

    test('it has another encoding', async () => {
      await admin.query(`create database "${name()}_ascii" template template0 encoding 'SQL_ASCII' locale 'C'`);
      const output = await outputWith((address) => {
        address.pathname += '_ascii';
      });
      await admin.query(`drop database "${name()}_ascii"`);
      expect(output).toContain('its encoding is SQL_ASCII, and UTF8 is needed');
    });

    test('its user may not make tables', async () => {
      const role = `${name()}_reader`;
      await admin.query(`create role "${role}" login`);
      await database.db.pool.query(`revoke create on schema public from public`);
      const output = await outputWith((address) => {
        address.username = role;
      });
      await admin.query(`drop role "${role}"`);
      expect(output).toContain(`the user "${role}" may not make tables in its schema "public"`);
    });

    test('it was last used by a newer version', async () => {
      await database.db.pool.query(
        `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '99990101000000_later', now())`,
      );
      expect(await outputWith(() => undefined)).toContain('was last used by a newer version of the program');
    });
  });
});
