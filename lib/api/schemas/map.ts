import { z } from 'zod';
import type { MapRow } from '@/lib/data/maps';
import { mapKinds } from '@/lib/map/meta';
import { id, moment } from './common';

/** A map as lists show it. */
export const mapSummarySchema = z
  .object({
    id,
    workspaceId: id,
    kind: z.enum(mapKinds).describe('Whether it shows the current or the future state.'),
    title: z.string(),
    persona: z.string().describe('The main persona’s name.'),
    stageCount: z.number().int(),
    stepCount: z.number().int(),
    momentCount: z.number().int().describe('How many all-or-nothing moments it has.'),
    createdAt: moment,
    updatedAt: moment.describe('When its content last changed.'),
    deletedAt: moment.nullable().describe('When it was put into the bin; null while it is not there.'),
    url: z.url().describe('Where people open it.'),
  })
  .meta({ id: 'MapSummary', description: 'A journey map as lists show it.' });
export type MapSummary = z.output<typeof mapSummarySchema>;

/** A map as lists show it, from its row. `base`: the address that links begin with. */
export function toMapSummary(row: MapRow, base: string): MapSummary {
  const { id: mapId, workspaceId, kind, title, persona, stageCount, stepCount, momentCount } = row;
  return {
    ...{ id: mapId, workspaceId, kind, title, persona, stageCount, stepCount, momentCount },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    url: `${base}/maps/${mapId}`,
  };
}
