import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findResetByToken } from '@/lib/auth/passwords';
import { askControl } from '@/lib/server/askControl';
import { type Control, startControl } from '@/lib/server/control';
import { findControlAddress } from '@/lib/server/controlAddress';
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
  folder = await mkdtemp(path.resolve('node_modules/.cache/reset-command-'));
  command = path.join(folder, 'reset-password.mjs');
  await build({
    entryPoints: ['lib/auth/resetPasswordCommand.ts'],
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
function run(args: string[], dataDir: string): Promise<{ code: number; out: string; err: string }> {
  const script = `import(${JSON.stringify(command)}).then(({ runResetPassword }) => runResetPassword(${JSON.stringify(args)}, process.env)).then((code) => process.exit(code))`;
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    DATABASE_URL: server.database.url,
    PUBLIC_URL: 'https://maps.example.org',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}

const tokenIn = (text: string) => /\/reset\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe('npm run reset-password', () => {
  test('asks the running server, through a socket that only its user can reach', async () => {
    const { dataDir } = server.database;
    const control = await startControl(server.running, dataDir);
    try {
      const address = (await findControlAddress(dataDir)) ?? '';
      expect((await stat(address)).mode & 0o777).toBe(0o600);
      expect((await stat(path.join(dataDir, 'control.json'))).mode & 0o777).toBe(0o600);
      const result = await run(['--email', ana.email.toUpperCase()], dataDir);
      expect(result).toMatchObject({ code: 0, err: '' });
      expect(result.out).toContain('http://192.168.1.20:3000/reset/');
      expect(await findResetByToken(server.running, tokenIn(result.out))).toMatchObject({ email: ana.email });
      expect(await run(['--email', 'nobody@example.org'], dataDir)).toMatchObject({
        code: 1,
        err: expect.stringContaining('No account'),
      });
    } finally {
      await control.close();
    }
    expect(await findControlAddress(dataDir)).toBeNull();
  });

  test('removes the link to the company’s sign-in with --unlink, and makes no link for a password', async () => {
    const { dataDir } = server.database;
    const { prisma } = server.running.database;
    const { userId } = ana.actor;
    await prisma.userIdentity.create({ data: { id: 'identity1', userId, issuer: 'https://login.example.org', subject: 'ana' } });
    const before = await prisma.passwordReset.count();
    const control = await startControl(server.running, dataDir);
    try {
      const first = await run(['--email', ana.email, '--unlink'], dataDir);
      expect(first).toMatchObject({ code: 0, err: '', out: expect.stringContaining('is removed') });
      expect((await run(['--email', ana.email, '--unlink'], dataDir)).out).toContain('linked to no sign-in');
    } finally {
      await control.close();
    }
    expect(await prisma.userIdentity.count({ where: { userId } })).toBe(0);
    expect(await prisma.passwordReset.count()).toBe(before);
    expect(await prisma.auditEntry.count({ where: { action: 'identity.unlinked', actorId: 'system' } })).toBe(1);
  });

  test('says that passwords are switched off where they are', async () => {
    const { dataDir } = server.database;
    const env = { ...server.running.env, PASSWORD_SIGN_IN: false };
    const control = await startControl({ ...server.running, env }, dataDir);
    try {
      const result = await run(['--email', ana.email], dataDir);
      expect(result).toMatchObject({ code: 1, out: '', err: expect.stringContaining('PASSWORD_SIGN_IN=false') });
    } finally {
      await control.close();
    }
  });

  test('says how it is used, and what is no address', async () => {
    expect(await run([], 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
    expect(await run(['--email', 'ana'], 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('"ana"') });
    expect(await run(['--mail', 'a@b.de'], 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
  });

  test('opens the database itself when no server runs, also after one was killed', async () => {
    const { dataDir } = server.database;
    // What a killed server leaves behind: the file, and a socket on which nobody listens.
    const killed = await startControl(server.running, dataDir);
    const address = (await findControlAddress(dataDir)) ?? '';
    await killed.close();
    await writeFile(path.join(dataDir, 'control.json'), JSON.stringify({ address }));
    await server.database.db.close();
    const result = await run(['--email', ana.email], dataDir);
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toContain('The server is not running');
    expect(result.out).toContain('https://maps.example.org/reset/');
    const database = await server.database.reopen();
    server.running.database = database;
    expect(await findResetByToken({ ...server.running, database }, tokenIn(result.out))).toMatchObject({ email: ana.email });
  });
});

describe('the control socket', () => {
  let control: Control;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), `wegmarke-${'long-name-'.repeat(9)}`));
    control = await startControl(server.running, dataDir);
  });
  afterAll(async () => {
    await control.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('lies elsewhere when the data directory’s path is too long for one', async () => {
    const address = (await findControlAddress(dataDir)) ?? '';
    expect(address.startsWith(dataDir)).toBe(false);
    expect((await stat(path.dirname(address))).mode & 0o777).toBe(0o700);
    expect(await askControl(dataDir, { command: 'resetPassword', email: 'nobody@example.org' })).toEqual({ problem: 'notFound' });
  });

  test('answers nonsense, and outlives a line that never ends', async () => {
    const address = (await findControlAddress(dataDir)) ?? '';
    const say = (text: string) =>
      new Promise<string>((resolve) => {
        let heard = '';
        const socket = net.connect(address, () => socket.write(text));
        socket.on('data', (chunk) => {
          heard += String(chunk);
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve(heard));
      });
    expect(JSON.parse(await say('{"command":"format"}\n'))).toEqual({ problem: 'invalid' });
    expect(JSON.parse(await say('nonsense\n'))).toEqual({ problem: 'invalid' });
    expect(await say('x'.repeat(100_000))).toBe('');
    expect(await askControl(dataDir, { command: 'resetPassword', email: 'nobody@example.org' })).toEqual({ problem: 'notFound' });
  });
});
