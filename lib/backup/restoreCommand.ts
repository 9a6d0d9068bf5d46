import path from 'node:path';
import { parseArgs } from 'node:util';
import { nameOf } from '@/lib/data/move/moveTarget';
import { type Env, parseEnv } from '@/lib/env';
import { backupFolder } from '@/lib/server/backups';
import type { CheckedArchive } from './checkArchive';
import { describeCounts, toSize, toStatusLine } from './describe';
import { type RestoreStep, restoreBackup, withCheckedBackup } from './restore';

const usage = `Usage: npm run restore -- FILE [--check] [--replace]

  FILE       a backup that npm run backup or the server wrote
  --check    only checks that it is whole and can be restored
  --replace  replaces the data that is there; a backup of it is written first

The server must not run.
`;

type Asked = { file: string; check: boolean; replace: boolean };

function parseAsked(args: string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: 'boolean' }, replace: { type: 'boolean' } },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return null;
    return { file, check: values.check ?? false, replace: values.replace ?? false };
  } catch {
    return null;
  }
}

function describe({ reader, header, manifest }: CheckedArchive): string {
  const broken = manifest.broken.map((id) => `Note: ${id} was not whole when the backup was made; it is restored as it was.\n`);
  return `${reader.file} is whole: ${toSize(reader.size)}, made at ${header.createdAt} by version ${header.version}; ${describeCounts(manifest.counts)}.\n${broken.join('')}`;
}

/** What whoever restores should know of the secret that links and sessions are signed with. */
function toSecretNote({ header, secret }: CheckedArchive, env: Pick<Env, 'NEXTAUTH_SECRET'>): string {
  if (header.secret === 'configured') {
    return 'Note: the installation had a NEXTAUTH_SECRET of its own, which is in no backup: its join links open only with the same one.\n';
  }
  if (env.NEXTAUTH_SECRET === undefined || env.NEXTAUTH_SECRET === secret) return '';
  return 'Note: NEXTAUTH_SECRET is set and wins over the secret in the backup: the join links in it open only without the setting.\n';
}

const sentences = (step: RestoreStep): string => {
  switch (step.step) {
    case 'checking':
      return `Checking: ${step.place} …`;
    case 'backingUp':
      return `Writing a backup of what is there to ${step.file} …`;
    case 'writing':
      return `Writing: ${step.rows.toLocaleString('en')} of ${step.of.toLocaleString('en')} rows …`;
    case 'finishing':
      return 'Finishing …';
  }
};

/**
 * `npm run restore -- FILE`: checks a backup whole, then puts it in the place of what is there. A relative FILE counts from `folder`.
 * Resolves to the exit code.
 */
export async function runRestore(args: string[], source: Record<string, string | undefined>, folder: string): Promise<number> {
  const asked = parseAsked(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  const line = toStatusLine(process.stderr);
  try {
    const env = parseEnv(source);
    const dataDir = path.resolve(env.DATA_DIR);
    const target = nameOf({ url: env.DATABASE_URL }, dataDir);
    if (!asked.check) process.stdout.write(`Restoring into ${target}\n`);
    const onStep = (step: RestoreStep): void => line.show(sentences(step));
    await withCheckedBackup(path.resolve(folder, asked.file), { onStep }, async (archive) => {
      line.end();
      process.stdout.write(describe(archive));
      if (asked.check) return;
      const options = { env, dataDir, backupFolder: backupFolder(env, dataDir), replace: asked.replace, onStep };
      const { former } = await restoreBackup(archive, options);
      line.end();
      if (former !== null) process.stdout.write(`What was there before: ${former}\n`);
      process.stdout.write(toSecretNote(archive, env));
      process.stdout.write(
        `It is restored into ${target}. Start the server; everybody signs in again, and pages that are still open are told to reload.\n`,
      );
    });
    return 0;
  } catch (error) {
    line.end();
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
