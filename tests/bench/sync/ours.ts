import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { serialize } from 'node:v8';
import { newId } from '@/lib/map/id';
import { copyTestTemplate, type DatabaseKind, onServer } from '../../builders/database';
import { serverUrl } from '../../builders/postgresServer';
import { claims } from '../../builders/syncClient';
import { testSecret } from '../../builders/testRuntime';
import { freePort } from '../../e2e/support/server';
import { bundleProcess } from '../../integration/server/serverProcess';
import type { Candidate, RunningServer, StoredMap } from './candidate';
import { runServer } from './runServer';
import { ourWire } from './wire';

/** Limits that would keep a single machine from playing a thousand people; everything else is as it comes. */
const settings = { MAX_CONNECTIONS_PER_ADDRESS: '100000', BACKUP_HOURS: '0', LOG_LEVEL: 'warn' };

type Bundles = { server: string; storeMaps: string; evidence: string };
let bundles: Promise<Bundles> | null = null;

function requireBundles(): Promise<Bundles> {
  bundles ??= (async () => ({
    server: await bundleProcess(new URL('../../integration/server/pagelessServer.ts', import.meta.url)),
    storeMaps: await bundleProcess(new URL('./storeMaps.ts', import.meta.url)),
    evidence: await bundleProcess(new URL('../evidence/importServer.ts', import.meta.url)),
  }))();
  return bundles;
}

/** Removes what was bundled. */
export async function removeBundles(): Promise<void> {
  for (const file of Object.values((await bundles) ?? {})) rmSync(file, { force: true });
}

/** A fresh database on the disk that tests use for what is to last: others may be memory, and a commit there waits for nothing. */
async function makeDatabase(kind: DatabaseKind) {
  const dataDir = mkdtempSync(join(tmpdir(), 'wegmarke-bench-'));
  const address = new URL(serverUrl);
  const name = `wegmarke_bench_${newId().toLowerCase()}`;
  address.pathname = `/${name}`;
  if (kind === 'server') await onServer(`create database "${name}"`);
  else await copyTestTemplate(dataDir);
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: kind === 'server' ? address.href : '' },
    async drop() {
      rmSync(dataDir, { recursive: true, force: true });
      if (kind === 'server') await onServer(`drop database if exists "${name}" with (force)`);
    },
  };
}

type Stored = { maps: string[]; cookies: string[] };

async function storeMaps(env: Record<string, string>, maps: readonly StoredMap[]): Promise<Stored> {
  const { storeMaps: file } = await requireBundles();
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(serialize(maps));
  return (await json(child.stdout)) as Stored;
}

async function start(
  kind: DatabaseKind,
  given: readonly StoredMap[],
  program: 'server' | 'evidence' = 'server',
): Promise<RunningServer> {
  const { [program]: file } = await requireBundles();
  const database = await makeDatabase(kind);
  const { maps, cookies } = await storeMaps(database.env, given);
  const port = String(await freePort());
  const query = new URLSearchParams({ ...claims, confirm: '1' }).toString();
  const env = { ...settings, ...database.env, PORT: port, NEXTAUTH_SECRET: testSecret };
  const about = {
    ...{ maps, wire: ourWire },
    address: (map: string) => `ws://127.0.0.1:${port}/sync/${map}?${query}`,
    headersOf: (person: number) => ({ Cookie: cookies[person % cookies.length] ?? '', Origin: `http://127.0.0.1:${port}` }),
  };
  return runServer({ file, env, ready: /is ready/ }, about, () => database.drop());
}

/** The real server without its pages, on the embedded database. */
export const embedded: Candidate = { name: 'embedded', durability: 'on disk', start: (maps) => start('embedded', maps) };

/** The same on a PostgreSQL server, whose processes the operating system puts on either core. */
export const onPostgres: Candidate = { name: 'PostgreSQL', durability: 'on disk', start: (maps) => start('server', maps) };

/** The same, which takes files of answers in, too. */
export const onEvidenceServer = (kind: DatabaseKind): Candidate => ({
  ...(kind === 'embedded' ? embedded : onPostgres),
  start: (maps) => start(kind, maps, 'evidence'),
});
