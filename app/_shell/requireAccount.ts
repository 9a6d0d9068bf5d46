import { redirect } from 'next/navigation';
import { findActor } from '@/lib/auth/actor';
import type { UserActor } from '@/lib/auth/asUser';

/** The account holder who asks for a page; everybody else is sent to sign in and comes back to `path` afterwards. */
export async function requireAccount(path: string): Promise<UserActor> {
  const actor = await findActor();
  if (actor?.kind !== 'user') redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}
