import type { Actor } from '@/lib/access/actor';
import { actorIdOf } from '@/lib/access/actor';
import { appendAudit } from '@/lib/data/audit';
import { revokeSession, revokeSessionsOfUser } from '@/lib/data/sessions';
import type { Runtime } from '@/lib/runtime';

type Running = Pick<Runtime, 'database' | 'events'>;

/** Tells every process that sessions ended, so that their sockets close at once. Call after the change has committed. */
export async function publishRevoked(running: Pick<Runtime, 'events'>, sessionIds: string[]): Promise<void> {
  for (const sessionId of sessionIds) await running.events.publish({ kind: 'session.revoked', sessionId });
}

/** Signs a browser out: ends its session and closes its sockets. Does nothing for a session that ended before. */
export async function endSession(running: Running, sessionId: string, actor: Actor | null): Promise<void> {
  if (!(await revokeSession(running.database, sessionId))) return;
  await appendAudit(running.database, { action: 'signOut', actorId: actor ? actorIdOf(actor) : null });
  await publishRevoked(running, [sessionId]);
}

/** Signs a user out in every browser but, where `except` names its session, this one. Returns how many sessions ended. */
export async function endSessionsOfUser(running: Running, userId: string, options: { except?: string } = {}): Promise<number> {
  const ended = await revokeSessionsOfUser(running.database, userId, options);
  await appendAudit(running.database, {
    action: 'signOut.everywhere',
    actorId: `user:${userId}`,
    detail: { sessions: ended.length },
  });
  await publishRevoked(running, ended);
  return ended.length;
}
