import type { Prisma } from '@/lib/generated/prisma/client';
import { clientOf, type Database, type Transaction } from './database';

/** Everything that the audit log knows. */
export const auditActions = [
  'setup.done',
  'signIn.succeeded',
  'signIn.failed',
  'signOut',
  'signOut.everywhere',
  'password.changed',
  'password.linkMade',
  'password.reset',
  'token.created',
  'token.revoked',
  'identity.linked',
  'identity.unlinked',
  'identity.lastOwnerKept',
  'account.deleted',
  'workspace.created',
  'workspace.renamed',
  'workspace.deleted',
  'workspace.restored',
  'workspace.purged',
  'workspace.handedOver',
  'member.invited',
  'member.invitationWithdrawn',
  'member.joined',
  'member.roleChanged',
  'member.removed',
  'joinLink.created',
  'joinLink.revoked',
  'viewLink.created',
  'viewLink.revoked',
  'guest.joined',
  'guest.forgotten',
  'map.created',
  'map.movedAway',
  'map.movedHere',
  'map.deleted',
  'map.restored',
  'map.purged',
  'map.exported',
  'version.deleted',
  'signOff.opened',
  'signOff.signed',
  'signOff.objected',
  'signOff.tookBack',
  'signOff.signerReplaced',
  'signOff.withdrawn',
  'signOff.completed',
  'template.created',
  'template.renamed',
  'template.deleted',
  'source.created',
  'source.changed',
  'source.deleted',
  'source.webhookCreated',
  'source.webhookRotated',
  'source.webhookRevoked',
  'evidence.imported',
  'evidence.personalKept',
  'evidence.removed',
  'evidence.erased',
  'evidence.limitsChanged',
  'category.changed',
  'category.assigned',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One thing that was done. `actorId` as actorIdOf() names it. `detail` holds ids, roles and counts: never an e-mail address, a name or a token. */
export type AuditInput = {
  action: AuditAction;
  actorId: string | null;
  workspaceId?: string | null;
  mapId?: string | null;
  detail?: Record<string, string | number | boolean | null>;
};

export type AuditRow = {
  id: bigint;
  at: Date;
  action: string;
  actorId: string | null;
  workspaceId: string | null;
  mapId: string | null;
  detail: unknown;
};

/** Adds an entry to the audit log. Give it the transaction of what it tells about: then neither happens without the other. */
export async function appendAudit(db: Database | Transaction, entry: AuditInput): Promise<void> {
  const detail: Prisma.InputJsonObject = entry.detail ?? {};
  await clientOf(db).auditEntry.create({
    data: {
      action: entry.action,
      actorId: entry.actorId,
      workspaceId: entry.workspaceId ?? null,
      mapId: entry.mapId ?? null,
      detail,
    },
  });
}

/**
 * The audit log, newest first: of one workspace, or (`workspaceId` null) what concerns no workspace.
 * Pages by `before`, the id of the last entry seen; at most 200 entries. `actions`: only these.
 */
export function listAudit(
  db: Database,
  filter: {
    workspaceId: string | null;
    before?: bigint | undefined;
    limit?: number;
    actions?: readonly AuditAction[] | undefined;
  },
): Promise<AuditRow[]> {
  const { workspaceId, before, actions } = filter;
  return db.prisma.auditEntry.findMany({
    where: {
      workspaceId,
      ...(before === undefined ? {} : { id: { lt: before } }),
      ...(actions === undefined ? {} : { action: { in: [...actions] } }),
    },
    orderBy: { id: 'desc' },
    take: Math.min(Math.max(filter.limit ?? 100, 1), 200),
  });
}
