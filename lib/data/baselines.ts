import type { Database } from './database';

/** A version that everybody who was asked has signed. `signedAt`: when the last one did; `signatures`: how many did. */
export type Baseline = { versionId: string; number: number; name: string; signedAt: Date; signatures: number };

/** Whether a version (by its id) is a baseline: it was put up for sign-off, and everybody who was asked has signed it. */
export async function isBaseline(db: Database, versionId: string): Promise<boolean> {
  return (await db.prisma.mapSignOff.count({ where: { versionId, status: 'signed' } })) > 0;
}

/** The baselines of a map, newest first; those whose version was deleted are left out. */
export async function listBaselines(db: Database, mapId: string): Promise<Baseline[]> {
  const rows = await db.prisma.mapSignOff.findMany({
    where: { mapId, status: 'signed', versionId: { not: null }, endedAt: { not: null } },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    select: { versionId: true, versionNumber: true, versionName: true, endedAt: true, _count: { select: { signatures: true } } },
  });
  return rows.flatMap(({ versionId, versionNumber: number, versionName: name, endedAt: signedAt, _count }) =>
    versionId && signedAt ? [{ versionId, number, name, signedAt, signatures: _count.signatures }] : [],
  );
}

/** The newest baseline of a map; null when it has none. */
export async function findBaselineOf(db: Database, mapId: string): Promise<Baseline | null> {
  return (await listBaselines(db, mapId))[0] ?? null;
}
