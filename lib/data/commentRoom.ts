import { AppError } from '@/lib/errors';
import type { Transaction } from './database';

/**
 * What a map's comments can be at most: far beyond what anybody reads, and little enough for a page, which fetches all of them when it is
 * opened. `bytes`: of their texts together.
 */
export const mostOnMap = { threads: 2_000, comments: 5_000, bytes: 2 * 1024 * 1024 };
type Room = typeof mostOnMap;

/** Throws `conflict` when this much more does not find room on a map. Two who write at the same moment may both still find it. */
export async function requireRoom(tx: Transaction, mapId: string, more: Partial<Room>): Promise<void> {
  // What is deleted counts as long as its conversation is there: it is answered, without words.
  const [used] = await tx.$queryRaw<Room[]>`
    select count(*)::int as threads, coalesce(sum(said), 0)::int as comments, coalesce(sum(bytes), 0)::int as bytes from (
      select count(*) as said, sum(octet_length(c.text)) as bytes
      from comment c join comment_thread t on t.id = c.thread_id where t.map_id = ${mapId}
      group by t.id having bool_or(c.deleted_at is null)
    ) there`;
  const isFull = (what: keyof Room): boolean => (used?.[what] ?? 0) + (more[what] ?? 0) > mostOnMap[what];
  if (more.threads && isFull('threads')) {
    throw new AppError('conflict', 'The map has too many conversations.', { messageKey: 'commentsFull' });
  }
  if (isFull('comments') || isFull('bytes')) {
    throw new AppError('conflict', 'The map has too many comments.', { messageKey: 'commentsMapFull' });
  }
}

/** How much room a text takes. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);
