import type { Role } from '@/lib/access/actor';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import { createUser } from './users';

/** An invitation as owners see it. The token is known to whoever got the link, and to nobody else. */
export type InvitationRow = { id: string; email: string; role: string; createdAt: Date; expiresAt: Date };

const columns = { id: true, email: true, role: true, createdAt: true, expiresAt: true } as const;
const open = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });

/** Makes an invitation; an earlier open one to the same address in this workspace is withdrawn by it. */
export function createInvitation(
  db: Database,
  invitation: { workspaceId: string; email: string; role: Role; tokenHash: string; expiresAt: Date; invitedBy: string },
): Promise<InvitationRow> {
  return db.prisma.$transaction(async (tx) => {
    const { workspaceId, email, role } = invitation;
    const now = new Date();
    await tx.invitation.updateMany({ where: { workspaceId, email, ...open(now) }, data: { revokedAt: now } });
    const row = await tx.invitation.create({ data: { id: newId(), ...invitation }, select: columns });
    await appendAudit(tx, {
      action: 'member.invited',
      actorId: invitation.invitedBy,
      workspaceId,
      detail: { invitationId: row.id, role },
    });
    return row;
  });
}

/** The invitations of a workspace that can still be accepted, newest first. */
export function listInvitations(db: Database, workspaceId: string, now = new Date()): Promise<InvitationRow[]> {
  return db.prisma.invitation.findMany({
    where: { workspaceId, ...open(now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: columns,
  });
}

/** The workspace that an invitation belongs to, or null. */
export function findInvitation(db: Database, id: string): Promise<{ id: string; workspaceId: string } | null> {
  return db.prisma.invitation.findFirst({
    where: { id, workspace: { deletedAt: null } },
    select: { id: true, workspaceId: true },
  });
}

/** The open invitation with this token, with its workspace's name, or null. */
export function findOpenInvitation(
  db: Database,
  tokenHash: string,
  now = new Date(),
): Promise<(InvitationRow & { workspaceId: string; workspace: { name: string } }) | null> {
  return db.prisma.invitation.findFirst({
    where: { tokenHash, ...open(now), workspace: { deletedAt: null } },
    select: { ...columns, workspaceId: true, workspace: { select: { name: true } } },
  });
}

/** The workspace of an invitation that was accepted, by its token, or null. */
export async function findAcceptedInvitation(db: Database, tokenHash: string): Promise<string | null> {
  const where = { tokenHash, acceptedAt: { not: null } };
  return (await db.prisma.invitation.findFirst({ where, select: { workspaceId: true } }))?.workspaceId ?? null;
}

/** Withdraws an invitation; nothing happens when it was accepted or withdrawn before. */
export function revokeInvitation(db: Database, change: { id: string; workspaceId: string; actorId: string }): Promise<void> {
  const { id, workspaceId, actorId } = change;
  return db.prisma.$transaction(async (tx) => {
    const where = { id, workspaceId, acceptedAt: null, revokedAt: null };
    const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } });
    if (count === 0) return;
    await appendAudit(tx, { action: 'member.invitationWithdrawn', actorId, workspaceId, detail: { invitationId: id } });
  });
}

export type AcceptedBy =
  | { kind: 'existing'; userId: string }
  | { kind: 'new'; name: string; passwordHash: string; locale: string | null };

/**
 * Uses an invitation up: makes the account if there is none, and the membership. A member who is invited again keeps the role they have.
 * Throws `notFound` when the invitation was used, withdrawn or is over, `conflict` when the address got an account in between.
 */
export function acceptInvitation(
  db: Database,
  invitationId: string,
  by: AcceptedBy,
): Promise<{ userId: string; workspaceId: string }> {
  return db.prisma.$transaction(async (tx) => {
    const now = new Date();
    const { count } = await tx.invitation.updateMany({ where: { id: invitationId, ...open(now) }, data: { acceptedAt: now } });
    if (count !== 1) throw new AppError('notFound', 'The invitation is over.', { messageKey: 'invitationOver' });
    const { workspaceId, email, role } = await tx.invitation.findUniqueOrThrow({ where: { id: invitationId } });
    let userId: string;
    if (by.kind === 'existing') {
      userId = by.userId;
    } else {
      if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
        throw new AppError('conflict', 'The address has an account.', { messageKey: 'accountExists' });
      }
      const { name, passwordHash, locale } = by;
      userId = (await createUser(tx, { id: newId(), email, name, passwordHash, locale })).id;
    }
    await tx.membership.createMany({ data: [{ workspaceId, userId, role }], skipDuplicates: true });
    await appendAudit(tx, {
      action: 'member.joined',
      actorId: `user:${userId}`,
      workspaceId,
      detail: { invitationId, role },
    });
    return { userId, workspaceId };
  });
}

/**
 * Accepts every open invitation to an address that its holder has proved to be theirs in another way than by a link. Returns the workspaces; a
 * member who is invited again keeps the role they have.
 */
export async function acceptInvitationsOf(tx: Transaction, email: string, userId: string): Promise<string[]> {
  const now = new Date();
  const rows = await tx.invitation.updateManyAndReturn({
    where: { email, ...open(now), workspace: { deletedAt: null } },
    data: { acceptedAt: now },
    select: { id: true, workspaceId: true, role: true },
  });
  for (const { id, workspaceId, role } of rows) {
    await tx.membership.createMany({ data: [{ workspaceId, userId, role }], skipDuplicates: true });
    const detail = { invitationId: id, role, by: 'identity' };
    await appendAudit(tx, { action: 'member.joined', actorId: `user:${userId}`, workspaceId, detail });
  }
  return rows.map(({ workspaceId }) => workspaceId);
}

/** Forgets invitations, with the addresses in them, that were used, withdrawn or over before `before`. Returns how many. */
export async function sweepInvitations(db: Database, before: Date): Promise<number> {
  const { count } = await db.prisma.invitation.deleteMany({
    where: { OR: [{ acceptedAt: { lt: before } }, { revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
  return count;
}
