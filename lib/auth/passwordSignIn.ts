import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** Throws `forbidden` where passwords are switched off (PASSWORD_SIGN_IN=false): then none opens anything, and none can be set. */
export function requirePasswordSignIn(env: Pick<Env, 'PASSWORD_SIGN_IN'>): void {
  if (env.PASSWORD_SIGN_IN) return;
  throw new AppError('forbidden', 'Passwords are switched off.', { messageKey: 'passwordsOff' });
}
