import type { Actor } from '@/lib/access/actor';
import { AppError } from '@/lib/errors';

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** The actor as an account holder. Throws `forbidden` for guests. */
export function asUser(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new AppError('forbidden', 'Guests have no account.', { messageKey: 'accountNeeded' });
  return actor;
}
