import type { Database } from './database';

/** Maps looked at in one round, and versions that one statement deletes at most. */
const mapsAtOnce = 20;
const deletedAtOnce = 100;

/** Kinds of which age may leave less; named ones stay whatever their kind. */
const thinnedKinds = ['automatic', 'beforeRestore'];

/**
 * Maps with changes of which no version was made: those that were quiet since `quietSince`, and those that changed all the while and were
 * looked at before `longSince`. Those that waited longest first.
 */
export async function listMapsDueForVersion(
  db: Database,
  { quietSince, longSince, except }: { quietSince: Date; longSince: Date; except: readonly string[] },
): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select m.id from journey_map m join workspace w on w.id = m.workspace_id
     where m.seq > m.versioned_seq and (m.updated_at < $1 or m.versioned_at < $2) and m.deleted_at is null and w.deleted_at is null
       and m.id <> all($3::text[])
     order by m.versioned_at limit $4`,
    [quietSince, longSince, except, mapsAtOnce],
  );
  return rows.map(({ id }) => id);
}

/** What thinning needs to know of a version. */
export type ThinnableVersion = { id: string; number: number; at: Date };

/** What age may take away: nothing that was put up for sign-off, and nothing that a restore since then, which can still be undone, goes by. */
function thinnable(undoableSince: Date) {
  const undoable = { undoneAt: null, restoredAt: { gte: undoableSince } };
  return {
    ...{ name: '', kind: { in: thinnedKinds }, signOffs: { none: {} } },
    ...{ restores: { none: undoable }, NOT: { restore: { is: undoable } } },
  };
}

/** The versions of a map that age may take away, oldest first; those stay by which a restore since `undoableSince` is undone. */
export function listThinnable(db: Database, mapId: string, undoableSince: Date): Promise<ThinnableVersion[]> {
  return db.prisma.mapVersion
    .findMany({
      where: { mapId, ...thinnable(undoableSince) },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, createdAt: true },
    })
    .then((rows) => rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt })));
}

/** Maps that have versions which age may take away, made before that time. */
export async function listMapsToThin(db: Database, before: Date): Promise<string[]> {
  const rows = await db.prisma.mapVersion.groupBy({
    by: ['mapId'],
    where: { name: '', kind: { in: thinnedKinds }, createdAt: { lt: before } },
    having: { id: { _count: { gt: 1 } } },
  });
  return rows.map(({ mapId }) => mapId);
}

/** Removes versions in short steps. Their bytes go with the next sweep of stored files. Returns how many went. */
export async function removeVersions(db: Database, ids: readonly string[], undoableSince: Date): Promise<number> {
  let removed = 0;
  for (let start = 0; start < ids.length; start += deletedAtOnce) {
    // Judged again: what was said of it when it was listed may have changed.
    const where = { id: { in: ids.slice(start, start + deletedAtOnce) }, ...thinnable(undoableSince) };
    removed += (await db.prisma.mapVersion.deleteMany({ where })).count;
  }
  return removed;
}
