import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/lib/data/openDatabase';
import { type Env, parseEnv } from '@/lib/env';
import { askForBackup } from '@/lib/server/controlBackup';
import { findSecret } from '@/lib/server/secret';
import type { ByteSink } from './archive';
import { intoBackupFile } from './backupFile';
import { describeCounts, toSize, toStatusLine } from './describe';
import { type BackupProgress, type BackupResult, writeBackup } from './writeBackup';

const usage = `Usage: npm run backup -- FILE [--force]

  FILE      where the backup is written; - writes it to standard output
  --force   replaces FILE if it exists
`;

/** Opens the database itself, which works only while no server has the embedded one, and takes it as it is. */
async function writeAlone(
  env: Env,
  dataDir: string,
  sink: ByteSink,
  onProgress: (progress: BackupProgress) => void,
): Promise<BackupResult> {
  const secret = env.NEXTAUTH_SECRET === undefined ? await findSecret(dataDir) : null;
  const database = await openDatabase({ env, dataDir, asItIs: true });
  try {
    return await writeBackup(database, sink, { secret, onProgress });
  } finally {
    await database.close();
  }
}

/** Standard output, which may be a pipe that is slow or breaks. */
const toStdout: ByteSink = (bytes) =>
  new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

function report(result: BackupResult, file: string): void {
  const lines = [`The backup is written: ${file} (${toSize(result.bytes)}; ${describeCounts(result.counts)}).`];
  for (const id of result.broken) lines.push(`Note: ${id} was not whole in the installation; it is in the backup as it is.`);
  lines.push('It holds everything, passwords’ hashes and the secret included: keep it where only you can read it.');
  process.stderr.write(`${lines.join('\n')}\n`);
}

/**
 * `npm run backup -- FILE`: asks the running server for a backup, if there is one on the data directory, and opens the database otherwise.
 * A relative FILE counts from `folder`. Resolves to the exit code.
 */
export async function runBackup(args: string[], source: Record<string, string | undefined>, folder: string): Promise<number> {
  let file: string | undefined;
  let force = false;
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { force: { type: 'boolean' } } });
    if (positionals.length === 1) [file] = positionals;
    force = values.force ?? false;
  } catch {
    // The usage says it.
  }
  if (file === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const env = parseEnv(source);
    const dataDir = path.resolve(env.DATA_DIR);
    const line = toStatusLine(process.stderr);
    const onProgress = ({ table, bytes }: BackupProgress): void => line.show(`${toSize(bytes)}, ${table} …`);
    const write = async (sink: ByteSink): Promise<BackupResult> =>
      (await askForBackup(dataDir, sink, onProgress)) ?? (await writeAlone(env, dataDir, sink, onProgress));
    const target = file === '-' ? null : path.resolve(folder, file);
    const result = await (target === null ? write(toStdout) : intoBackupFile(target, { force }, write)).finally(line.end);
    report(result, target ?? 'to standard output');
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
