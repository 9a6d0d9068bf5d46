import type { Env } from '@/lib/env';

const hour = 60 * 60 * 1000;

/** When a session that is used now ends if it is not used again; never later than `latest`, as a guest's ends with the join link. */
export function sessionExpiry(
  env: Pick<Env, 'SESSION_DAYS' | 'GUEST_HOURS'>,
  kind: 'user' | 'guest',
  options: { now: Date; latest?: Date | null },
): Date {
  const lasts = kind === 'user' ? env.SESSION_DAYS * 24 * hour : env.GUEST_HOURS * hour;
  const end = options.now.getTime() + lasts;
  return new Date(options.latest ? Math.min(end, options.latest.getTime()) : end);
}
