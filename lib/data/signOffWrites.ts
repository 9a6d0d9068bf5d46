import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Decision } from '@/lib/signOffs/signOffStatus';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import { findOpenSignOff, findSignOff, type SignOffRow } from './signOffs';

type MapKey = { id: string; workspaceId: string };

/** Who is asked: a member, for a department of the map if for one. */
export type AskedSigner = { userId: string; department: { id: string; name: string } | null };

export type NewSignOff = {
  id: string;
  version: { id: string; number: number; name: string };
  signers: readonly AskedSigner[];
  everyDepartment: boolean;
  note: string;
  dueOn: string | null;
  /** The open one that it takes the place of; null: none is open. */
  insteadOf: string | null;
};

const gone = (): AppError => new AppError('notFound', 'There is no such sign-off.', { messageKey: 'signOffNotFound' });
const ended = (): AppError => new AppError('conflict', 'The sign-off is over.', { messageKey: 'signOffEnded' });

/** One that is open, under its row's lock: what is decided in it comes one after the other. Throws `notFound`, and `conflict` when it is over. */
async function requireOpen(tx: Transaction, mapId: string, id: string): Promise<SignOffRow> {
  await tx.$queryRaw`SELECT id FROM map_sign_off WHERE id = ${id} AND map_id = ${mapId} FOR UPDATE`;
  const row = await findSignOff(tx, mapId, id);
  if (!row) throw gone();
  if (row.status !== 'open') throw ended();
  return row;
}

async function requireMembers(tx: Transaction, workspaceId: string, userIds: readonly string[]): Promise<void> {
  const members = await tx.membership.findMany({
    where: { workspaceId, userId: { in: [...userIds] } },
    select: { userId: true },
  });
  const known = new Set(members.map(({ userId }) => userId));
  if (userIds.every((userId) => known.has(userId))) return;
  throw new AppError('invalid', 'Only members of the workspace can be asked.', { messageKey: 'signOffNoMember' });
}

/**
 * Puts a version up for sign-off, with the audit log's entry, in one transaction under the map's row lock: of a map one is open at most. Throws `conflict` when
 * another one is open than is said, `notFound` when the version or the map is gone, and `invalid` when somebody is no member.
 */
