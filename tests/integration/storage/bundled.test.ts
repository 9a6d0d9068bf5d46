import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/tests/builders/database';

const run = promisify(execFile);

describe('the embedded database in a built server', () => {
  // Within the project, where a build lies too: packages and migrations are found from there.
  const folder = path.resolve('node_modules/.cache/wegmarke/tests', `built-${process.pid}`);
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
    await test.db.close();
    await mkdir(folder, { recursive: true });
    await build({
      entryPoints: { server: 'tests/integration/storage/openAndCount.ts', 'database-worker': 'lib/data/embedded/worker.ts' },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
    });
  });
  afterAll(async () => {
    await test.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('runs the worker beside the server and finds its migrations, wherever it is started, and ends when closed', async () => {
    expect((await readdir(folder)).sort()).toEqual(['database-worker.mjs', 'server.mjs']);
    const { stdout } = await run(process.execPath, [path.join(folder, 'server.mjs'), test.dataDir], {
      cwd: os.tmpdir(),
      timeout: 30_000,
    });
    expect(stdout).toBe('0 workspaces\n');
  });
});
