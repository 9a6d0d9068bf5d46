import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '@/lib/data/database';
import { createFirstOwner } from '@/lib/data/firstOwner';
import { findSetting, putSetting, removeSetting } from '@/lib/data/settings';
import { countUsers } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { inGroups, readBase32, toBase32 } from './base32';
import { emailSchema, givenPasswordSchema, personNameSchema } from './credentials';
import { countAttempt, forgiveAttempt } from './limits';
import { requireNewPassword } from './newPassword';
import { hashPassword } from './password';
import { requirePasswordSignIn } from './passwordSignIn';
import { hashToken } from './secretToken';

const settingKey = 'setup';
const settingSchema = z.object({ codeHash: z.string() });

/**
 * The one-time code that opens the first-run page: a fresh one (12 letters and digits in three groups) while no account exists, null
 * afterwards. Only its hash is stored; each call makes earlier codes void. The server calls this at start and prints the address.
 */
export async function ensureSetupCode(db: Database): Promise<string | null> {
  if ((await countUsers(db)) > 0) {
    await removeSetting(db, settingKey);
    return null;
  }
  const code = toBase32(randomBytes(8)).slice(0, 12);
  await putSetting(db, settingKey, { codeHash: hashToken(code) });
  return inGroups(code, 4);
}

/** Whether the installation still waits for its first account. */
export async function isSetupOpen(db: Database): Promise<boolean> {
  return (await countUsers(db)) === 0;
}

/** What the first-run page sends. `workspaceName` may be left out. */
export const setupSchema = z.object({
  code: z.string().min(1).max(64),
  name: personNameSchema,
  email: emailSchema,
  password: givenPasswordSchema,
  workspaceName: personNameSchema.optional(),
});
export type SetupInput = z.output<typeof setupSchema>;

/** The setting that a set-up code is to use up; null when the code is wrong. */
export async function findFirstOwnerSetting(
  db: Database,
  typed: string,
): Promise<{ key: string; value: z.output<typeof settingSchema> } | null> {
  const setting = settingSchema.safeParse(await findSetting(db, settingKey));
  const given = Buffer.from(hashToken(readBase32(typed) ?? ''));
  if (!setting.success || !timingSafeEqual(given, Buffer.from(setting.data.codeHash))) return null;
  return { key: settingKey, value: setting.data };
}

/** The same for a request. Throws `conflict` when the server is set up already, `forbidden` for a wrong code, `tooMany`. */
export async function requireFirstOwnerSetting(
  running: Pick<Runtime, 'database' | 'env' | 'metrics'>,
  { code, address }: { code: string; address: string },
): Promise<NonNullable<Awaited<ReturnType<typeof findFirstOwnerSetting>>>> {
  const { database } = running;
  if (!(await isSetupOpen(database))) throw new AppError('conflict', 'Set up already.', { messageKey: 'setupDone' });
  const attempts = [{ limit: 'setup', who: address } as const];
  await countAttempt(running, attempts);
  const setting = await findFirstOwnerSetting(database, code);
  if (!setting) throw new AppError('forbidden', 'The set-up code is wrong.', { messageKey: 'setupCodeWrong' });
  await forgiveAttempt(running, attempts);
  return setting;
}

/**
 * Makes the account that owns the installation, and its workspace, and uses the code up. Of several at once exactly one succeeds.
 * Throws `conflict` when the server is set up already, `forbidden` for a wrong code or where passwords are switched off, `tooMany`.
 */
export async function setUp(
  running: Pick<Runtime, 'database' | 'env' | 'metrics'>,
  input: SetupInput,
  from: { address: string; locale: string; defaultWorkspaceName: string },
): Promise<{ userId: string; workspaceId: string }> {
  requirePasswordSignIn(running.env);
  const setting = await requireFirstOwnerSetting(running, { code: input.code, address: from.address });
  const password = requireNewPassword(input.password, 'password');
  return createFirstOwner(running.database, {
    setting,
    user: { name: input.name, email: input.email, passwordHash: await hashPassword(password), locale: from.locale },
    workspaceName: input.workspaceName ?? from.defaultWorkspaceName,
  });
}
