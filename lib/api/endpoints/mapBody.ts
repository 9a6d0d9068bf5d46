import { baseAddress } from '@/lib/auth/baseAddress';
import { findMap, type MapRow } from '@/lib/data/maps';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { toCurrentRow } from '@/lib/maps/mapState';
import type { Call } from '../endpoint';
import { requireMatch, toEtag } from '../etag';
import { type MapSummary, toMapSummary } from '../schemas/map';

type Asked = Pick<Call<unknown, unknown, unknown>, 'runtime' | 'request'>;

/** The address that links in an answer begin with. */
export const baseOf = ({ runtime, request }: Asked): string => baseAddress(runtime, request.headers);

/** A map as it stands now, everything that people are typing included. Throws `notFound`. */
export async function readSummary(asked: Asked, row: MapRow): Promise<MapSummary> {
  const { map } = await asked.runtime.liveMaps.read(row.id);
  return toMapSummary(toCurrentRow(row, map), baseOf(asked));
}

/** The same after a change of its content: the row, too, as it is now. */
export async function readChangedSummary(asked: Asked, row: MapRow): Promise<MapSummary> {
  return readSummary(asked, (await findMap(asked.runtime.database, row.id)) ?? row);
}

/** What `GET /maps/{mapId}/document` answers. */
export function toDocumentBody(map: JourneyMap, deleted: boolean): { map: JourneyMap } {
  return { map: deleted ? map : withoutDeleted(map) };
}

/** Heeds If-Match: it may name the tag of the map's summary or of its document, with or without deleted records. Throws `preconditionFailed`. */
export function requireMapMatch(asked: Asked, row: MapRow, map: JourneyMap): void {
  requireMatch(asked.request, () =>
    [toMapSummary(toCurrentRow(row, map), baseOf(asked)), toDocumentBody(map, true), toDocumentBody(map, false)].map((body) =>
      toEtag(JSON.stringify(body)),
    ),
  );
}
