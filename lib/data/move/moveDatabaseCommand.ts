import path from 'node:path';
import { parseArgs } from 'node:util';
import { EnvError, parseEnv } from '@/lib/env';
import { DatabaseError } from '../database';
import type { TableComparison } from './compareInstallations';
import type { MoveProgress } from './copyInstallation';
import { moveDatabase } from './moveDatabase';
import { nameOf, toEnds, toSetting } from './moveTarget';

const usage = `Usage: npm run move-database -- --to postgresql://user:password@host:5432/wegmarke
       npm run move-database -- --to embedded
  --from …     where the installation lies now, when it is neither DATABASE_URL nor the embedded database
  --replace    lose the installation that the target holds; an embedded one is kept in DATA_DIR/backups
Stop the server first. The password may stand in the variable PGPASSWORD instead.
`;

const number = (value: number): string => value.toLocaleString('en');

/** A line per table; at a terminal it counts. */
function reportCopy({ table, rows, done }: MoveProgress): void {
  const line = `  ${table.padEnd(24)}${number(rows).padStart(12)} rows`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done ? '\n' : ''}`);
  else if (done) process.stdout.write(`${line}\n`);
}

function reportComparison({ table, rows, digest, equal }: TableComparison): void {
  const result = equal ? `equal      ${digest.slice(0, 16)}` : 'DIFFERENT';
  process.stdout.write(`  ${table.padEnd(24)}${number(rows).padStart(12)} rows   ${result}\n`);
}

/** Copying is over when the first table is compared. */
function createReport() {
  let isComparing = false;
  return {
    onCopy: reportCopy,
    onCompared(comparison: TableComparison): void {
      if (!isComparing) process.stdout.write('\nComparing both, every value of every row:\n');
      isComparing = true;
      reportComparison(comparison);
    },
  };
}

/**
 * `npm run move-database -- --to …`: takes the whole installation to another database, with the server stopped. Resolves to the exit code.
 */
export async function runMoveDatabase(args: string[], source: Record<string, string | undefined>): Promise<number> {
  let given: { from?: string | undefined; to?: string | undefined; replace?: boolean | undefined };
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' }, replace: { type: 'boolean' } } as const;
    given = parseArgs({ args, options }).values;
  } catch {
    process.stderr.write(usage);
    return 2;
  }
  if (given.to === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const env = parseEnv(source);
    const dataDir = path.resolve(env.DATA_DIR);
    const { from, to } = toEnds({ from: given.from, to: given.to }, env);
    process.stdout.write(`Moving from ${nameOf(from, dataDir)}\n       to ${nameOf(to, dataDir)}\n\n`);
    const tell = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
    const tables = await moveDatabase({ from, to, env, dataDir, replace: given.replace ?? false, tell, ...createReport() });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `\nDone: ${number(rows)} rows in ${tables.length} tables, equal on both sides.\n\nSet now, and start the server:\n\n  ${toSetting(to)}\n\n` +
        `Nothing has changed in ${nameOf(from, dataDir)}: go back by undoing that setting, or remove it when you are content.\n` +
        `Keep ${dataDir}: the secret that signs sessions and join links stays there.\n` +
        `The installation now lies in ${nameOf(to, dataDir)}.\n`,
    );
    return 0;
  } catch (error) {
    const isKnown = error instanceof DatabaseError || error instanceof EnvError;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(isKnown ? `${message}\n` : `The move broke off (${message}); the original has not changed.\n`);
    return 1;
  }
}
