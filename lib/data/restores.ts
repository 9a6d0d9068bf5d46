import type { MapPart } from '@/lib/document/restore/parts';
import { partTypes } from '@/lib/document/restore/parts';
import type { Database } from './database';

/** That a version was brought back; ids are those of versions. `parts` null: the whole of it. `pending`: it is to be, and was not (yet). */
export type RestoreRow = {
  beforeId: string;
  mapId: string;
  versionId: string;
  parts: MapPart[] | null;
  restoredBy: string;
  restoredAt: Date;
  undoneAt: Date | null;
  pending: boolean;
};

const selected = {
  ...{
    beforeId: true,
    mapId: true,
    versionId: true,
    parts: true,
    restoredBy: true,
    restoredAt: true,
    undoneAt: true,
    pending: true,
  },
} as const;

/** Parts as the database holds them, which is JSON. */
function toParts(stored: unknown): MapPart[] | null {
  if (!Array.isArray(stored)) return null;
  return stored.flatMap((part: { type?: unknown; id?: unknown }) => {
    const type = partTypes.find((known) => known === part.type);
    return type && typeof part.id === 'string' ? [{ type, id: part.id }] : [];
  });
}

/**
 * Notes that a version is to be brought back, at the time of `restoredAt`. It is pending until it is done: the commit of its change says so itself (`AppendEntry`), so what
 * a crash leaves pending was not done. False when one of the versions was deleted meanwhile.
 */
export async function insertRestore(db: Database, { parts, undoneAt: _, ...row }: Omit<RestoreRow, 'pending'>): Promise<boolean> {
  try {
    await db.prisma.mapRestore.create({
      data: { ...row, pending: true, ...(parts && { parts: parts.map((part) => ({ ...part })) }) },
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'P2003') return false;
    throw error;
  }
}

/** Notes that it was done, where that changed nothing and so no commit says it. */
export async function markRestored(db: Database, beforeId: string): Promise<void> {
  await db.prisma.mapRestore.updateMany({ where: { beforeId }, data: { pending: false } });
}

/** Forgets one that came to nothing; one that was done stays. */
export async function deleteRestore(db: Database, beforeId: string): Promise<void> {
  await db.prisma.mapRestore.deleteMany({ where: { beforeId, pending: true } });
}

/** The restore before which this version was kept; null when there was none. */
export async function findRestore(db: Database, beforeId: string): Promise<RestoreRow | null> {
  const row = await db.prisma.mapRestore.findUnique({ where: { beforeId }, select: selected });
  return row && { ...row, parts: toParts(row.parts) };
}

/**
 * What a list tells of a restore: which version was brought back, how many parts of it (null: the whole), and whether that is undone. `isPending`: it
 * was not done, as the server was stopped before; or is just being done.
 */
export type RestoreMark = { number: number; name: string; parts: number | null; isUndone: boolean; isPending: boolean };

/** What was brought back after each of these versions (ids), as far as something was. */
export async function findRestoreMarks(db: Database, beforeIds: readonly string[]): Promise<ReadonlyMap<string, RestoreMark>> {
  if (beforeIds.length === 0) return new Map();
  const rows = await db.prisma.mapRestore.findMany({
    where: { beforeId: { in: [...beforeIds] } },
    select: { beforeId: true, parts: true, undoneAt: true, pending: true, version: { select: { number: true, name: true } } },
  });
  return new Map(
    rows.map(({ beforeId, parts, undoneAt, pending, version }) => {
      const is = { isUndone: undoneAt !== null, isPending: pending && undoneAt === null };
      const mark = { ...version, parts: toParts(parts)?.length ?? null, ...is };
      return [beforeId, mark] as const;
    }),
  );
}

/** Notes that one is undone. */
export async function markUndone(db: Database, beforeId: string, actorId: string): Promise<void> {
  await db.prisma.mapRestore.updateMany({
    where: { beforeId, undoneAt: null },
    data: { undoneBy: actorId, undoneAt: new Date() },
  });
}
