import { unlinkIdentities } from '@/lib/data/identities';
import { findUserByEmail } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

/**
 * Takes the link to the company's sign-in from an account, for whoever runs the server: the provider knows the person by another subject now. The next
 * sign-in links anew, by the confirmed address. Throws `notFound` when no account has this address (lower case).
 */
export async function unlinkAsOperator(running: Pick<Runtime, 'database'>, email: string): Promise<{ unlinked: number }> {
  const user = await findUserByEmail(running.database, email);
  if (!user) throw new AppError('notFound', 'No account has this e-mail address.');
  return { unlinked: await unlinkIdentities(running.database, user.id, 'system') };
}