export function insertSignOff(db: Database, map: MapKey, signOff: NewSignOff, actorId: string): Promise<void> {
  const { id, version, signers, insteadOf, ...said } = signOff;
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM journey_map WHERE id = ${map.id} FOR NO KEY UPDATE`;
    const open = await findOpenSignOff(tx, map.id);
    if ((open?.id ?? null) !== insteadOf) {
      const messageKey = insteadOf === null ? 'signOffOpen' : 'signOffEnded';
      throw new AppError('conflict', 'Another sign-off is open than is said.', { messageKey });
    }
    await requireMembers(tx, map.workspaceId, [...new Set(signers.map(({ userId }) => userId))]);
    // Whoever deletes it waits, and then finds that it is up.
    const kept = await tx.$queryRaw<
      object[]
    >`SELECT id FROM map_version WHERE id = ${version.id} AND map_id = ${map.id} FOR UPDATE`;
    if (kept.length === 0)
      throw new AppError('notFound', 'The version was deleted meanwhile.', { messageKey: 'versionNotFound' });
    if (open) {
      await requireOpen(tx, map.id, open.id);
      await end(tx, open.id, { status: 'withdrawn', actorId, reason: '' });
    }
    const place = { versionId: version.id, versionNumber: version.number, versionName: version.name };
    await tx.mapSignOff.create({ data: { id, mapId: map.id, ...place, ...said, insteadOf, createdBy: actorId } });
    await tx.mapSignature.createMany({
      data: signers.map(({ userId, department }, index) => ({
        ...{ id: newId(), signOffId: id, place: index, actorId: `user:${userId}` },
        ...{ departmentId: department?.id ?? null, departmentName: department?.name ?? '' },
      })),
    });
    const detail = { signOffId: id, number: version.number, signers: signers.length };
    await appendAudit(tx, { action: 'signOff.opened', actorId, workspaceId: map.workspaceId, mapId: map.id, detail });
  });
}

async function end(
  tx: Transaction,
  id: string,
  { status, actorId, reason }: { status: 'signed' | 'withdrawn'; actorId: string; reason: string },
): Promise<void> {
  await tx.mapSignOff.updateMany({
    where: { id, status: 'open' },
    data: { status, endedBy: actorId, endedAt: new Date(), endReason: reason },
  });
}

/**
 * Notes what somebody decided, for everything that they are asked for in it. With the last signature the version becomes a baseline, in the same transaction. Throws
 * `notFound`, `forbidden` for somebody who is not asked, and `conflict` when it is over.
 */
export function writeDecision(
  db: Database,
  map: MapKey,
  { id, decision, reason }: { id: string; decision: Decision; reason: string },
  actorId: string,
): Promise<{ isSigned: boolean; signOff: SignOffRow }> {
  return db.prisma.$transaction(async (tx) => {
    const signOff = await requireOpen(tx, map.id, id);
    if (signOff.versionId === null) throw ended();
    if (!signOff.signatures.some((signature) => signature.actorId === actorId)) {
      throw new AppError('forbidden', 'This person is not asked.', { messageKey: 'signOffNotAsked' });
    }
    await tx.mapSignature.updateMany({
      where: { signOffId: id, actorId },
      data: { decision, reason, decidedAt: decision === 'pending' ? null : new Date() },
    });
    const about = {
      actorId,
      workspaceId: map.workspaceId,
      mapId: map.id,
      detail: { signOffId: id, number: signOff.versionNumber },
    };
    const action = ({ pending: 'signOff.tookBack', signed: 'signOff.signed', objected: 'signOff.objected' } as const)[decision];
    await appendAudit(tx, { action, ...about });
    const isSigned = (await tx.mapSignature.count({ where: { signOffId: id, decision: { not: 'signed' } } })) === 0;
    if (isSigned) {
      await end(tx, id, { status: 'signed', actorId, reason: '' });
      await appendAudit(tx, { action: 'signOff.completed', ...about, actorId: 'system' });
    }
    return { isSigned, signOff };
  });
}

/** Takes back that a version is up for sign-off; what was signed and objected stays to be read. Throws `notFound`, and `conflict` when it is over. */
export function withdrawSignOff(
  db: Database,
  map: MapKey,
  { id, reason }: { id: string; reason: string },
  actorId: string,
): Promise<SignOffRow> {
  return db.prisma.$transaction(async (tx) => {
    const signOff = await requireOpen(tx, map.id, id);
    await end(tx, id, { status: 'withdrawn', actorId, reason });
    const detail = { signOffId: id, number: signOff.versionNumber };
    await appendAudit(tx, { action: 'signOff.withdrawn', actorId, workspaceId: map.workspaceId, mapId: map.id, detail });
    return signOff;
  });
}

/**
 * Asks another member in place of one who has not decided. Throws `notFound`, `conflict` when it is over or that one has decided, and `invalid` when the
 * other is no member, or asked for the same already.
 */
export function replaceSigner(
  db: Database,
  map: MapKey,
  { id, signatureId, userId }: { id: string; signatureId: string; userId: string },
  actorId: string,
): Promise<{ before: string; after: string }> {
  return db.prisma.$transaction(async (tx) => {
    const signOff = await requireOpen(tx, map.id, id);
    const signature = signOff.signatures.find((one) => one.id === signatureId);
    if (!signature) throw new AppError('notFound', 'Nobody was asked there.', { messageKey: 'signOffNotFound' });
    if (signature.decision !== 'pending') {
      throw new AppError('conflict', 'Whoever has decided is not replaced.', { messageKey: 'signOffDecided' });
    }
    await requireMembers(tx, map.workspaceId, [userId]);
    const after = `user:${userId}`;
    if (signOff.signatures.some((one) => one.actorId === after && one.departmentId === signature.departmentId)) {
      throw new AppError('invalid', 'The other is asked already.', { messageKey: 'signOffTwice' });
    }
    await tx.mapSignature.updateMany({ where: { id: signatureId }, data: { actorId: after, askedAt: new Date() } });
    const detail = { signOffId: id, number: signOff.versionNumber, userId };
    await appendAudit(tx, { action: 'signOff.signerReplaced', actorId, workspaceId: map.workspaceId, mapId: map.id, detail });
    return { before: signature.actorId, after };
  });
}

/** What becomes of the sign-off of a version that is being deleted: an open one is over. Returns what it was, for the audit log; null when there was none. */
export async function endSignOffOf(tx: Transaction, versionId: string, actorId: string): Promise<'open' | 'signed' | null> {
  const rows = await tx.mapSignOff.findMany({
    where: { versionId, status: { in: ['open', 'signed'] } },
    select: { id: true, status: true },
  });
  for (const { id } of rows) await end(tx, id, { status: 'withdrawn', actorId, reason: '' });
  if (rows.some(({ status }) => status === 'signed')) return 'signed';
  return rows.length > 0 ? 'open' : null;
}
