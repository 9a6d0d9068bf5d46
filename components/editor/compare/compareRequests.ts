import { z } from 'zod';
import { requestJson } from '@/components/workspace/request';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapEvidence, StepEvidence } from '@/lib/map/mapEvidence';
import { mapKinds } from '@/lib/map/meta';
import type { ComparedSide } from '@/lib/versions/comparedSide';
import { fetchBase, fetchFuture } from '../future/futureRequests';
import { fetchVersion, type ShownVersion } from '../versions/versionRequests';
import type { SideShown } from './compareStore';

/** A state with what was on the map. */
export type FetchedSide = { map: JourneyMap; shown: SideShown };

// What the server wrote of a map is taken as it is, like a version.
const liveSchema = z.object({
  map: z.custom<JourneyMap>((value) => typeof value === 'object' && value !== null && 'cards' in value),
  evidence: z
    .array(z.tuple([z.string(), z.custom<StepEvidence>((value) => typeof value === 'object' && value !== null)]))
    .nullable(),
});

const listSchema = z.object({ items: z.array(z.object({ id: z.string(), title: z.string(), kind: z.enum(mapKinds) })) });

/** The maps of a workspace, newest first. Throws `RequestError`. */
export async function fetchMaps(workspaceId: string): Promise<z.output<typeof listSchema>['items']> {
  return (await requestJson('GET', `/api/maps?workspace=${encodeURIComponent(workspaceId)}`, listSchema)).items;
}

async function fetchLive(mapId: string): Promise<{ map: JourneyMap; evidence: MapEvidence | null }> {
  const { map, evidence } = await requestJson('GET', `/api/maps/${encodeURIComponent(mapId)}/shown`, liveSchema);
  return { map, evidence: evidence && new Map(evidence) };
}

/** What is here already: the open map, and versions of it that were looked at. */
export type KnownStates = { mapId: string; live: JourneyMap; kept: readonly ShownVersion[] };

/** What names a map and its state. */
export const calledOn = ({ meta: { title, kind } }: JourneyMap): Pick<SideShown, 'title' | 'kind'> => ({ title, kind });

/** One of two states that are compared. Throws `RequestError`. */
export async function fetchSide({ mapId, state }: ComparedSide, { mapId: own, live, kept }: KnownStates): Promise<FetchedSide> {
  const foreign = mapId !== null && mapId !== own;
  if (state === 'live' && !foreign) {
    return { map: live, shown: { ...calledOn(live), version: null, foreign, evidence: undefined } };
  }
  if (state === 'live') {
    const { map, evidence } = await fetchLive(mapId ?? own);
    return { map, shown: { ...calledOn(map), version: null, foreign, evidence } };
  }
  if (state === 'baseline') {
    const [map, { origin }] = await Promise.all([fetchBase(mapId ?? own), fetchFuture(mapId ?? own)]);
    const start = origin ? { start: origin.version } : {};
    return { map, shown: { ...calledOn(map), version: null, ...start, foreign, evidence: null } };
  }
  const known = foreign ? undefined : kept.find(({ version }) => version.number === state);
  const { map, version, evidence } = known ?? (await fetchVersion(mapId ?? own, state));
  return { map, shown: { ...calledOn(map), version, foreign, evidence } };
}
