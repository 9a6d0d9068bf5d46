import { clientOf, type Database, type Transaction } from './database';

/** One comment as it is stored. `text` names people by id (lib/comments/commentText.ts). */
export type CommentRow = {
  id: string;
  number: number;
  authorId: string;
  text: string;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
};

/** A conversation with everything that was said in it, in order. */
export type ThreadRow = {
  id: string;
  mapId: string;
  targetType: string;
  targetId: string | null;
  subject: string;
  createdBy: string;
  createdAt: Date;
  lastAt: Date;
  lastNumber: number;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  comments: CommentRow[];
};

const columns = {
  id: true,
  mapId: true,
  targetType: true,
  targetId: true,
  subject: true,
  createdBy: true,
  createdAt: true,
  lastAt: true,
  lastNumber: true,
  resolvedAt: true,
  resolvedBy: true,
  comments: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, authorId: true, text: true, createdAt: true, editedAt: true, deletedAt: true },
  },
} as const;

/** With its last comment a conversation is gone. Its row stays as long as the map, so that its id is never given again. */
const isThere = { comments: { some: { deletedAt: null } } } as const;

/** A conversation of this map, or null. Says nothing about who may read it. */
export function findThread(target: Database | Transaction, mapId: string, threadId: string): Promise<ThreadRow | null> {
  return clientOf(target).commentThread.findUnique({ where: { id: threadId, mapId, ...isThere }, select: columns });
}

/** The conversation of this map that a comment stands in, or null. */
export function findThreadOfComment(db: Database, mapId: string, commentId: string): Promise<ThreadRow | null> {
  return db.prisma.commentThread.findFirst({
    where: { mapId, AND: [isThere, { comments: { some: { id: commentId } } }] },
    select: columns,
  });
}

/** A map's conversations in the order in which they began, newest first, behind a given one; at most `limit`. */
export function pageThreads(
  db: Database,
  mapId: string,
  { resolved, after, limit }: { resolved?: boolean | undefined; after: { at: Date; id: string } | null; limit: number },
): Promise<ThreadRow[]> {
  return db.prisma.commentThread.findMany({
    where: {
      mapId,
      ...isThere,
      ...(resolved === undefined ? {} : { resolvedAt: resolved ? { not: null } : null }),
      ...(after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: columns,
  });
}

/** Who has written on a map or is addressed there, and the comments have not been deleted. */
export async function listCommentActors(db: Database, mapId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select distinct c.author_id as id from comment c join comment_thread t on t.id = c.thread_id
     where t.map_id = $1 and c.deleted_at is null
     union
     select x.actor_id from comment_mention x join comment c on c.id = x.comment_id join comment_thread t on t.id = c.thread_id
     where t.map_id = $1`,
    [mapId],
  );
  return rows.map((row) => row.id);
}

/** Whom a comment addresses. */
export async function listMentionedIn(db: Database, commentId: string): Promise<string[]> {
  const rows = await db.prisma.commentMention.findMany({ where: { commentId }, select: { actorId: true } });
  return rows.map(({ actorId }) => actorId);
}
