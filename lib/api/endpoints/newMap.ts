import type { z } from 'zod';
import { findMapAccess } from '@/lib/auth/mapAccess';
import type { MapRow } from '@/lib/data/maps';
import { newId } from '@/lib/map/id';
import { addMadeMap } from '@/lib/maps/addMadeMap';
import type { MadeMap } from '@/lib/maps/mapSource';
import type { Answer, AnswerKind, Call } from '../endpoint';
import { createOnce } from '../once';
import { toMapSummary } from '../schemas/map';
import { baseOf } from './mapBody';

/** What every creation of a map answers. */
export const newMapAnswer = <Schema extends z.ZodType>(schema: Schema): AnswerKind => ({
  status: 201,
  description: 'The new map.',
  schema,
  headers: { Location: 'The address of the map in this API.' },
});

type Creation = Pick<Call<unknown, unknown, unknown>, 'runtime' | 'request' | 'actor' | 'once'>;

/** Makes a map under the id that its Idempotency-Key keeps, or finds the one that was made under it. */
export function createMapOnce({ runtime, actor, once }: Creation, make: (mapId: string) => Promise<MapRow>): Promise<MapRow> {
  const find = async (mapId: string) => (await findMapAccess(runtime.database, actor, mapId))?.map ?? null;
  return createOnce({ runtime, actor, once }, { newId, find, make });
}

/** The answer to the creation of a map. */
export function toCreated(call: Creation, row: MapRow, more: object = {}): Answer {
  return {
    status: 201,
    body: { ...toMapSummary(row, baseOf(call)), ...more },
    headers: { Location: `/api/v1/maps/${row.id}` },
  };
}

/** Stores a map that was made from a source, and answers with its report. The caller has judged the workspace. */
export async function createMadeMap(call: Creation, workspaceId: string, made: MadeMap, source: string): Promise<Answer> {
  const { runtime, actor } = call;
  const row = await createMapOnce(call, (mapId) => addMadeMap(runtime, actor, workspaceId, made, source, mapId));
  return toCreated(call, row, { report: made.report });
}
