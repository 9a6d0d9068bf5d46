import { findActorNames } from '@/lib/data/actorNames';
import type { ThreadRow } from '@/lib/data/commentThreads';
import type { Database } from '@/lib/data/database';
import { commentTargetSchema } from './commentTarget';
import { listMentioned, toSentText } from './commentText';
import type { ThreadAnswer } from './threadAnswer';

/** Everybody who is named in a conversation. */
function* actorsIn(thread: ThreadRow): Generator<string> {
  if (thread.resolvedBy !== null) yield thread.resolvedBy;
  for (const { authorId, text } of thread.comments) {
    yield authorId;
    yield* listMentioned(text);
  }
}

function toAnswer(thread: ThreadRow, names: ReadonlyMap<string, string>, seen: number): ThreadAnswer {
  const person = (id: string) => ({ id, name: names.get(id) ?? null });
  const { targetType: type, targetId } = thread;
  return {
    id: thread.id,
    // A kind that nobody knows (a newer version wrote it) is about the map at least.
    target: commentTargetSchema.catch({ type: 'map' }).parse(type === 'map' ? { type } : { type, id: targetId }),
    subject: thread.subject,
    createdAt: thread.createdAt.toISOString(),
    lastAt: thread.lastAt.toISOString(),
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    resolvedBy: thread.resolvedBy === null ? null : person(thread.resolvedBy),
    seen,
    comments: thread.comments.map((comment) => ({
      id: comment.id,
      number: comment.number,
      author: person(comment.authorId),
      text: toSentText(comment.text, (id) => names.get(id) ?? ''),
      createdAt: comment.createdAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
      deletedAt: comment.deletedAt?.toISOString() ?? null,
    })),
  };
}

/** Conversations as they are answered, with the names that people have now. `seen`: how far the asking person has read in each. */
export async function toThreadAnswers(
  db: Database,
  threads: readonly ThreadRow[],
  seen: ReadonlyMap<string, number>,
): Promise<ThreadAnswer[]> {
  const names = await findActorNames(
    db,
    threads.flatMap((thread) => [...actorsIn(thread)]),
  );
  return threads.map((thread) => toAnswer(thread, names, seen.get(thread.id) ?? 0));
}
