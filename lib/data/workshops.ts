import type { WorkshopState } from '@/lib/workshop/state';
import { noWorkshop, workshopStateSchema } from '@/lib/workshop/state';
import type { Database } from './database';
import { statementName } from './statementName';

export type WorkshopRow = { state: WorkshopState; version: number };

/** What is stored is read with care: a workshop that cannot be read is none. */
export const toWorkshopState = (value: unknown): WorkshopState => workshopStateSchema.safeParse(value).data ?? noWorkshop();

/** The workshop on a map; one that nobody leads when there never was one. */
export async function findWorkshop(db: Pick<Database, 'prisma'>, mapId: string): Promise<WorkshopRow> {
  const row = await db.prisma.workshop.findUnique({ where: { mapId }, select: { state: true, version: true } });
  return row ? { state: toWorkshopState(row.state), version: row.version } : { state: noWorkshop(), version: 0 };
}

/** Who may write while a workshop's leaders keep the map locked: their actor ids. Null: it is not locked. Asked at every judgement. */
export async function findMapHold(db: Database, mapId: string): Promise<string[] | null> {
  const { rows } = await db.pool.query<{ leaders: unknown }>({
    name: statementName(db, 'mapHold'),
    text: `select state->'leaders' as leaders from workshop where map_id = $1 and state->'locks'->>'map' = 'true'`,
    values: [mapId],
  });
  const leaders = rows[0]?.leaders;
  return Array.isArray(leaders) && leaders.length > 0 ? leaders.map(String) : null;
}

/** Changes the workshop on a map under its row's lock. Whatever `change` throws changes nothing; the same state is not written. */
export function changeWorkshop(
  db: Database,
  mapId: string,
  change: (state: WorkshopState) => WorkshopState,
): Promise<WorkshopRow & { before: WorkshopState; changed: boolean }> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO workshop (map_id, state) VALUES (${mapId}, '{}') ON CONFLICT (map_id) DO NOTHING`;
    const [row] = await tx.$queryRaw<
      { state: unknown; version: number }[]
    >`SELECT state, version FROM workshop WHERE map_id = ${mapId} FOR UPDATE`;
    const before = toWorkshopState(row?.state);
    const next = change(before);
    const version = row?.version ?? 0;
    if (next === before) return { before, state: before, version, changed: false };
    // What could not be read again would be no workshop at all: its agenda lost, its silent round revealed. Rather nothing changes.
    const state = workshopStateSchema.parse(next);
    await tx.workshop.update({ where: { mapId }, data: { state, version: version + 1, updatedAt: new Date() } });
    return { before, state, version: version + 1, changed: true };
  });
}
