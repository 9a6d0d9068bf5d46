import { appendAudit } from '../audit';
import type { Database, Transaction } from '../database';

/** That an answer was typed in, and by whom. */
export type EntryRow = {
  fingerprint: string;
  keepsPersonal: boolean;
  authorId: string;
  createdAt: Date;
  editedAt: Date | null;
};

const shown = { fingerprint: true, keepsPersonal: true, authorId: true, createdAt: true, editedAt: true } as const;

/** Which of some answers were typed in. */
export function listEntries(db: Database, sourceId: string, fingerprints: readonly string[]): Promise<EntryRow[]> {
  return db.prisma.evidenceEntry.findMany({ where: { sourceId, fingerprint: { in: [...fingerprints] } }, select: shown });
}

/** Whether an entry was edited since somebody began to; `seen`: when it had been edited last by then, undefined: whatever came between. */
export function isEditedSince({ editedAt }: Pick<EntryRow, 'editedAt'>, seen: Date | null | undefined): boolean {
  return seen !== undefined && editedAt?.getTime() !== seen?.getTime();
}

/** Who writes an entry, and whether addresses and numbers in it stay. */
export type Writing = { sourceId: string; workspaceId: string; fingerprint: string; actorId: string; keepsPersonal: boolean };

async function auditKept(tx: Transaction, { sourceId, workspaceId, actorId, keepsPersonal }: Writing): Promise<void> {
  if (keepsPersonal) await appendAudit(tx, { action: 'evidence.personalKept', actorId, workspaceId, detail: { sourceId } });
}

/** Notes that an answer is typed in, with the audit log's entry if personal data in it stays. */
export async function noteEntry(tx: Transaction, writing: Writing): Promise<void> {
  const { sourceId, fingerprint, actorId, keepsPersonal } = writing;
  await tx.evidenceEntry.create({ data: { sourceId, fingerprint, keepsPersonal, authorId: actorId } });
  await auditKept(tx, writing);
}

/** Notes that an entry was changed, likewise. */
export async function noteEdit(tx: Transaction, writing: Writing): Promise<void> {
  const { fingerprint, actorId, keepsPersonal } = writing;
  await tx.evidenceEntry.update({ where: { fingerprint }, data: { keepsPersonal, editedBy: actorId, editedAt: new Date() } });
  await auditKept(tx, writing);
}
