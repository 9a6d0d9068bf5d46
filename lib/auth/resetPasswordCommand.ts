import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/lib/data/openDatabase';
import { type Env, parseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { askControl } from '@/lib/server/askControl';
import type { ControlAnswer } from '@/lib/server/controlProtocol';
import { emailSchema } from './credentials';
import { makeResetLinkAsOperator, resetHours } from './passwords';

const usage = 'Usage: npm run reset-password -- --email anna@example.org\n';

/** Opens the database itself, which works only while no server has it. */
async function makeLink(env: Env, dataDir: string, email: string): Promise<ControlAnswer> {
  const database = await openDatabase({ env, dataDir });
  try {
    return await makeResetLinkAsOperator({ database, env, addresses: [] }, email);
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return { problem: 'notFound' };
    throw error;
  } finally {
    await database.close();
  }
}

function report(result: ControlAnswer, running: boolean): number {
  if ('url' in result) {
    const start = running
      ? ''
      : 'The server is not running: start it, then open the link, with the address that your server prints if it is another one.\n';
    process.stdout.write(
      `${start}This link sets a new password. It can be used once, within ${resetHours} hours:\n\n  ${result.url}\n\n`,
    );
    return 0;
  }
  const sentence =
    result.problem === 'notFound'
      ? 'No account has this e-mail address. Nothing has changed.'
      : 'The running server could not make the link; its log says why. Nothing has changed.';
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/**
 * `npm run reset-password -- --email …`: prints a link by which the account's holder sets a new password. Asks the running server, if
 * there is one on the data directory, and opens the database otherwise. Resolves to the exit code.
 */
export async function runResetPassword(args: string[], source: Record<string, string | undefined>): Promise<number> {
  let given: string | undefined;
  try {
    given = parseArgs({ args, options: { email: { type: 'string' } } }).values.email;
  } catch {
    process.stderr.write(usage);
    return 2;
  }
  const email = emailSchema.safeParse(given);
  if (!email.success) {
    process.stderr.write(given === undefined ? usage : `"${given}" is not an e-mail address.\n${usage}`);
    return 2;
  }
  try {
    const env = parseEnv(source);
    const dataDir = path.resolve(env.DATA_DIR);
    const answer = await askControl(dataDir, { command: 'resetPassword', email: email.data });
    return report(answer ?? (await makeLink(env, dataDir, email.data)), answer !== null);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
