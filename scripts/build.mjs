// Builds everything that `npm start` runs: the database client, Next's pages, and the server with its workers (build/).
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { run, runPackage, withProgress } from './lib/run.mjs';
import { hashSources, root } from './lib/sources.mjs';

const stampFile = `${root}/build/stamp`;

/** The bundles of the server process; the workers are files of their own because threads start from files. */
const entries = {
  server: 'server.ts',
  'database-worker': 'lib/data/embedded/worker.ts',
  'export-worker': 'lib/export/worker.ts',
  'picture-worker': 'lib/pictures/worker.ts',
  'reading-worker': 'lib/sources/reading/worker.ts',
  'reset-password': 'lib/auth/resetPasswordCommand.ts',
  token: 'lib/auth/tokenCommand.ts',
  backup: 'lib/backup/backupCommand.ts',
  restore: 'lib/backup/restoreCommand.ts',
  'move-database': 'lib/data/move/moveDatabaseCommand.ts',
};

/** Programs for browsers that are no part of a page: the service worker, and what takes it away again. */
const browserEntries = { 'offline-worker': 'lib/offline/worker.ts', 'offline-farewell': 'lib/offline/farewell.ts' };

/** Whether build/ and .next/ were made from exactly these sources. */
export function isBuilt() {
  return (
    existsSync(stampFile) && existsSync(`${root}/.next/BUILD_ID`) && readFileSync(stampFile, 'utf8').trim() === hashSources()
  );
}

/** Bundles server and workers into build/ (well under a second). A stamp of other sources ends with it: what it vouches for is gone. */
export async function buildServer({ sourcemap = true } = {}) {
  if (!isBuilt()) rmSync(stampFile, { force: true });
  mkdirSync(`${root}/build`, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(`${root}/${file}`))),
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: sourcemap ? 'linked' : false,
    logLevel: 'warning',
  });
  await build({
    absWorkingDir: root,
    entryPoints: browserEntries,
    outdir: 'build',
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'warning',
  });
}

/** Generates the database client when it is missing or older than the schema. */
export async function generateClient() {
  const code = await run(process.execPath, ['scripts/generate-client.mjs']);
  if (code !== 0) throw new Error('The database client could not be generated (prisma generate).');
}

export async function buildAll() {
  const hash = hashSources();
  rmSync(stampFile, { force: true });
  await withProgress('Generating the database client', generateClient);
  await withProgress('Building the pages (about a minute, once)', async () => {
    const code = await runPackage('next/dist/bin/next', ['build'], {
      env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', BUILD_ID: hash.slice(0, 12) },
      quiet: !process.env.CI,
    });
    if (code !== 0) throw new Error('next build failed.');
  });
  await withProgress('Building the server', () => buildServer());
  writeFileSync(stampFile, `${hash}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
