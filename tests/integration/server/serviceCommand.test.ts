import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const canTry = process.getuid?.() === 0 && spawnSync('runuser', ['-u', 'nobody', '--', 'true']).status === 0;

// Only root can become another user.
describe.runIf(canTry)('the documented command of a service (docs/operations/wegmarke.sh)', () => {
  let folder: string;
  let script: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wegmarke-service-'));
    await chmod(folder, 0o755);
    await mkdir(path.join(folder, 'scripts'));
    await writeFile(
      path.join(folder, 'scripts', 'show.mjs'),
      'const { env, argv } = process; console.log(JSON.stringify({ env, args: argv.slice(2), uid: process.getuid(), mask: process.umask() }));',
    );
    const values: [string, string][] = [
      ['runuser -u wegmarke', 'runuser -u nobody'],
      ['/etc/wegmarke.env', `${folder}/env`],
      ['/opt/wegmarke/', `${folder}/`],
      ['/usr/bin/node', process.execPath],
    ];
    let text = await readFile('docs/operations/wegmarke.sh', 'utf8');
    for (const [documented, ours] of values) {
      expect(text).toContain(documented);
      text = text.replaceAll(documented, ours);
    }
    script = path.join(folder, 'wegmarke');
    await writeFile(script, text, { mode: 0o755 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function show(settings: string, ...args: string[]) {
    await writeFile(path.join(folder, 'env'), settings);
    const env = { PATH: process.env.PATH, DATABASE_URL: 'of root' } as unknown as NodeJS.ProcessEnv;
    const { status, stdout, stderr } = spawnSync(script, ['show', ...args], { cwd: folder, env, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout);
  }

  test('runs with the service’s user and settings, and with none of root’s', async () => {
    const shown = await show('# OIDC_NAME=x\nOIDC_NAME=Single Sign-On\nBACKUP_DIR=/srv/back ups\n', '--email', 'a b');
    expect(shown).toMatchObject({ uid: 65_534, mask: 0o077, args: ['--email', 'a b'] });
    const { OIDC_NAME, BACKUP_DIR, DATA_DIR, INIT_CWD, DATABASE_URL } = shown.env;
    expect({ OIDC_NAME, BACKUP_DIR, DATA_DIR, INIT_CWD, DATABASE_URL }).toEqual({
      OIDC_NAME: 'Single Sign-On',
      BACKUP_DIR: '/srv/back ups',
      DATA_DIR: '/var/lib/wegmarke',
      INIT_CWD: folder,
    });
  });

  test('takes the data directory of the file, as the service does', async () => {
    expect((await show('DATA_DIR=/srv/maps\n')).env.DATA_DIR).toBe('/srv/maps');
  });
});
