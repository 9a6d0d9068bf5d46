import type { Env } from '@/lib/env';

const hour = 60 * 60 * 1000;

type Durations = Pick<Env, 'SESSION_DAYS' | 'GUEST_HOURS'>;

/** How many hours a sign-in lasts without use. */
export function sessionHours({ SESSION_DAYS, GUEST_HOURS }: Durations, kind: 'user' | 'guest'): number {
  return kind === 'user' ? SESSION_DAYS * 24 : GUEST_HOURS;
}

/** When a session that is used now ends if it is not used again; never later than `latest`, as a guest's ends with the join link. */
export function sessionExpiry(env: Durations, kind: 'user' | 'guest', options: { now: Date; latest?: Date | null }): Date {
  const end = options.now.getTime() + sessionHours(env, kind) * hour;
  return new Date(options.latest ? Math.min(end, options.latest.getTime()) : end);
}
