import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyTestTemplate } from '@/tests/builders/database';
import { bundleProcess, type ServerProcess, startServerProcess } from './serverProcess';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
if (!hasPromtool) console.warn('promtool is not installed (Debian: prometheus): the form of /metrics is not checked by it.');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('what machines ask the server', () => {
  let entry: string;
  let dataDir: string;
  const processes: ServerProcess[] = [];
  const start = (env: Record<string, string> = {}): ServerProcess => {
    const server = startServerProcess(entry, { DATA_DIR: dataDir, LOG_LEVEL: 'trace', ...env });
    processes.push(server);
    return server;
  };
  const addressOf = async (server: ServerProcess): Promise<string> =>
    (await server.printed(/Open\s+(http:\/\/localhost:\d+)\n/))[1] ?? '';

  beforeAll(async () => {
    entry = await bundleProcess(new URL('pagelessServer.ts', import.meta.url));
  });
  afterAll(() => rm(entry, { force: true }));
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wegmarke-probes-'));
    await copyTestTemplate(dataDir);
  });
  afterEach(async () => {
    for (const server of processes.splice(0)) {
      server.kill('SIGKILL');
      await server.ended;
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  test('alive, ready with one line for each check, and nothing else to strangers', async () => {
    const address = await addressOf(start());
    const alive = await fetch(`${address}/healthz`);
    expect([alive.status, await alive.json()]).toEqual([200, { status: 'alive' }]);
    for (const path of ['/readyz', '/api/health']) {
      const ready = await fetch(address + path);
      const text = await ready.text();
      expect(ready.status).toBe(200);
      expect(JSON.parse(text)).toEqual({
        status: 'ready',
        checks: { database: 'ok', migrations: 'ok', saving: 'ok', exports: 'ok' },
      });
      expect(text).toContain('\n    "database": "ok",\n');
    }
    expect((await fetch(`${address}/healthz`, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(`${address}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(404);
  });

  test('says "starting" until everything is open, and lets nobody in before', async () => {
    const port = await freePort();
    const go = join(dataDir, 'go');
    const server = start({ PORT: String(port), TEST_START_WHEN: go });
    const address = `http://127.0.0.1:${port}`;
    await expect
      .poll(
        () =>
          fetch(`${address}/healthz`)
            .then(({ status }) => status)
            .catch(() => 0),
        { timeout: 30_000 },
      )
      .toBe(200);
    const early = await fetch(`${address}/readyz`);
    expect([early.status, await early.json()]).toEqual([503, { status: 'starting', checks: {} }]);
    const page = await fetch(`${address}/maps/abc`);
    expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await page.text()).toContain('Wegmarke is starting.');
    await writeFile(go, '');
    await addressOf(server);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${address}/maps/abc`)).status).toBe(200);
  });

  test('a stopping server says so, lets nobody new in, and finishes what it has begun', async () => {
    const server = start();
    const address = await addressOf(server);
    const slow = request(`${address}/api/slow`, { method: 'POST' });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      slow.on('response', (response) => resolve(response.resume().statusCode));
      slow.on('error', reject);
    });
    slow.write('first half');
    // The server has it when it answers another one that came later.
    await fetch(`${address}/healthz`);
    server.kill('SIGTERM');
    await expect.poll(async () => (await fetch(`${address}/readyz`)).json()).toMatchObject({ status: 'stopping' });
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    const page = await fetch(`${address}/maps/abc`);
    expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '5']);
    slow.end('second half');
    expect(await answered).toBe(200);
    expect((await server.ended).code).toBe(0);
  });

  test('metrics have the form that Prometheus wants, and count by route, not by path', async () => {
    const address = await addressOf(start());
    await fetch(`${address}/maps/secret-map-id`);
    await fetch(`${address}/join/secret-token`);
    await fetch(`${address}/maps/secret-map-id`, { method: 'PURGE' });
    const text = async (): Promise<string> => (await fetch(`${address}/metrics`)).text();
    await expect.poll(text).toContain('wegmarke_http_requests_total{method="other",route="/maps/[mapId]",status="405"} 1');
    const metrics = await text();
    expect(metrics).toContain('wegmarke_http_requests_total{method="GET",route="/maps/[mapId]",status="200"} 1');
    expect(metrics).toContain('wegmarke_http_requests_total{method="GET",route="other",status="200"} 1');
    expect(metrics).toMatch(/^wegmarke_build_info\{version="\d+\.\d+\.\d+",node="[\d.]+"\} 1$/m);
    expect(metrics).toMatch(/^wegmarke_ready 1$/m);
    expect(metrics).toMatch(/^wegmarke_storage_bytes\{part="database"\} [1-9]\d{6,}$/m);
    expect(metrics).toMatch(/^wegmarke_storage_bytes\{part="write_ahead_log"\} [1-9]\d{6,}$/m);
    expect(metrics).toMatch(/^wegmarke_database_sessions\{state="idle"\} [01]$/m);
    expect(metrics).toMatch(/^wegmarke_backup_interval_seconds 86400$/m);
    expect(metrics).not.toContain('secret');
    if (!hasPromtool) return;
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: metrics, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('the documentation and the alert rules name figures that there are, and all of them', async () => {
    const address = await addressOf(start());
    const metrics = await (await fetch(`${address}/metrics`)).text();
    const known = new Set([...metrics.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
    const rules = await readFile('docs/operations/alerts.yml', 'utf8');
    const used = [...rules.matchAll(/\b(?:wegmarke|nodejs)_[a-z0-9_]+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    expect(used.filter((name) => !known.has(name))).toEqual([]);

    const table = /\| figure \(`wegmarke_…`\)[\s\S]*?\n\n/.exec(await readFile('docs/operations.md', 'utf8'))?.[0] ?? '';
    const cells = table
      .split('\n')
      .slice(2)
      .map((line) => line.split('|')[1] ?? '');
    const documented = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => `wegmarke_${name}`));
    expect(documented.sort()).toEqual([...known].filter((name) => name?.startsWith('wegmarke_')).sort());

    if (!hasPromtool) return;
    const { status, stderr } = spawnSync('promtool', ['check', 'rules', 'docs/operations/alerts.yml'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('a token opens the metrics to whoever has it, and to nobody else', async () => {
    const token = 'a-token-of-some-length';
    const address = await addressOf(start({ METRICS_TOKEN: token, TRUST_PROXY: 'true' }));
    const ask = (headers: Record<string, string>) => fetch(`${address}/metrics`, { headers }).then(({ status }) => status);
    expect(await ask({})).toBe(404);
    expect(await ask({ Authorization: 'Bearer a-token-of-some-lengtH' })).toBe(404);
    expect(await ask({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': '203.0.113.9' })).toBe(200);
  });

  test('gives each request an id, a trusted proxy’s if it has one', async () => {
    const address = await addressOf(start({ TRUST_PROXY: 'true' }));
    expect((await fetch(`${address}/maps/a`)).headers.get('X-Request-Id')).toMatch(/^[\w-]{12}$/);
    const asked = await fetch(`${address}/maps/a`, { headers: { 'X-Request-Id': 'proxy-4711' } });
    expect(asked.headers.get('X-Request-Id')).toBe('proxy-4711');
  });
});
