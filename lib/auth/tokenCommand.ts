import path from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '@/lib/data/openDatabase';
import { type Env, parseEnv } from '@/lib/env';
import { createDatabaseOutbox } from '@/lib/events/databaseOutbox';
import { createEvents } from '@/lib/events/events';
import { askControl } from '@/lib/server/askControl';
import { answerTokenRequest, type TokenAnswer, type TokenRequest } from './operatorTokens';
import { readTokenCommand, tokenUsage, UsageError } from './tokenCommandLine';

type Token = Extract<TokenAnswer, { tokens: unknown }>['tokens'][number];

const dayOf = (iso: string | null, otherwise: string): string => iso?.slice(0, 10) ?? otherwise;

/** Asks the running server, if there is one on the data directory, and opens the database otherwise. */
async function ask(env: Env, request: TokenRequest): Promise<TokenAnswer> {
  const dataDir = path.resolve(env.DATA_DIR);
  const answer = await askControl(dataDir, { command: 'token', request });
  if (answer === null) {
    const database = await openDatabase({ env, dataDir, mustExist: true });
    // A server elsewhere may use the same PostgreSQL: it hears through the database of a token's end.
    const events = createEvents({ outbox: createDatabaseOutbox(database), log: pino({ level: 'silent' }) });
    try {
      return await answerTokenRequest({ database, events }, request);
    } finally {
      await events.close();
      await database.close();
    }
  }
  if ('tokenAnswer' in answer) return answer.tokenAnswer;
  throw new Error('The running server could not do it; its log says why. Nothing has changed.');
}

function toTable(tokens: readonly Token[], now: Date): string {
  const head = ['ID', 'SCOPE', 'TOKEN', 'MADE', 'LAST USED', 'VALID UNTIL', 'NAME'];
  const lines = tokens.map(({ id, scope, hint, createdAt, lastUsedAt, expiresAt, name }) => [
    id,
    scope,
    `wgm_…${hint}`,
    dayOf(createdAt, ''),
    dayOf(lastUsedAt, 'never'),
    `${dayOf(expiresAt, 'revoked')}${expiresAt !== null && new Date(expiresAt) <= now ? ' (over)' : ''}`,
    name,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const toLine = (line: string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[head, ...lines].map(toLine).join('\n')}\n`;
}

function report(request: TokenRequest, answer: TokenAnswer): number {
  if ('made' in answer) {
    const { token, id, scope, expiresAt } = answer.made;
    const until = expiresAt === null ? 'until it is revoked' : `until ${dayOf(expiresAt, '')}`;
    process.stderr.write(
      `This token ${scope === 'write' ? 'reads and writes' : 'reads'}, ${until}. It is shown this once; treat it like a password.\nTo revoke it: npm run token -- --revoke ${id}\n`,
    );
    process.stdout.write(`${token}\n`);
    return 0;
  }
  if ('tokens' in answer) {
    if (answer.tokens.length === 0) process.stderr.write('This account has no token.\n');
    else process.stdout.write(toTable(answer.tokens, new Date()));
    return 0;
  }
  if ('revoked' in answer) {
    process.stderr.write('The token is revoked.\n');
    return 0;
  }
  const missing = request.work === 'revoke' ? 'There is no such token (any more).' : 'No account has this e-mail address.';
  const sentence =
    answer.problem === 'notFound'
      ? missing
      : 'This account has as many tokens as it can have; revoke one that is not needed any more.';
  process.stderr.write(`${sentence} Nothing has changed.\n`);
  return 1;
}

/**
 * `npm run token -- --email … --scope …`: makes, lists and revokes access tokens. What a script wants to have goes to the standard
 * output, the words around it to the standard error. Resolves to the exit code.
 */
export async function runToken(args: string[], source: Record<string, string | undefined>): Promise<number> {
  try {
    const request = readTokenCommand(args);
    if (request === 'help') {
      process.stdout.write(tokenUsage);
      return 0;
    }
    return report(request, await ask(parseEnv(source), request));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.stderr.write(tokenUsage);
    return 2;
  }
}
