import type { Logger } from 'pino';
import { sweepAccessTokens } from '@/lib/data/accessTokens';
import { sweepActivity } from '@/lib/data/activity';
import { listUsedBlobs } from '@/lib/data/blobReferences';
import { sweepBlobs } from '@/lib/data/blobs';
import type { Database } from '@/lib/data/database';
import { sweepDocuments } from '@/lib/data/documentCompaction';
import { forgetEndedGuests } from '@/lib/data/guests';
import { sweepCreations } from '@/lib/data/idempotentCreations';
import { sweepInvitations } from '@/lib/data/invitations';
import { markOverdueMaps } from '@/lib/data/mapBin';
import { sweepPasswordResets } from '@/lib/data/passwordResets';
import { purgeMarked } from '@/lib/data/purge';
import { sweepSessions } from '@/lib/data/sessions';
import { markOverdueWorkspaces } from '@/lib/data/workspaceBin';
import type { Env } from '@/lib/env';
import type { Events } from '@/lib/events/events';
import type { Exporter } from '@/lib/export/exporter';
import { sweepMapFiles } from '@/lib/files/sweepMapFiles';
import type { JobCounters } from '@/lib/metrics/jobCounters';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { noteAllBaselineFiles } from '@/lib/versions/future/baselineFiles';
import { thinAllVersions } from '@/lib/versions/versionKeeper';

const hour = 60 * 60_000;
const day = 24 * hour;
/** Ended sessions are kept so long, for a look at who was signed in where. */
const endedSessionsKept = 30 * day;
/** A guest's name is kept so long after they were last let in: for whoever looks through the results of a workshop, and no longer. */
const guestNamesKept = 7 * day;
/** Used, withdrawn and expired invitations hold addresses of people who may never have come. */
const endedLinksKept = 30 * day;
/** The first round comes when the rush of the start is over. */
const firstAfter = 2 * 60_000;

type Parts = {
  db: Database;
  env: Pick<Env, 'ACTIVITY_DAYS' | 'BIN_DAYS'>;
  events: Events;
  exporter: Exporter;
  log: Logger;
  counters: JobCounters;
};

/** One round: removes what has served its time, each kind in short steps, so that nobody's edit waits. A kind that fails is tried again in the next. */
export async function keepHouse(
  { db, env, events, exporter, log, counters }: Parts,
  { isOver = () => false, now = new Date() }: { isOver?: () => boolean; now?: Date } = {},
): Promise<void> {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  const jobs: Record<string, () => Promise<unknown>> = {
    activity: () => sweepActivity(db, env.ACTIVITY_DAYS, now),
    bin: async () => {
      await markOverdueWorkspaces(db, ago(env.BIN_DAYS * day));
      await markOverdueMaps(db, ago(env.BIN_DAYS * day));
      await purgeMarked(db, isOver);
    },
    evidence: () => sweepAnswers({ database: db, events }, { now, isOver }),
    documents: () => sweepDocuments(db, now),
    // Guests before sessions: a guest's last session says when they left.
    guests: () => forgetEndedGuests(db, ago(guestNamesKept)),
    creations: () => sweepCreations(db, ago(day)),
    accessTokens: () => sweepAccessTokens(db, ago(endedSessionsKept)),
    sessions: () => sweepSessions(db, ago(endedSessionsKept)),
    invitations: () => sweepInvitations(db, ago(endedLinksKept)),
    passwordResets: () => sweepPasswordResets(db, ago(endedLinksKept)),
    // All before the stored bytes, which only rows of files, versions and baselines hold.
    versions: () => thinAllVersions({ database: db, events }, { now, isOver }),
    baselines: () => noteAllBaselineFiles({ database: db, exporter }, { log, isOver }),
    files: () => sweepMapFiles(db, ago(env.BIN_DAYS * day), { log, isOver }),
    blobs: async () => sweepBlobs(db, await listUsedBlobs(db), now),
  };
  for (const [name, job] of Object.entries(jobs)) {
    if (isOver()) return;
    try {
      await job();
      counters.ended(name, true);
    } catch (error) {
      counters.ended(name, false);
      log.warn({ err: error, job: name }, 'housekeeping failed');
    }
  }
}

/** Keeps house every six hours. Returns what ends it and waits for a round under way. */
export function startHousekeeping(parts: Parts): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  let isOver = false;
  const work = (): Promise<void> => keepHouse(parts, { isOver: () => isOver });
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
