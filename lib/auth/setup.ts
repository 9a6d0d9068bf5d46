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

/**
 * Makes the account that owns the installation, and its workspace, and uses the code up. Of several at once exactly one succeeds.
 * Throws `conflict` when the server is set up already, `forbidden` for a wrong code, `tooMany`.
 */
export async function setUp(
  running: Pick<Runtime, 'database' | 'env'>,
  input: SetupInput,
  from: { address: string; locale: string; defaultWorkspaceName: string },
): Promise<{ userId: string; workspaceId: string }> {
  const { database } = running;
  if (!(await isSetupOpen(database))) throw new AppError('conflict', 'Set up already.', { messageKey: 'setupDone' });
  const attempts = [{ limit: 'setup', who: from.address } as const];
  await countAttempt(running, attempts);
  const setting = settingSchema.safeParse(await findSetting(database, settingKey));
  const code = readBase32(input.code);
  const given = Buffer.from(hashToken(code ?? ''));
  if (!setting.success || !timingSafeEqual(given, Buffer.from(setting.data.codeHash))) {
    throw new AppError('forbidden', 'The set-up code is wrong.', { messageKey: 'setupCodeWrong' });
  }
  await forgiveAttempt(running, attempts);
  const password = requireNewPassword(input.password, 'password');
  return createFirstOwner(database, {
    setting: { key: settingKey, value: { codeHash: setting.data.codeHash } },
    user: { name: input.name, email: input.email, passwordHash: await hashPassword(password), locale: from.locale },
    workspaceName: input.workspaceName ?? from.defaultWorkspaceName,
  });
}
