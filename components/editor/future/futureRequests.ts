import { z } from 'zod';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import type { JourneyMap } from '@/lib/map/journeyMap';

const originSchema = z.object({
  source: z.object({ place: z.enum(['here', 'bin', 'away']), mapId: z.string().nullable(), title: z.string() }),
  version: z.object({ number: z.number(), name: z.string(), at: z.string(), isThere: z.boolean() }),
  wasBaseline: z.boolean(),
  isBaseline: z.boolean(),
  hasContent: z.boolean(),
  fromFile: z.boolean(),
});
/** What a future state starts from, and what of it is still there. */
export type FutureOrigin = z.output<typeof originSchema>;

const listedSchema = z.object({
  ...{ mapId: z.string(), title: z.string(), versionNumber: z.number(), wasBaseline: z.boolean(), fromFile: z.boolean() },
});
/** A future state in the list at its current state. */
export type FutureListed = z.output<typeof listedSchema>;

const factsSchema = z.object({
  origin: originSchema.nullable(),
  left: z.array(z.object({ key: z.string(), fingerprint: z.string() })),
  futures: z.array(listedSchema),
});
export type FutureFacts = z.output<typeof factsSchema>;

// What the server wrote of a map is taken as it is, like the document itself.
const mapSchema = z.object({
  map: z.custom<JourneyMap>((value) => typeof value === 'object' && value !== null && 'cards' in value),
});
const madeSchema = z.object({ id: z.string(), title: z.string() });

const pathOf = (mapId: string): string => `/api/maps/${encodeURIComponent(mapId)}`;

/** What a map was derived from, what is decided, and which future states were derived from it. Throws `RequestError`, as all of these. */
export const fetchFuture = (mapId: string): Promise<FutureFacts> => requestJson('GET', `${pathOf(mapId)}/future`, factsSchema);

/** What was on the version that a future state starts from. */
export const fetchBase = async (mapId: string): Promise<JourneyMap> =>
  (await requestJson('GET', `${pathOf(mapId)}/future/base`, mapSchema)).map;

/** What the current state has become. */
export const fetchCurrent = async (mapId: string): Promise<JourneyMap> =>
  (await requestJson('GET', `${pathOf(mapId)}/future/current`, mapSchema)).map;

/** Notes that changes of the current state are not taken over, or are open again. */
export async function sendDecision(mapId: string, keys: readonly string[], left: boolean): Promise<void> {
  await requestJson('POST', `${pathOf(mapId)}/future/decisions`, anyAnswer, { keys, left });
}

/** Makes a future state from a version. */
export const makeFuture = (
  mapId: string,
  number: number,
  asked: { title: string; unsigned: boolean },
): Promise<z.output<typeof madeSchema>> => requestJson('POST', `${pathOf(mapId)}/versions/${number}/future`, madeSchema, asked);
