import { listLinkedUsers } from '@/lib/data/identities';
import type { Runtime } from '@/lib/runtime';

/**
 * Which of these accounts the company's sign-in opens. Owners make no links for a password to them: it would be a second way in of which the
 * company knows nothing, and which stays open when the provider closes the first.
 */
export async function findCompanyAccounts(
  { database, env }: Pick<Runtime, 'database' | 'env'>,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (env.OIDC_ISSUER === undefined) return new Set();
  // Links carry the provider's own spelling, which may differ from the setting's by the last slash.
  const bare = env.OIDC_ISSUER.replace(/\/$/, '');
  return listLinkedUsers(database, [bare, `${bare}/`], userIds);
}
