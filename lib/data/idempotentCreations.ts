import type { Database } from './database';

/** A creation under a key: what was asked (`fingerprint`), the id that the record has or will have, and whether it was made (`done`). */
export type IdempotentCreation = { fingerprint: string; resourceId: string; isNew: boolean; done: boolean };

/**
 * Notes a creation under a key of this user, unless it is noted already; then what was noted stands. Of several at once one is new.
 */
export async function noteCreation(
  db: Database,
  creation: { userId: string; key: string; fingerprint: string; resourceId: string },
): Promise<IdempotentCreation> {
  const { userId, key } = creation;
  const { count } = await db.prisma.idempotentCreation.createMany({ data: [creation], skipDuplicates: true });
  const { fingerprint, resourceId, done } = await db.prisma.idempotentCreation.findUniqueOrThrow({
    where: { userId_key: { userId, key } },
  });
  return { fingerprint, resourceId, isNew: count === 1, done };
}

/** Notes that the record was made. */
export async function markCreated(db: Database, userId: string, key: string): Promise<void> {
  await db.prisma.idempotentCreation.updateMany({ where: { userId, key }, data: { done: true } });
}

/** Whether a record could not be made because there is one with its id. */
export function isIdTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

/** Forgets a creation that did not come about, so that the key can be used again. */
export async function forgetCreation(db: Database, userId: string, key: string): Promise<void> {
  await db.prisma.idempotentCreation.deleteMany({ where: { userId, key } });
}

/** Forgets what was noted before `before`. Returns how many. */
export async function sweepCreations(db: Database, before: Date): Promise<number> {
  const { count } = await db.prisma.idempotentCreation.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
