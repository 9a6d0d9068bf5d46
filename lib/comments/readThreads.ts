import { type Actor, actorIdOf } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { listSeen } from '@/lib/data/commentReads';
import { findThread, findThreadOfComment, pageThreads, type ThreadRow } from '@/lib/data/commentThreads';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { ThreadAnswer } from './threadAnswer';
import { toThreadAnswers } from './toThreadAnswer';

type Running = Pick<Runtime, 'database'>;

/** Conversations read in one statement. */
const page = 100;

/** The conversation, if it is one of this map. Throws `notFound`, in the same words for one of another map. */
export async function requireThread({ database }: Running, mapId: string, threadId: string): Promise<ThreadRow> {
  const thread = idSchema.safeParse(threadId).success ? await findThread(database, mapId, threadId) : null;
  if (!thread) throw new AppError('notFound', 'No such conversation on this map.', { messageKey: 'commentNotFound' });
  return thread;
}

/** The conversation on this map that a comment stands in, with the comment. Throws `notFound`, also for a deleted one. */
export async function requireComment({ database }: Running, mapId: string, commentId: string) {
  const thread = idSchema.safeParse(commentId).success ? await findThreadOfComment(database, mapId, commentId) : null;
  const comment = thread?.comments.find(({ id, deletedAt }) => id === commentId && deletedAt === null);
  if (!thread || !comment) throw new AppError('notFound', 'No such comment on this map.', { messageKey: 'commentNotFound' });
  return { thread, comment };
}

/** Rows as they are answered to this person. */
export async function answerThreads({ database }: Running, actor: Actor, rows: readonly ThreadRow[]): Promise<ThreadAnswer[]> {
  const ids = rows.map(({ id }) => id);
  return toThreadAnswers(database, rows, await listSeen(database, actorIdOf(actor), ids));
}

/** One conversation as it is now. Throws `notFound` and `forbidden`. */
export async function readThread(running: Running, actor: Actor, mapId: string, threadId: string): Promise<ThreadAnswer> {
  const { map } = await requireMapAccess(actor, mapId, 'readComments', running.database);
  const [answer] = await answerThreads(running, actor, [await requireThread(running, map.id, threadId)]);
  if (!answer) throw new Error('One row gives one answer.');
  return answer;
}

/** Every conversation on a map (there is a limit: lib/data/commentRoom.ts), resolved ones included, the newest first. Throws `notFound` and `forbidden`. */
export async function listThreads(running: Running, actor: Actor, mapId: string): Promise<ThreadAnswer[]> {
  const { map } = await requireMapAccess(actor, mapId, 'readComments', running.database);
  const rows: ThreadRow[] = [];
  for (let after: { at: Date; id: string } | null = null; ; ) {
    const found: ThreadRow[] = await pageThreads(running.database, map.id, { after, limit: page });
    rows.push(...found);
    const last = found.at(-1);
    if (!last || found.length < page) break;
    after = { at: last.createdAt, id: last.id };
  }
  return answerThreads(running, actor, rows);
}
