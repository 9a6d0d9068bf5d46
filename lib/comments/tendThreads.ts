import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { canDeleteComment } from '@/lib/access/map';
import { countAttempt } from '@/lib/auth/limits';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { markMapSeen, markSeen } from '@/lib/data/commentReads';
import { deleteComment, setThreadResolved } from '@/lib/data/commentWrites';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { requireComment, requireThread } from './readThreads';
import { listParticipants, tellComments } from './tellComments';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'metrics'>;

/** What is sent to resolve a conversation or open it again. */
export const threadChangeSchema = z.strictObject({ resolved: z.boolean().describe('`false` opens it again.') });

/** Resolves a conversation or opens it again: whoever may comment may, as it is as easily taken back. Throws `notFound`, `forbidden`, `tooMany`. */
export async function resolveThread(
  running: Running,
  actor: Actor,
  place: { mapId: string; threadId: string },
  resolved: boolean,
): Promise<void> {
  const { map } = await requireMapAccess(actor, place.mapId, 'comment', running.database);
  await countAttempt(running, [{ limit: 'comment.tend', who: actorIdOf(actor) }]);
  const { id: threadId } = await requireThread(running, map.id, place.threadId);
  const changed = await setThreadResolved(running.database, { mapId: map.id, threadId }, resolved ? actorIdOf(actor) : null);
  if (changed) await tellComments(running, map.id, threadId, []);
}

/** Deletes a comment: its author's right, and every owner's. Throws `notFound`, `forbidden`, `tooMany`. */
export async function removeComment(running: Running, actor: Actor, place: { mapId: string; commentId: string }): Promise<void> {
  const { map, role, standing } = await requireMapAccess(actor, place.mapId, 'readComments', running.database);
  await countAttempt(running, [{ limit: 'comment.tend', who: actorIdOf(actor) }]);
  const { thread, comment } = await requireComment(running, map.id, place.commentId);
  const of = comment.authorId === actorIdOf(actor) ? 'oneself' : 'another';
  if (!canDeleteComment(standing, of)) {
    const messageKey = of === 'another' ? 'commentNotYours' : 'forbidden';
    throw new AppError('forbidden', `The role ${role} does not allow to delete this comment.`, { messageKey });
  }
  const changed = await deleteComment(running.database, { mapId: map.id, threadId: thread.id, commentId: comment.id });
  if (changed) await tellComments(running, map.id, thread.id, listParticipants(thread));
}

/** What is sent when somebody has read: how far in which conversations, or everything. */
export const seenSchema = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({
    marks: z
      .array(z.strictObject({ threadId: idSchema, seen: z.number().int().min(1).max(100_000) }))
      .min(1)
      .max(200),
  }),
]);

/** Notes what somebody has read; nobody else learns it. Throws `notFound`, `forbidden`, `tooMany`. */
export async function seeThreads(
  running: Running,
  actor: Actor,
  mapId: string,
  what: z.output<typeof seenSchema>,
): Promise<void> {
  const { map } = await requireMapAccess(actor, mapId, 'readComments', running.database);
  await countAttempt(running, [{ limit: 'comment.seen', who: actorIdOf(actor) }]);
  if ('all' in what) await markMapSeen(running.database, actorIdOf(actor), map.id);
  else await markSeen(running.database, actorIdOf(actor), map.id, what.marks);
  if (actor.kind !== 'user') return;
  const [mark, ...more] = 'all' in what ? [] : what.marks;
  const payload = { readOn: map.id, threadId: mark && more.length === 0 ? mark.threadId : null };
  await running.events.publish({ kind: 'inbox.changed', userId: actor.userId, payload });
}
