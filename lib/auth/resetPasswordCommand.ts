import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@/lib/data/openDatabase';
import { type Env, parseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { askControl } from '@/lib/server/askControl';
import type { ControlRequest as AnyRequest, ControlAnswer } from '@/lib/server/controlProtocol';
import { emailSchema } from './credentials';
import { unlinkAsOperator } from './oidc/unlink';
import { makeResetLinkAsOperator, resetHours } from './passwords';

type ControlRequest = Extract<AnyRequest, { email: string }>;

const usage =
  'Usage: npm run reset-password -- --email anna@example.org\n  With --unlink instead: removes the account’s link to the company’s sign-in; the next sign-in there makes it anew.\n';

const unclear = 'The running server could not do it; its log says why. Nothing has changed.';
const sentences: Record<Extract<ControlAnswer, { problem: string }>['problem'], string> = {
  notFound: 'No account has this e-mail address. Nothing has changed.',
  passwordsOff:
    'Passwords are switched off (PASSWORD_SIGN_IN=false), so a new one would open nothing. Nothing has changed. If the company’s sign-in is broken, start the server with PASSWORD_SIGN_IN=true first.',
  invalid: unclear,
  unexpected: unclear,
};

/** Opens the database itself, which works only while no server has it. */
async function doItself(env: Env, dataDir: string, { command, email }: ControlRequest): Promise<ControlAnswer> {
  const database = await openDatabase({ env, dataDir, mustExist: true });
  try {
    if (command === 'unlinkIdentity') return await unlinkAsOperator({ database }, email);
    return await makeResetLinkAsOperator({ database, env, addresses: [] }, email);
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return { problem: 'notFound' };
    if (error instanceof AppError && error.messageKey === 'passwordsOff') return { problem: 'passwordsOff' };
    throw error;
  } finally {
    await database.close();
  }
}

function report(result: ControlAnswer, running: boolean): number {
  if ('unlinked' in result) {
    process.stdout.write(
      result.unlinked === 0
        ? 'The account is linked to no sign-in. Nothing has changed.\n'
        : 'The link to the company’s sign-in is removed. The next sign-in there with the same confirmed e-mail address makes it anew.\n',
    );
    return 0;
  }
  if ('url' in result) {
    const start = running
      ? ''
      : 'The server is not running: start it, then open the link, with the address that your server prints if it is another one.\n';
    process.stdout.write(
      `${start}This link sets a new password. It can be used once, within ${resetHours} hours:\n\n  ${result.url}\n\n`,
    );
    return 0;
  }
  const sentence = 'problem' in result ? sentences[result.problem] : unclear;
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/**
 * `npm run reset-password -- --email …`: prints a link by which the account's holder sets a new password. Asks the running server, if
 * there is one on the data directory, and opens the database otherwise. With `--unlink` it removes the account's link to the company's sign-in
 * instead. Resolves to the exit code.
 */
export async function runResetPassword(args: string[], source: Record<string, string | undefined>): Promise<number> {
  let given: string | undefined;
  let command: ControlRequest['command'];
  try {
    const { values } = parseArgs({ args, options: { email: { type: 'string' }, unlink: { type: 'boolean' } } });
    given = values.email;
    command = values.unlink ? 'unlinkIdentity' : 'resetPassword';
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
    const request: ControlRequest = { command, email: email.data };
    const answer = await askControl(dataDir, request);
    return report(answer ?? (await doItself(env, dataDir, request)), answer !== null);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
