import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

const key = Symbol.for('wegmarke.apiLimits');
type Holder = { [key]?: WeakMap<object, RateLimiterMemory> };

/** The counter of a running server. It hangs on the process, as every bundle of Next has module variables of its own. */
function limiterOf(running: Pick<Runtime, 'env'>): RateLimiterMemory {
  const holder = globalThis as Holder;
  holder[key] ??= new WeakMap();
  const found = holder[key].get(running);
  if (found) return found;
  const limiter = new RateLimiterMemory({ points: running.env.API_REQUESTS_PER_MINUTE, duration: 60 });
  holder[key].set(running, limiter);
  return limiter;
}

/**
 * Counts a request of a person's programs: API_REQUESTS_PER_MINUTE for all of them together. Returns the headers that say how many are left.
 * Throws `tooMany` with the seconds to wait.
 */
export async function countRequest(
  running: Pick<Runtime, 'env' | 'metrics'>,
  userId: string,
  cost: number,
): Promise<Record<string, string>> {
  const limit = running.env.API_REQUESTS_PER_MINUTE;
  const headersOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => ({
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(Math.max(0, remainingPoints)),
    'RateLimit-Reset': String(Math.ceil(msBeforeNext / 1000)),
  });
  try {
    // A limit below the cost of one call must not forbid that call for ever.
    return headersOf(await limiterOf(running).consume(userId, Math.min(cost, limit)));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    running.metrics.auth.limited('api');
    const retryAfter = Math.ceil(refusal.msBeforeNext / 1000);
    throw new AppError('tooMany', 'Too many requests of one person.', { retryAfter, headers: headersOf(refusal) });
  }
}
