import { AppError } from '@/lib/errors';
import { markSeen } from './commentReads';
import { bytesOf, requireRoom } from './commentRoom';
import type { Database, Transaction } from './database';

/** Comments in one conversation at most; on a map: ./commentRoom.ts. */
const mostComments = 500;

/** A comment to be stored. `mentions`: the actors whom its text addresses. */
export type NewComment = { id: string; authorId: string; text: string; mentions: readonly string[] };

async function insertComment(tx: Transaction, threadId: string, number: number, comment: NewComment): Promise<void> {
  const { mentions, ...row } = comment;
  await tx.comment.create({ data: { ...row, threadId, number } });
  await tx.commentMention.createMany({ data: mentions.map((actorId) => ({ commentId: row.id, actorId })) });
}

/** Begins a conversation. Throws `conflict` when the map has as many as it can have, or no room for more words. */
export function createThread(
  db: Database,
  thread: { id: string; mapId: string; targetType: string; targetId: string | null; subject: string },
  comment: NewComment,
): Promise<void> {
  return db.prisma.$transaction(async (tx) => {
    await requireRoom(tx, thread.mapId, { threads: 1, comments: 1, bytes: bytesOf(comment.text) });
    await tx.commentThread.create({ data: { ...thread, createdBy: comment.authorId, lastNumber: 1 } });
    await insertComment(tx, thread.id, 1, comment);
    await markSeen(tx, comment.authorId, thread.mapId, [{ threadId: thread.id, seen: 1 }]);
  });
}

/** Whether the conversation is (still) there, with a comment that is not deleted; its row is locked until the transaction ends. */
async function lockThread(tx: Transaction, mapId: string, threadId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT id FROM comment_thread WHERE id = ${threadId} AND map_id = ${mapId} FOR UPDATE`;
  return rows.length > 0 && (await tx.comment.count({ where: { threadId, deletedAt: null } })) > 0;
}

const gone = (): AppError => new AppError('notFound', 'No such conversation.', { messageKey: 'commentNotFound' });

/** Adds to a conversation and opens it again if it was resolved. Throws `notFound`, or `conflict` when it or the map is full. */
export function addComment(db: Database, place: { mapId: string; threadId: string }, comment: NewComment): Promise<void> {
  const { mapId, threadId } = place;
  return db.prisma.$transaction(async (tx) => {
    if (!(await lockThread(tx, mapId, threadId))) throw gone();
    const { lastNumber } = await tx.commentThread.update({
      where: { id: threadId },
      data: { lastNumber: { increment: 1 }, lastAt: new Date(), resolvedAt: null, resolvedBy: null },
      select: { lastNumber: true },
    });
    if (lastNumber > mostComments) {
      throw new AppError('conflict', 'The conversation has too many comments.', { messageKey: 'commentThreadFull' });
    }
    await requireRoom(tx, mapId, { comments: 1, bytes: bytesOf(comment.text) });
    await insertComment(tx, threadId, lastNumber, comment);
    await markSeen(tx, comment.authorId, mapId, [{ threadId, seen: lastNumber }]);
  });
}

/**
 * Replaces a comment's words. Returns the actors whom they address and those before did not. Throws `notFound` for a deleted one, `conflict`
 * when they are more and the map is full.
 */
export function changeComment(
  db: Database,
  change: { id: string; text: string; mentions: readonly string[] },
): Promise<{ added: string[] }> {
  const { id, text, mentions } = change;
  return db.prisma.$transaction(async (tx) => {
    const old = await tx.comment.findFirst({
      where: { id, deletedAt: null },
      select: { text: true, thread: { select: { mapId: true } } },
    });
    const bytes = bytesOf(text) - bytesOf(old?.text ?? '');
    if (old && bytes > 0) await requireRoom(tx, old.thread.mapId, { bytes });
    const { count } = await tx.comment.updateMany({ where: { id, deletedAt: null }, data: { text, editedAt: new Date() } });
    if (count === 0) throw gone();
    const before = await tx.commentMention.findMany({ where: { commentId: id }, select: { actorId: true } });
    const known = new Set(before.map(({ actorId }) => actorId));
    await tx.commentMention.deleteMany({ where: { commentId: id, actorId: { notIn: [...mentions] } } });
    const added = mentions.filter((actorId) => !known.has(actorId));
    await tx.commentMention.createMany({ data: added.map((actorId) => ({ commentId: id, actorId })), skipDuplicates: true });
    return { added };
  });
}

/**
 * Takes a comment's words away; what remains says only that there was one. With its last comment a conversation is gone, too (./commentThreads.ts).
 * Returns whether anything changed.
 */
export function deleteComment(db: Database, place: { mapId: string; threadId: string; commentId: string }): Promise<boolean> {
  const { mapId, threadId, commentId } = place;
  return db.prisma.$transaction(async (tx) => {
    if (!(await lockThread(tx, mapId, threadId))) return false;
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, threadId, deletedAt: null },
      data: { text: '', deletedAt: new Date() },
    });
    if (count === 0) return false;
    await tx.commentMention.deleteMany({ where: { commentId } });
    if ((await tx.comment.count({ where: { threadId, deletedAt: null } })) === 0) {
      await tx.commentThread.update({ where: { id: threadId }, data: { subject: '' } });
    }
    return true;
  });
}

/** Resolves a conversation, or opens it again. Returns whether that changed anything. */
export async function setThreadResolved(
  db: Database,
  place: { mapId: string; threadId: string },
  resolvedBy: string | null,
): Promise<boolean> {
  const { count } = await db.prisma.commentThread.updateMany({
    where: { id: place.threadId, mapId: place.mapId, resolvedAt: resolvedBy === null ? { not: null } : null },
    data: { resolvedAt: resolvedBy === null ? null : new Date(), resolvedBy },
  });
  return count > 0;
}
