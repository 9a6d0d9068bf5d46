import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findActorOfToken } from '@/lib/auth/accessTokens';
import { listAudit } from '@/lib/data/audit';
import { type Control, startControl } from '@/lib/server/control';
import { addPerson, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let ana: Person;
let command: string;
let folder: string;

beforeAll(async () => {
  server = await startTestRuntime();
  ana = await addPerson(server.running, 'Ana');
  // Bundled as `npm run build` does it, and within the project, where its packages are found.
  folder = await mkdtemp(path.resolve('node_modules/.cache/token-command-'));
  command = path.join(folder, 'token.mjs');
  await build({
    entryPoints: ['lib/auth/tokenCommand.ts'],
    outfile: command,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await server.stop();
});

/** Runs the command as a process of its own. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const script = `import(${JSON.stringify(command)}).then(({ runToken }) => runToken(${JSON.stringify(args)}, process.env)).then((code) => process.exit(code))`;
  const { dataDir, url } = server.database;
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}

const actorOf = (token: string) => findActorOfToken(server.running, new Headers({ Authorization: `Bearer ${token.trim()}` }));
const make = (...args: string[]) => run('--email', ana.email, '--scope', 'write', ...args);
const idIn = (err: string) => /--revoke (\S+)/.exec(err)?.[1] ?? '';

describe('npm run token, while the server runs', () => {
  let control: Control;
  beforeAll(async () => {
    control = await startControl(server.running, server.database.dataDir);
  });
  afterAll(() => control.close());

  test('writes the token alone to the standard output, and the words to the standard error', async () => {
    const { code, out, err } = await make('--name', 'Nightly export', '--days', '30');
    expect(code).toBe(0);
    expect(out).toMatch(/^wgm_[\w-]{43}\n$/);
    expect(err).toMatch(/reads and writes, until \d{4}-\d\d-\d\d/);
    expect(err).not.toContain(out.trim());
    expect(await actorOf(out)).toMatchObject({ userId: ana.actor.userId, token: { scope: 'write' } });
    const entry = (await listAudit(server.running.database, { workspaceId: null })).find(
      ({ action }) => action === 'token.created',
    );
    expect(entry).toMatchObject({ actorId: 'system', detail: { userId: ana.actor.userId } });
  });

  test('lists tokens without showing one, and ends one, at which its connections close', async () => {
    const { out: token, err } = await make('--name', 'Ticket system', '--days', 'never');
    const id = idIn(err);
    const list = await run('--email', ana.email, '--list');
    expect(list).toMatchObject({ code: 0, err: '' });
    const line = list.out.split('\n').find((text) => text.startsWith(id)) ?? '';
    expect(line).toMatch(/ write {2}wgm_….{4} {2}\d{4}-\d\d-\d\d {2}never {7}revoked {6}Ticket system$/);
    expect(line).toContain(token.trim().slice(-4));
    expect(list.out).not.toContain(token.trim());

    expect(await run('--revoke', id)).toEqual({ code: 0, out: '', err: 'The token is revoked.\n' });
    expect(await actorOf(token)).toBeNull();
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: id }));
    expect(await run('--revoke', id)).toMatchObject({ code: 1, err: expect.stringContaining('no such token') });
  });

  test('says what is wrong, and makes nothing', async () => {
    const nobody = await run('--email', 'nobody@example.org', '--scope', 'read');
    expect(nobody).toMatchObject({ code: 1, out: '', err: expect.stringContaining('No account has this e-mail address') });
    expect(await run('--email', ana.email, '--scope', 'admin')).toMatchObject({
      ...{ code: 2, out: '', err: expect.stringMatching(/"admin" is no scope[\s\S]*Usage:/) },
    });
    expect(await run('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Usage:') });
    expect(await run('--email', 'nobody@example.org', '--list')).toMatchObject({ code: 1, out: '' });
  });

  test('answers with a hundred tokens of long names, and makes no more than that', async () => {
    const long = 'ä'.repeat(100);
    const { prisma } = server.running.database;
    const standing = await prisma.accessToken.count({ where: { userId: ana.actor.userId, revokedAt: null } });
    const rows = Array.from({ length: 100 - standing }, (_, index) => ({
      ...{ id: `full-${index}`, userId: ana.actor.userId, name: long, scope: 'read' },
      ...{ tokenHash: `hash-${index}`, hint: 'abcd', expiresAt: null },
    }));
    await prisma.accessToken.createMany({ data: rows });
    const list = await run('--email', ana.email, '--list');
    expect(list.out.trim().split('\n')).toHaveLength(101);
    expect(await make()).toMatchObject({ code: 1, out: '', err: expect.stringContaining('revoke one') });
    await prisma.accessToken.deleteMany({ where: { id: { startsWith: 'full-' } } });
  });
});

test('npm run token opens the database itself when no server runs', async () => {
  await server.database.db.close();
  const { code, out, err } = await make();
  server.running.database = await server.database.reopen();
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('reads and writes') });
  expect(await actorOf(out)).toMatchObject({ userId: ana.actor.userId, token: { id: idIn(err), scope: 'write' } });
});
