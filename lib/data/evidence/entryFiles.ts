import type { Database } from '../database';
import { lockSource } from './sources';

/** A picture or file of an entry. Pictures have a width and a height. */
export type EntryFileRow = {
  id: string;
  fingerprint: string;
  hash: string;
  smallHash: string | null;
  name: string;
  mediaType: string;
  size: number;
  width: number | null;
  height: number | null;
  createdAt: Date;
};

const shown = {
  ...{ id: true, fingerprint: true, hash: true, smallHash: true, name: true, mediaType: true },
  ...{ size: true, width: true, height: true, createdAt: true },
} as const;

export type NewEntryFile = Omit<EntryFileRow, 'createdAt'> & { createdBy: string };

/** Adds a file, whose bytes are stored, to an entry. `full` when it has `most` of them already; null when it is gone. */
export function addEntryFile(
  db: Database,
  sourceId: string,
  file: NewEntryFile,
  most: number,
): Promise<EntryFileRow | 'full' | null> {
  const { fingerprint } = file;
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    if ((await tx.evidenceEntry.count({ where: { sourceId, fingerprint } })) === 0) return null;
    if ((await tx.evidenceFile.count({ where: { fingerprint } })) >= most) return 'full';
    return tx.evidenceFile.create({ data: file, select: shown });
  });
}

/** A file of an entry, or null. */
export function findEntryFile(db: Database, sourceId: string, fingerprint: string, id: string): Promise<EntryFileRow | null> {
  return db.prisma.evidenceFile.findFirst({ where: { id, fingerprint, entry: { sourceId } }, select: shown });
}

/** Takes a file from an entry; its bytes go with the next sweep of stored files. False when it was gone. */
export async function removeEntryFile(db: Database, sourceId: string, fingerprint: string, id: string): Promise<boolean> {
  return (await db.prisma.evidenceFile.deleteMany({ where: { id, fingerprint, entry: { sourceId } } })).count > 0;
}

/** The files of entries, in the order in which they were added. */
export function listEntryFiles(db: Database, sourceId: string, fingerprints: readonly string[]): Promise<EntryFileRow[]> {
  const where = { fingerprint: { in: [...fingerprints] }, entry: { sourceId } };
  return db.prisma.evidenceFile.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: shown });
}

/** The hashes of all stored bytes that files of entries need. */
export async function listEntryFileHashes(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ hash: string }>(
    'select hash from evidence_file union select small_hash from evidence_file where small_hash is not null',
  );
  return rows.map(({ hash }) => hash);
}
