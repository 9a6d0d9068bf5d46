import type { Env } from '@/lib/env';

const day = 24 * 60 * 60 * 1000;

/** Until when something that was deleted can be restored. */
export function endOfBin(deletedAt: Date, { BIN_DAYS }: Pick<Env, 'BIN_DAYS'>): Date {
  return new Date(deletedAt.getTime() + BIN_DAYS * day);
}

/** How many days are left until then, a begun one counted: 1 on the last one, 0 when it is over. */
export function daysLeft(deletedAt: Date, env: Pick<Env, 'BIN_DAYS'>, now = new Date()): number {
  return Math.max(0, Math.ceil((endOfBin(deletedAt, env).getTime() - now.getTime()) / day));
}
