import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runResetPassword } from '@/lib/auth/resetPasswordCommand';
import { runToken } from '@/lib/auth/tokenCommand';
import { openDatabase } from '@/lib/data/openDatabase';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { captureOutput } from './captureOutput';

const commands = {
  'reset-password': (env: Record<string, string>) => runResetPassword(['--email', 'anna@example.org'], env),
  token: (env: Record<string, string>) => runToken(['--email', 'anna@example.org', '--scope', 'read'], env),
};

describe.each(Object.entries(commands))('npm run %s with the settings of nothing', (_name, run) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-nothing-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('says so and makes no database', async () => {
    const dataDir = path.join(folder, 'data');
    const { result, output } = await captureOutput(() => run({ DATA_DIR: dataDir }));
    expect({ result, output }).toEqual({
      result: 1,
      output: `The data directory ${dataDir} holds no database; set DATA_DIR or DATABASE_URL.\n`,
    });
    expect(existsSync(dataDir)).toBe(false);
    expect((await captureOutput(() => run({ DATA_DIR: folder }))).output).toContain('holds no database');
    expect(existsSync(path.join(folder, 'database'))).toBe(false);
  });
});

test.runIf((await listDatabaseKinds()).includes('server'))('an empty database of a server stays empty', async () => {
  const server = await openTestDatabase('server');
  const url = `${server.url}?schema=nothing`;
  for (const run of Object.values(commands)) {
    const { result, output } = await captureOutput(() => run({ DATA_DIR: server.dataDir, DATABASE_URL: url }));
    expect(result).toBe(1);
    expect(output).toMatch(/^The database of DATABASE_URL \(.*\) holds no installation; set DATABASE_URL\.\n$/);
  }
  const { rows } = await server.db.pool.query(`select to_regnamespace('nothing') as schema`);
  expect(rows).toEqual([{ schema: null }]);
  await server.drop();
});

// Only root can give a folder away, and only root is refused.
describe.runIf(process.getuid?.() === 0)('a data directory of another user', () => {
  let installation: TestDatabase;
  beforeAll(async () => {
    installation = await openTestDatabase('embedded');
    await installation.db.close();
    await chown(installation.dataDir, 65_534, 65_534);
  });
  afterAll(() => installation.drop());

  test('is left alone by root: its server could not open what root writes', async () => {
    const sentence = `The data directory ${installation.dataDir} belongs to another user (id 65534), whose server could not open what root writes there; run this command as that user.`;
    for (const options of [{ mustExist: true }, { asItIs: true }]) {
      const { dataDir } = installation;
      await expect(openDatabase({ env: { DATABASE_URL: undefined }, dataDir, ...options })).rejects.toThrow(sentence);
    }
  });
});
