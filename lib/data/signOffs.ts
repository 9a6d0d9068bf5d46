import { type Decision, type SignOffStatus, toDecision, toSignOffStatus } from '@/lib/signOffs/signOffStatus';
import { clientOf, type Database, type Transaction } from './database';

/** Whose signature is wanted, for which department if for one, and what they decided. */
export type SignatureRow = {
  id: string;
  /** Actor id, as actorIdOf() names it. */
  actorId: string;
  departmentId: string | null;
  departmentName: string;
  decision: Decision;
  reason: string;
  askedAt: Date;
  decidedAt: Date | null;
};

/** That a version was put up for sign-off. `versionId`: null once the version was deleted. `dueOn`: YYYY-MM-DD. */
export type SignOffRow = {
  id: string;
  mapId: string;
  versionId: string | null;
  versionNumber: number;
  versionName: string;
  status: SignOffStatus;
  everyDepartment: boolean;
  note: string;
  dueOn: string | null;
  insteadOf: string | null;
  createdBy: string;
  createdAt: Date;
  endedBy: string | null;
  endedAt: Date | null;
  endReason: string;
  signatures: SignatureRow[];
};

const signatureColumns = {
  ...{ id: true, actorId: true, departmentId: true, departmentName: true },
  ...{ decision: true, reason: true, askedAt: true, decidedAt: true },
} as const;

const columns = {
  ...{ id: true, mapId: true, versionId: true, versionNumber: true, versionName: true, status: true, everyDepartment: true },
  ...{
    note: true,
    dueOn: true,
    insteadOf: true,
    createdBy: true,
    createdAt: true,
    endedBy: true,
    endedAt: true,
    endReason: true,
  },
  signatures: { select: signatureColumns, orderBy: { place: 'asc' } },
} as const;

type Stored = Omit<SignOffRow, 'status' | 'signatures'> & {
  status: string;
  signatures: (Omit<SignatureRow, 'decision'> & { decision: string })[];
};

/** A row with what is text in the database judged. */
const toRow = (row: Stored): SignOffRow => ({
  ...row,
  status: toSignOffStatus(row.status),
  signatures: row.signatures.map((signature) => ({ ...signature, decision: toDecision(signature.decision) })),
});

/** The sign-offs of a map, newest first, behind a given one; at most `limit`. */
export async function pageSignOffs(
  db: Database,
  { mapId, status }: { mapId: string; status?: SignOffStatus | undefined },
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<SignOffRow[]> {
  const rows = await db.prisma.mapSignOff.findMany({
    where: {
      ...{ mapId, ...(status === undefined ? {} : { status }) },
      ...(after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: columns,
  });
  return rows.map(toRow);
}

/** A sign-off of a map; null when the map has none of this id. */
export async function findSignOff(target: Database | Transaction, mapId: string, id: string): Promise<SignOffRow | null> {
  const row = await clientOf(target).mapSignOff.findFirst({ where: { id, mapId }, select: columns });
  return row && toRow(row);
}

/** What a version's sign-offs are, open or signed. */
export async function listSignOffsOf(db: Database, versionId: string): Promise<SignOffRow[]> {
  const rows = await db.prisma.mapSignOff.findMany({
    where: { versionId, status: { in: ['open', 'signed'] } },
    orderBy: { createdAt: 'desc' },
    select: columns,
  });
  return rows.map(toRow);
}

/** The one of a map that is open; null when none is. */
export async function findOpenSignOff(target: Database | Transaction, mapId: string): Promise<SignOffRow | null> {
  const row = await clientOf(target).mapSignOff.findFirst({ where: { mapId, status: 'open' }, select: columns });
  return row && toRow(row);
}

/** What lists tell of a sign-off: whether signatures are wanted or all are there, how many people have signed, and since when it is a baseline. */
export type SignOffMark = { status: 'open' | 'signed'; number: number; signed: number; asked: number; signedAt: Date | null };

const markColumns = {
  ...{ mapId: true, versionId: true, versionNumber: true, status: true, endedAt: true },
  signatures: { select: { actorId: true, decision: true } },
} as const;

/** What is to be told of these versions (ids), as far as they are up for sign-off or baselines; of one that is both, that it is a baseline. */
export async function findVersionMarks(db: Database, versionIds: readonly string[]): Promise<ReadonlyMap<string, SignOffMark>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db.prisma.mapSignOff.findMany({
    where: { versionId: { in: [...versionIds] }, status: { in: ['open', 'signed'] } },
    // Later ones replace earlier ones: an open one first, then the first of those that were signed.
    orderBy: [{ status: 'asc' }, { endedAt: 'desc' }],
    select: markColumns,
  });
  return new Map(rows.map((row) => [row.versionId ?? '', toMark(row)]));
}

/** The same of maps: the open sign-off of each, else its newest baseline. */
export async function findMapMarks(db: Database, mapIds: readonly string[]): Promise<ReadonlyMap<string, SignOffMark>> {
  if (mapIds.length === 0) return new Map();
  const rows = await db.prisma.mapSignOff.findMany({
    where: { mapId: { in: [...mapIds] }, status: { in: ['open', 'signed'] }, versionId: { not: null } },
    orderBy: [{ status: 'desc' }, { endedAt: 'asc' }],
    select: markColumns,
  });
  return new Map(rows.map((row) => [row.mapId, toMark(row)]));
}

function toMark(row: {
  status: string;
  versionNumber: number;
  endedAt: Date | null;
  signatures: { actorId: string; decision: string }[];
}): SignOffMark {
  const { status, versionNumber: number, endedAt, signatures } = row;
  // Somebody may sign for several departments.
  const asked = new Set(signatures.map(({ actorId }) => actorId));
  const missing = new Set(signatures.filter(({ decision }) => decision !== 'signed').map(({ actorId }) => actorId));
  const isSigned = status === 'signed';
  const counts = { signed: asked.size - missing.size, asked: asked.size };
  return { status: isSigned ? 'signed' : 'open', number, ...counts, signedAt: isSigned ? endedAt : null };
}

/** A signature that a person is asked for. */
export type WantedRow = {
  signOffId: string;
  mapId: string;
  mapTitle: string;
  number: number;
  note: string;
  dueOn: string | null;
  askedBy: string;
  askedAt: Date;
};

const wanted = `
from map_signature s
join map_sign_off o on o.id = s.sign_off_id and o.status = 'open'
join journey_map m on m.id = o.map_id and m.deleted_at is null
join workspace w on w.id = m.workspace_id and w.deleted_at is null
join membership p on p.workspace_id = w.id and p.user_id = $2
where s.actor_id = $1 and s.decision = 'pending'`;

/** The sign-offs in which a person's signature is wanted, the longest asked first; at most 200. */
export async function listWantedSignatures(db: Database, userId: string): Promise<WantedRow[]> {
  const { rows } = await db.pool.query<WantedRow>(
    `select o.id as "signOffId", m.id as "mapId", m.title as "mapTitle", o.version_number as number, o.note, o.due_on as "dueOn",
       o.created_by as "askedBy", min(s.asked_at) as "askedAt"
     ${wanted} group by o.id, m.id order by min(s.asked_at), o.id limit 200`,
    [`user:${userId}`, userId],
  );
  return rows;
}

/** How many these are. */
export async function countWantedSignatures(db: Database, userId: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `select count(*)::int as count from (select distinct o.id ${wanted} limit 100) asked`,
    [`user:${userId}`, userId],
  );
  return rows[0]?.count ?? 0;
}
