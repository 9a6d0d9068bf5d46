import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

const quarterHour = 15 * 60;

/**
 * How many failures in a quarter of an hour each thing stands, from SIGN_IN_ATTEMPTS. An account from one address: that many. An account
 * from anywhere: five times, so that a stranger cannot lock its owner out lightly. An address: ten times, for many people share one.
 */
const points = (env: Pick<Env, 'SIGN_IN_ATTEMPTS'>) => ({
  'signIn.accountAtAddress': env.SIGN_IN_ATTEMPTS,
  'signIn.account': env.SIGN_IN_ATTEMPTS * 5,
  'signIn.address': env.SIGN_IN_ATTEMPTS * 10,
  'signIn.identity': env.SIGN_IN_ATTEMPTS * 10,
  setup: env.SIGN_IN_ATTEMPTS,
  invitation: env.SIGN_IN_ATTEMPTS * 3,
  reset: env.SIGN_IN_ATTEMPTS * 3,
  password: env.SIGN_IN_ATTEMPTS,
  'join.wrong': env.SIGN_IN_ATTEMPTS * 3,
  'token.wrong': env.SIGN_IN_ATTEMPTS * 10,
  // Deliveries that are not believed, of which the page of a webhook tells.
  'webhook.doubted': 30,
  'join.guest': 500,
  // A link's password from one address, and from anywhere: a class or a company may open it from one.
  'view.passwordAtAddress': env.SIGN_IN_ATTEMPTS,
  'view.password': env.SIGN_IN_ATTEMPTS * 10,
  comment: 120,
  // Resolving and deleting: an owner who clears up does much of it in a short time.
  'comment.tend': 600,
  // Sent by the page itself, for each conversation that comes into sight.
  'comment.seen': 3_000,
  workshop: 900,
  // Whoever puts a version up asks people for something.
  signOff: 120,
  // One for each dot that somebody gives or takes back.
  vote: 1_500,
  mail: 50,
  workspace: 20,
  download: 5,
  upload: 300,
});
export type LimitName = keyof ReturnType<typeof points>;
export type Limits = Record<LimitName, RateLimiterMemory>;

const key = Symbol.for('wegmarke.limits');
type Holder = { [key]?: WeakMap<object, Limits> };

/** The counters of a running server. They hang on the process, as every bundle of Next has module variables of its own. */
function limitsOf(running: Pick<Runtime, 'env'>): Limits {
  const holder = globalThis as Holder;
  holder[key] ??= new WeakMap();
  const found = holder[key].get(running);
  if (found) return found;
  const entries = Object.entries(points(running.env)).map(([name, count]) => [
    name,
    new RateLimiterMemory({ keyPrefix: name, points: count, duration: quarterHour }),
  ]);
  const limits = Object.fromEntries(entries) as Limits;
  holder[key].set(running, limits);
  return limits;
}

/** Something to count, and for whom: an address, an account, or both. */
export type Attempt = { limit: LimitName; who: string };

// What is counted need not be readable in a memory dump.
const nameOf = (who: string) => createHash('sha256').update(who).digest('base64url').slice(0, 22);

/**
 * Counts an attempt in each of these limits, before the work is done: of many at once none slips through. Throws `tooMany`, with the
 * seconds until the next may be made, when one of them is used up.
 */
export async function countAttempt(running: Pick<Runtime, 'env' | 'metrics'>, attempts: Attempt[]): Promise<void> {
  const limits = limitsOf(running);
  for (const { limit, who } of attempts) {
    try {
      await limits[limit].consume(nameOf(who));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      running.metrics.auth.limited(limit);
      throw new AppError('tooMany', `Too many attempts: ${limit}.`, { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) });
    }
  }
}

/** Takes an attempt back that turned out well: only failures are to count. */
export async function forgiveAttempt(running: Pick<Runtime, 'env'>, attempts: Attempt[]): Promise<void> {
  const limits = limitsOf(running);
  for (const { limit, who } of attempts) await limits[limit].reward(nameOf(who));
}
