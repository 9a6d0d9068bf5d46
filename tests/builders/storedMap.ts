import type { Database } from '@/lib/data/database';
import { createMap, type MapRow, type NewMap } from '@/lib/data/maps';
import { newId } from '@/lib/map/id';

/** A workspace with nobody in it. Returns its id. */
export async function storeWorkspace(db: Database, name = 'Service'): Promise<string> {
  const { id } = await db.prisma.workspace.create({ data: { id: newId(), name } });
  return id;
}

/** A map with a first state that is no Yjs document, for tests to which the content is nothing but bytes. */
export async function storeMap(db: Database, given: Partial<NewMap> = {}): Promise<MapRow> {
  return createMap(db, {
    id: newId(),
    workspaceId: given.workspaceId ?? (await storeWorkspace(db)),
    createdBy: 'user:a',
    kind: 'current',
    title: 'Call',
    persona: 'Ana',
    counts: { stageCount: 1, stepCount: 2, momentCount: 0 },
    schemaVersion: 1,
    state: new Uint8Array([1]),
    ...given,
  });
}

/** Bytes that differ from case to case and repeat from run to run (a linear congruence, numbers of Numerical Recipes). */
export function patternBytes(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed >>> 0;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
