import type { TokenScope } from '@/lib/access/actor';

/** A personal access token as its owner sees it. Times are ISO 8601. `hint`: its last characters. */
export type AccessToken = {
  id: string;
  name: string;
  scope: TokenScope;
  hint: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};

/** How long a new token may be valid, in days; null until it is revoked. */
export const lifetimes = { month: 30, quarter: 90, year: 365, never: null } as const;
export type Lifetime = keyof typeof lifetimes;

const day = 24 * 60 * 60 * 1000;
/** From so long before its end on, a token is marked: time enough to give the program another one. */
const soon = 14 * day;

/** When a token that is made now with this lifetime ends, or null. */
export function endOf(lifetime: Lifetime, now: Date): Date | null {
  const days = lifetimes[lifetime];
  return days === null ? null : new Date(now.getTime() + days * day);
}

/** Whether a token is over, will be soon, or is neither. */
export function tokenState({ expiresAt }: Pick<AccessToken, 'expiresAt'>, now: Date): 'valid' | 'endsSoon' | 'over' {
  if (expiresAt === null) return 'valid';
  const left = new Date(expiresAt).getTime() - now.getTime();
  if (left <= 0) return 'over';
  return left <= soon ? 'endsSoon' : 'valid';
}
