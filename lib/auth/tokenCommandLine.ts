import { parseArgs } from 'node:util';
import { tokenScopes } from '@/lib/access/actor';
import { idSchema } from '@/lib/map/id';
import { newAccessTokenSchema, tokenScopeSchema } from './accessTokens';
import { emailSchema } from './credentials';
import type { TokenRequest } from './operatorTokens';

export const tokenUsage = `Usage: npm run --silent token -- --email anna@example.org --scope read|write [--name NAME] [--days 90|never]
         makes an access token, with which a program acts for this account; the token alone goes to the standard output
       npm run --silent token -- --email anna@example.org --list
         lists the account's tokens
       npm run --silent token -- --revoke ID
         ends a token
`;

const options = {
  email: { type: 'string' },
  scope: { type: 'string' },
  name: { type: 'string', default: 'npm run token' },
  days: { type: 'string', default: '90' },
  list: { type: 'boolean', default: false },
  revoke: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** A command line that asks for nothing that there is; the message says what is wrong with it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

function readEmail(given: string | undefined): string {
  if (given === undefined) throw new UsageError('Whose token? Say it by --email.');
  const email = emailSchema.safeParse(given);
  if (!email.success) throw new UsageError(`"${given}" is not an e-mail address.`);
  return email.data;
}

function readDays(given: string): number | null {
  if (given === 'never') return null;
  const days = newAccessTokenSchema.shape.expiresInDays.safeParse(/^\d+$/.test(given) ? Number(given) : given);
  if (!days.success) throw new UsageError(`"${given}" is neither a number of days from 1 to 3650 nor "never".`);
  return days.data;
}

/** What the arguments of `npm run token` ask for. Throws UsageError. */
export function readTokenCommand(args: string[]): TokenRequest | 'help' {
  let given: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    given = parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (given.help) return 'help';
  if (given.revoke !== undefined) {
    if (!idSchema.safeParse(given.revoke).success)
      throw new UsageError(`"${given.revoke}" is no id of a token; --list shows them.`);
    return { work: 'revoke', id: given.revoke };
  }
  const email = readEmail(given.email);
  if (given.list) return { work: 'list', email };
  if (given.scope === undefined) throw new UsageError(`What may it do? Say it by --scope ${tokenScopes.join(' or --scope ')}.`);
  const scope = tokenScopeSchema.safeParse(given.scope);
  if (!scope.success) throw new UsageError(`"${given.scope}" is no scope: ${tokenScopes.join(' or ')}.`);
  const name = newAccessTokenSchema.shape.name.safeParse(given.name);
  if (!name.success) throw new UsageError('A name has 1 to 100 characters in one line.');
  return { work: 'make', email, scope: scope.data, name: name.data, expiresInDays: readDays(given.days) };
}
