import type { Logger } from 'pino';
import { sweepActivity } from '@/lib/data/activity';
import type { Database } from '@/lib/data/database';
import { sweepDocuments } from '@/lib/data/documentCompaction';
import { sweepSessions } from '@/lib/data/sessions';
import type { Env } from '@/lib/env';

const hour = 60 * 60_000;
const day = 24 * hour;
/** Ended sessions are kept so long, for a look at who was signed in where. */
const endedSessionsKept = 30 * day;
/** The first round comes when the rush of the start is over. */
const firstAfter = 2 * 60_000;

/** Removes what has served its time, every six hours. Returns what ends it and waits for a round under way. */
export function startHousekeeping(db: Database, env: Pick<Env, 'ACTIVITY_DAYS'>, log: Logger): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  let isOver = false;
  const work = async (): Promise<void> => {
    const jobs: Record<string, () => Promise<unknown>> = {
      activity: () => sweepActivity(db, env.ACTIVITY_DAYS),
      documents: () => sweepDocuments(db),
      sessions: () => sweepSessions(db, new Date(Date.now() - endedSessionsKept)),
    };
    for (const [name, job] of Object.entries(jobs)) {
      if (isOver) return;
      await job().catch((error) => log.warn({ err: error, job: name }, 'housekeeping failed'));
    }
  };
  const start = (): void => {
    round = round.then(work);
  };
  const first = setTimeout(start, firstAfter).unref();
  const timer = setInterval(start, 6 * hour).unref();
  return async () => {
    isOver = true;
    clearTimeout(first);
    clearInterval(timer);
    await round;
  };
}
