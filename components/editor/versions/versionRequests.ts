import { z } from 'zod';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import type { MapPart } from '@/lib/document/restore/parts';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import type { MapEvidence, StepEvidence } from '@/lib/map/mapEvidence';
import { versionKinds } from '@/lib/versions/versionKind';

const versionSchema = z.object({
  number: z.number(),
  kind: z.enum(versionKinds),
  name: z.string(),
  note: z.string(),
  by: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  at: z.string(),
  stepCount: z.number(),
  cardCount: z.number(),
  /** That it is up for sign-off, or a baseline. */
  signOff: z
    .object({ status: z.enum(['open', 'signed']), signed: z.number(), asked: z.number(), signedAt: z.string().nullable() })
    .nullish(),
  /** Of one before a restore, in lists: which version was brought back then, how many parts of it (null: the whole), and whether that is undone. */
  restore: z
    .object({
      number: z.number(),
      name: z.string(),
      parts: z.number().nullish(),
      isUndone: z.boolean(),
      /** It was not done: the server was stopped before. */
      isPending: z.boolean().optional(),
    })
    .nullish(),
});
/** A version as the timeline shows it. */
export type Version = z.output<typeof versionSchema>;

const pageSchema = z.object({ items: z.array(versionSchema), next: z.number().nullable() });
export type VersionPage = z.output<typeof pageSchema>;

// What the server wrote of a map is taken as it is, like the document itself: judging each of some thousand cards would take longer than drawing them.
const shownSchema = z.object({
  version: versionSchema,
  map: z.custom<JourneyMap>((value) => typeof value === 'object' && value !== null && 'cards' in value),
  evidence: z
    .array(z.tuple([z.string(), z.custom<StepEvidence>((value) => typeof value === 'object' && value !== null)]))
    .nullable(),
});
/** A version with what was on the map, and what customers had said. */
export type ShownVersion = { version: Version; map: JourneyMap; evidence: MapEvidence | null };

const restoredSchema = z.object({ before: versionSchema, changes: z.number() });
const undoneSchema = z.object({ taken: z.number(), kept: z.number() });

const pathOf = (mapId: string): string => `/api/maps/${encodeURIComponent(mapId)}/versions`;

/** A page of a map's versions, newest first. Throws `RequestError`. */
export function fetchVersions(mapId: string, query: { before?: number; limit?: number }): Promise<VersionPage> {
  const asked = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return requestJson('GET', `${pathOf(mapId)}?${new URLSearchParams(asked)}`, pageSchema);
}

/** What a version shows. Throws `RequestError`. */
export async function fetchVersion(mapId: string, number: number): Promise<ShownVersion> {
  const { version, map, evidence } = await requestJson('GET', `${pathOf(mapId)}/${number}`, shownSchema);
  // An answer that this browser kept may be older than a collection.
  return { version, map: { ...emptyMap(), ...map }, evidence: evidence && new Map(evidence) };
}

/** Keeps the map as it is now. Throws `RequestError`. */
export function sendVersion(mapId: string, said: { name: string; note: string }): Promise<Version> {
  return requestJson('POST', pathOf(mapId), versionSchema, said);
}

/** Deletes a version for good. Throws `RequestError`. */
export async function deleteVersion(mapId: string, number: number): Promise<void> {
  await requestJson('DELETE', `${pathOf(mapId)}/${number}`, anyAnswer);
}

/**
 * Brings a version back into the live map, or (`parts`) only these parts of it. Answers the version that was kept right before, and how many differences there
 * were. Throws `RequestError`.
 */
export function restoreVersion(
  mapId: string,
  number: number,
  parts?: readonly MapPart[],
): Promise<z.output<typeof restoredSchema>> {
  return requestJson('POST', `${pathOf(mapId)}/${number}/restore`, restoredSchema, parts ? { parts } : {});
}

/**
 * Undoes the restore before which the version of this number was kept. Answers how many things went back (`taken`), and how many somebody had gone on
 * with, so that they stay (`kept`). Throws `RequestError`.
 */
export function undoRestore(mapId: string, number: number): Promise<z.output<typeof undoneSchema>> {
  return requestJson('POST', `/api/maps/${encodeURIComponent(mapId)}/restores/${number}/undo`, undoneSchema);
}
