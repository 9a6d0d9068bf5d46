import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyTestTemplate } from '@/tests/builders/database';
import { bundleProcess, type ServerProcess, startServerProcess } from './serverProcess';

describe('the server process', () => {
  let entry: string;
  let dataDir: string;
  const processes: ServerProcess[] = [];
  const start = (env: Record<string, string> = {}): ServerProcess => {
    const server = startServerProcess(entry, { DATA_DIR: dataDir, ...env });
    processes.push(server);
    return server;
  };

  beforeAll(async () => {
    entry = await bundleProcess(new URL('pagelessServer.ts', import.meta.url));
  });
  afterAll(() => rm(entry, { force: true }));
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wegmarke-server-'));
  });
  afterEach(async () => {
    for (const server of processes.splice(0)) {
      server.kill('SIGKILL');
      await server.ended;
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  test('prints where it is, where the data lies and how to begin, answers, and stops cleanly', async () => {
    const server = start();
    const [, address] = await server.printed(/Open\s+(http:\/\/localhost:\d+)\n/);
    await server.printed(new RegExp(`Data\\s+${dataDir}\\n`));
    const [, code] = await server.printed(/http:\/\/localhost:\d+\/setup\?code=(\S+)/);
    expect(code).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/);
    const answer = await fetch(`${address}/hello`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(await answer.json()).toEqual({ url: '/hello', address: '127.0.0.1' });
    const secret = join(dataDir, 'secret');
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    const before = await readFile(secret, 'utf8');
    expect(before.trim().length).toBeGreaterThanOrEqual(32);
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);

    // The lock is free again, the secret is the same, and without an account there is a fresh code.
    const again = start();
    const [, next] = await again.printed(/setup\?code=(\S+)/);
    expect(next).not.toBe(code);
    expect(await readFile(secret, 'utf8')).toBe(before);
    again.kill('SIGINT');
    expect((await again.ended).code).toBe(0);
  });

  test('a stop during the start is a stop, whatever the start then lacks', async () => {
    await copyTestTemplate(dataDir);
    const { code, output } = await start({ TEST_STOP_WHILE_STARTING: 'true' }).ended;
    expect(output).toMatch(/^\nStopping; .*\nStopped\.\n$/);
    expect(code).toBe(0);
  });

  test('keeps the announcement apart from a log for programs', async () => {
    await copyTestTemplate(dataDir);
    const server = start({ LOG_LEVEL: 'debug', LOG_FORMAT: 'json' });
    await server.printed(/is ready/);
    server.kill('SIGTERM');
    await server.ended;
    expect(server.standardOutput()).toContain('"msg":"stopping"');
    for (const line of server.standardOutput().trim().split('\n')) expect(() => JSON.parse(line), line).not.toThrow();
    const readable = start({ LOG_FORMAT: 'text' });
    await readable.printed(/is ready/);
    expect(readable.standardOutput()).toContain('Wegmarke is ready.');
  });

  test('logs a file of the pages that cannot be given', async () => {
    await copyTestTemplate(dataDir);
    const server = start({ LOG_FORMAT: 'json' });
    const [, address] = await server.printed(/Open\s+(http:\/\/localhost:\d+)\n/);
    const answer = await fetch(`${address}/_next/broken.js?v=1`);
    expect(answer.status).toBe(500);
    const [line] = await server.printed(/\{.*a file of the pages could not be given.*\}/);
    const requestId = answer.headers.get('X-Request-Id');
    expect(JSON.parse(line)).toMatchObject({ level: 50, path: '/_next/broken.js', status: 500, requestId });
  });

  test('says in one sentence which setting is wrong', async () => {
    const { code, output } = await start({ PORT: 'eighty' }).ended;
    expect({ code, output }).toEqual({ code: 1, output: 'The setting PORT "eighty" cannot be used: must be a number.\n' });
  });

  test('says in one sentence that the data directory cannot be used', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    const { code, output } = await start({ DATA_DIR: file }).ended;
    expect(code).toBe(1);
    expect(output).toBe(`The data directory ${file} cannot be used: it is no directory.\n`);
  });

  test('says in one sentence that the port is in use, and leaves the data directory free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    await copyTestTemplate(dataDir);
    const { code, output } = await start({ PORT: port }).ended;
    other.close();
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${port} is in use already; stop what uses it, or set PORT to another number.\n`,
    });
    const server = start();
    await server.printed(/is ready/);
  });

  test('refuses a data directory that another server has', async () => {
    await copyTestTemplate(dataDir);
    const first = start();
    await first.printed(/is ready/);
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^The data directory .* cannot be opened, because process \d+ is using it; .*\n$/);
    expect(output.split('\n')).toHaveLength(2);
  });

  test('takes the client’s address from a proxy only when told to trust it, and then only the last one', async () => {
    await copyTestTemplate(dataDir);
    const server = start({ TRUST_PROXY: 'true' });
    const [, address] = await server.printed(/Open\s+(http:\/\/localhost:\d+)\n/);
    const answer = await fetch(`${address}/`, { headers: { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9' } });
    expect(await answer.json()).toMatchObject({ address: '203.0.113.9' });
  });

  test('refuses what no page can answer before a page is asked', async () => {
    await copyTestTemplate(dataDir);
    const server = start();
    const [, address] = await server.printed(/Open\s+(http:\/\/localhost:\d+)\n/);
    expect((await fetch(`${address}/maps/%E0%A4%A`)).status).toBe(400);
    const posted = await fetch(`${address}/sign-in`, {
      method: 'POST',
      headers: { 'Next-Action': 'abc' },
      body: 'x'.repeat(100_000),
    });
    expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    const form = { method: 'POST', redirect: 'manual' as const, body: new URLSearchParams({ email: 'anna@example.org' }) };
    const early = await fetch(`${address}/sign-in?next=%2Fmaps`, form);
    expect([early.status, early.headers.get('Location')]).toEqual([303, '/sign-in?next=%2Fmaps']);
    expect((await fetch(`${address}//example.org`, form)).status).toBe(405);
    expect((await fetch(`${address}/api/maps`, { method: 'POST', body: '{}' })).status).toBe(200);
    expect((await fetch(`${address}/sign-in?next=%E0%A4%A`)).status).toBe(200);
  });

  test('refuses upgrades of other paths and unreadable ones without harm', async () => {
    await copyTestTemplate(dataDir);
    const server = start();
    const [, port] = await server.printed(/Open\s+http:\/\/localhost:(\d+)\n/);
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    const { request } = await import('node:http');
    const statusOf = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const call = request({ host: '127.0.0.1', port, path, headers: { ...upgrade, 'Sec-WebSocket-Key': 'nonsense' } });
        call.on('response', (response) => resolve(response.resume().statusCode));
        call.on('error', reject);
        call.end();
      });
    expect(await statusOf('/elsewhere')).toBe(404);
    expect(await statusOf('/sync/%00')).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });
});
