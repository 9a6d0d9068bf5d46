import { commentTargetKey } from '@/lib/comments/commentTarget';
import type { ThreadAnswer } from '@/lib/comments/threadAnswer';
import { type CommentFilter, commentFilters } from './commentsStore';

/** Whether somebody takes part in a conversation: they wrote in it or are addressed in it. */
export function takesPart({ comments }: ThreadAnswer, actorId: string): boolean {
  return comments.some(
    ({ author, text, deletedAt }) => deletedAt === null && (author.id === actorId || text.includes(`](${actorId})`)),
  );
}

/** How many comments of a conversation somebody has not read: their own count as read, deleted ones do not count. */
export function countUnread({ comments, seen }: ThreadAnswer, actorId: string): number {
  return comments.filter(({ number, author, deletedAt }) => number > seen && author.id !== actorId && deletedAt === null).length;
}

/** How many comments somebody has not read, in conversations that are open or that they take part in. */
export function countAllUnread(threads: Iterable<ThreadAnswer>, actorId: string): number {
  let count = 0;
  for (const thread of threads) {
    if (thread.resolvedAt === null || takesPart(thread, actorId)) count += countUnread(thread, actorId);
  }
  return count;
}

/** Whether a filter shows a conversation to somebody. */
function isShownBy(filter: CommentFilter, thread: ThreadAnswer, actorId: string): boolean {
  return filter === 'mine' ? takesPart(thread, actorId) : (thread.resolvedAt !== null) === (filter === 'resolved');
}

/**
 * The filter with which somebody sees what is counted as unread for them: the one that is chosen if it shows some of it or nothing is unread, else the first
 * that does. A conversation that addresses them may have been resolved before they read it.
 */
export function filterForUnread(threads: readonly ThreadAnswer[], actorId: string, chosen: CommentFilter): CommentFilter {
  const unread = threads.filter((thread) => countAllUnread([thread], actorId) > 0);
  const shows = (filter: CommentFilter): boolean => unread.some((thread) => isShownBy(filter, thread, actorId));
  return shows(chosen) ? chosen : (commentFilters.find(shows) ?? chosen);
}

/** Conversations by where they are shown: on what is selected, elsewhere, about what was deleted. The last spoken in come first. */
export type ThreadLists = { here: ThreadAnswer[]; elsewhere: ThreadAnswer[]; deleted: ThreadAnswer[] };

/** Sorts conversations for the panel. `hereKeys`: what is selected; `isDeleted`: whether a target is gone from the map. */
export function listThreadsFor(
  threads: Iterable<ThreadAnswer>,
  {
    filter,
    actorId,
    hereKeys,
    isDeleted,
  }: {
    filter: CommentFilter;
    actorId: string;
    hereKeys: ReadonlySet<string>;
    isDeleted: (key: string) => boolean;
  },
): ThreadLists {
  const lists: ThreadLists = { here: [], elsewhere: [], deleted: [] };
  const shown = [...threads].filter((thread) => isShownBy(filter, thread, actorId));
  shown.sort((a, b) => (a.lastAt === b.lastAt ? (a.id < b.id ? -1 : 1) : a.lastAt < b.lastAt ? 1 : -1));
  for (const thread of shown) {
    const key = commentTargetKey(thread.target);
    if (isDeleted(key)) lists.deleted.push(thread);
    else if (hereKeys.has(key)) lists.here.push(thread);
    else lists.elsewhere.push(thread);
  }
  return lists;
}
