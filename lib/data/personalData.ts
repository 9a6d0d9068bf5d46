import type { Prisma } from '@/lib/generated/prisma/client';
import { clientOf, type Database } from './database';
import { type MapRow, mapColumns, toMapRow } from './maps';

/** Ids looked at in one statement: rows of one actor are found by walking over all, in steps so short that nobody waits. */
const window = 5_000;

/** What the account's own rows say about a person. No other person's name or address is in it. */
export async function readPersonalRows(db: Database, userId: string) {
  const client = clientOf(db);
  const actorId = `user:${userId}`;
  const profile = await client.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, email: true, name: true, colour: true, locale: true, theme: true, createdAt: true },
  });
  const memberships = await client.membership.findMany({
    where: { userId, workspace: { purgedAt: null } },
    orderBy: { createdAt: 'asc' },
    select: { role: true, createdAt: true, workspace: { select: { id: true, name: true, deletedAt: true } } },
  });
  const sessions = await client.session.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true, device: true },
  });
  const accessTokens = await client.accessToken.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { name: true, scope: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
  });
  const signInIdentities = await client.userIdentity.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { issuer: true, subject: true, createdAt: true, lastUsedAt: true },
  });
  const passwordLinks = await client.passwordReset.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true, expiresAt: true, usedAt: true },
  });
  const invitationsSent = await client.invitation.findMany({
    where: { invitedBy: actorId },
    orderBy: { createdAt: 'asc' },
    select: { workspaceId: true, role: true, createdAt: true, expiresAt: true, acceptedAt: true, revokedAt: true },
  });
  const invitationsReceived = await client.invitation.findMany({
    where: { email: profile.email },
    orderBy: { createdAt: 'asc' },
    select: { workspaceId: true, role: true, createdAt: true, expiresAt: true, acceptedAt: true, revokedAt: true },
  });
  const filesAdded = await client.mapFile.findMany({
    where: { createdBy: actorId },
    orderBy: { createdAt: 'asc' },
    select: { mapId: true, name: true, mediaType: true, size: true, createdAt: true },
  });
  const versionsKept = await client.mapVersion.findMany({
    where: { createdBy: actorId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { mapId: true, number: true, kind: true, name: true, note: true, createdAt: true },
  });
  const signOffsPutUp = await client.mapSignOff.findMany({
    where: { createdBy: actorId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { mapId: true, versionNumber: true, status: true, note: true, dueOn: true, createdAt: true, endedAt: true },
  });
  const signatures = await client.mapSignature.findMany({
    where: { actorId },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ departmentName: true, decision: true, reason: true, askedAt: true, decidedAt: true },
      signOff: { select: { mapId: true, versionNumber: true } },
    },
  });
  const futureStatesMade = await client.futureState.findMany({
    where: { createdBy: actorId },
    orderBy: [{ createdAt: 'asc' }, { mapId: 'asc' }],
    select: { mapId: true, sourceMapId: true, versionNumber: true, signed: true, createdAt: true },
  });
  const changesLeftOut = await client.futureDecision.findMany({
    where: { decidedBy: actorId },
    orderBy: [{ decidedAt: 'asc' }, { mapId: 'asc' }, { key: 'asc' }],
    select: { mapId: true, key: true, decidedAt: true },
  });
  const commentMentions = await client.commentMention.findMany({
    where: { actorId },
    orderBy: [{ comment: { createdAt: 'asc' } }, { commentId: 'asc' }],
    select: { comment: { select: { id: true, createdAt: true, threadId: true, thread: { select: { mapId: true } } } } },
  });
  const commentReads = await client.commentRead.findMany({
    where: { actorId },
    orderBy: { threadId: 'asc' },
    select: { threadId: true, seen: true, thread: { select: { mapId: true } } },
  });
  const votes = await client.voteBallot.findMany({
    where: { actorId },
    orderBy: { roundId: 'asc' },
    select: { roundId: true, choices: true, round: { select: { mapId: true, openedAt: true } } },
  });
  return {
    ...{ profile, memberships, sessions, accessTokens, signInIdentities, passwordLinks },
    ...{ invitationsSent, invitationsReceived, filesAdded, versionsKept, signOffsPutUp },
    ...{ futureStatesMade, changesLeftOut },
    signatures: signatures.map(({ signOff, ...signature }) => ({ ...signature, ...signOff })),
    commentMentions: commentMentions.map(({ comment: { thread, ...comment } }) => ({ ...comment, ...thread })),
    votes: votes.map(({ round, ...ballot }) => ({ ...ballot, ...round })),
    commentReads: commentReads.map(({ thread, ...read }) => ({ ...read, ...thread })),
  };
}

/** The maps that an actor made and that are not in the bin, oldest first. Says nothing about who may see them. */
export async function listMapsMadeBy(db: Database, actorId: string): Promise<MapRow[]> {
  const rows = await db.prisma.journeyMap.findMany({
    where: { createdBy: actorId, deletedAt: null, workspace: { deletedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: mapColumns,
  });
  return rows.map(toMapRow);
}

/** The comments that an actor wrote, oldest first: the words are theirs. Of deleted ones nothing is left but that there was one. */
export async function* listCommentsOfActor(db: Database, authorId: string) {
  for (let last: { createdAt: Date; id: string } | null = null; ; ) {
    const found: CommentOfActor[] = await db.prisma.comment.findMany({
      where: {
        authorId,
        ...(last ? { OR: [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }] } : {}),
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: commentsRead,
      select: commentColumns,
    });
    yield* found;
    last = found.at(-1) ?? null;
    if (!last || found.length < commentsRead) return;
  }
}

const commentsRead = 200;
const commentColumns = {
  id: true,
  threadId: true,
  text: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  thread: { select: { mapId: true, targetType: true, targetId: true } },
} as const;
type CommentOfActor = Prisma.CommentGetPayload<{ select: typeof commentColumns }>;

type AuditOfActor = { at: Date; action: string; workspaceId: string | null; mapId: string | null; detail: Prisma.JsonValue };

/** What the audit log says that an actor did, oldest first. */
export async function* listAuditOfActor(db: Database, actorId: string): AsyncGenerator<AuditOfActor, void, undefined> {
  const newest = await db.prisma.auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  for (const id of windowsUpTo(newest?.id)) {
    yield* await db.prisma.auditEntry.findMany({
      where: { actorId, id },
      orderBy: { id: 'asc' },
      select: { at: true, action: true, workspaceId: true, mapId: true, detail: true },
    });
  }
}

type ActivityOfActor = {
  at: Date;
  mapId: string;
  record: string;
  recordId: string;
  field: string;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
};

/** What the activity lists say that an actor changed on maps, oldest first. */
export async function* listActivityOfActor(db: Database, actorId: string): AsyncGenerator<ActivityOfActor, void, undefined> {
  const newest = await db.prisma.activity.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  for (const id of windowsUpTo(newest?.id)) {
    yield* await db.prisma.activity.findMany({
      where: { actorId, id },
      orderBy: { id: 'asc' },
      select: { at: true, mapId: true, record: true, recordId: true, field: true, before: true, after: true },
    });
  }
}

function* windowsUpTo(newest: bigint | undefined): Generator<{ gt: bigint; lte: bigint }> {
  for (let start = 0n; newest !== undefined && start < newest; start += BigInt(window)) {
    yield { gt: start, lte: start + BigInt(window) };
  }
}
