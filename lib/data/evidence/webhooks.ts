import { appendAudit } from '../audit';
import type { Database } from '../database';
import { lockSource } from './sources';

/** By which address a tool pushes answers. Its secret is derived from `salt`; that of `previousSalt` counts until `previousUntil`. */
export type WebhookRow = {
  id: string;
  sourceId: string;
  salt: string;
  previousSalt: string | null;
  previousUntil: Date | null;
  createdAt: Date;
  rotatedAt: Date | null;
};

const columns = {
  ...{ id: true, sourceId: true, salt: true, previousSalt: true, previousUntil: true, createdAt: true, rotatedAt: true },
} as const;

/** What somebody does with a webhook, for the audit log. */
type Deed = { sourceId: string; workspaceId: string; actorId: string };

/** The webhook of a source, or null. */
export function findWebhookOf(db: Database, sourceId: string): Promise<WebhookRow | null> {
  return db.prisma.evidenceWebhook.findUnique({ where: { sourceId }, select: columns });
}

/** The webhook with this id, or null when there is none, or its source or workspace was deleted. */
export function findWebhook(db: Database, id: string): Promise<WebhookRow | null> {
  const where = { id, source: { deletedAt: null, workspace: { deletedAt: null } } };
  return db.prisma.evidenceWebhook.findFirst({ where, select: columns });
}

/** Gives a source a webhook, with the audit log's entry. `taken` when it has one; null when the source is gone. */
export function createWebhook(
  db: Database,
  { sourceId, workspaceId, actorId }: Deed,
  made: { id: string; salt: string },
): Promise<WebhookRow | 'taken' | null> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    if ((await tx.evidenceSource.count({ where: { id: sourceId, deletedAt: null } })) === 0) return null;
    if ((await tx.evidenceWebhook.count({ where: { sourceId } })) > 0) return 'taken';
    const row = await tx.evidenceWebhook.create({ data: { ...made, sourceId, createdBy: actorId }, select: columns });
    await appendAudit(tx, { action: 'source.webhookCreated', actorId, workspaceId, detail: { sourceId } });
    return row;
  });
}

/** Gives a webhook a new secret, with the audit log's entry; the one before counts until `previousUntil`, or not any more. Null when there is none. */
export function rotateWebhook(
  db: Database,
  { sourceId, workspaceId, actorId }: Deed,
  { salt, previousUntil }: { salt: string; previousUntil: Date | null },
): Promise<WebhookRow | null> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    const before = await tx.evidenceWebhook.findUnique({ where: { sourceId }, select: columns });
    if (!before) return null;
    const previousSalt = previousUntil === null ? null : before.salt;
    const data = { salt, previousSalt, previousUntil, rotatedAt: new Date() };
    const row = await tx.evidenceWebhook.update({ where: { sourceId }, data, select: columns });
    await appendAudit(tx, { action: 'source.webhookRotated', actorId, workspaceId, detail: { sourceId } });
    return row;
  });
}

/** Deliveries that one statement forgets at most. */
const step = 500;

/** Takes a source's webhook away with what is known of its deliveries, with the audit log's entry. False when there was none. */
export async function deleteWebhook(db: Database, { sourceId, workspaceId, actorId }: Deed): Promise<boolean> {
  // There may be a million: in short steps, before anything is held.
  for (let removed = step; removed === step; ) {
    const { rowCount } = await db.pool.query(
      `delete from evidence_delivery where ctid = any(array(
         select d.ctid from evidence_delivery d join evidence_webhook w on w.id = d.webhook_id where w.source_id = $1 limit $2))`,
      [sourceId, step],
    );
    removed = rowCount ?? 0;
  }
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    if ((await tx.evidenceWebhook.deleteMany({ where: { sourceId } })).count === 0) return false;
    await appendAudit(tx, { action: 'source.webhookRevoked', actorId, workspaceId, detail: { sourceId } });
    return true;
  });
}
