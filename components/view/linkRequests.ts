import { z } from 'zod';
import { requestJson, toRequestError } from '@/components/workspace/request';
import { viewProofHeader } from '@/lib/http/viewProofHeader';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import { journeyMapSchema } from '@/lib/map/journeyMap';

const answerSchema = z.object({ map: journeyMapSchema });
const proofSchema = z.object({ proof: z.string() });

/** A map as a link showed it, and the tag by which to ask whether it still does. */
export type Shown = { map: ArrangedMap; etag: string };

const pathOf = (token: string): string => `/api/view/${encodeURIComponent(token)}`;

function headersOf(proof: string | null, etag?: string): Record<string, string> {
  return {
    'Accept-Language': document.documentElement.lang,
    ...(proof === null ? {} : { [viewProofHeader]: proof }),
    ...(etag === undefined ? {} : { 'If-None-Match': etag }),
  };
}

/** The map behind a link; null when it is still the one of `etag`. Throws RequestError. */
export async function fetchShown(token: string, proof: string | null, etag?: string): Promise<Shown | null> {
  const response = await fetch(pathOf(token), { headers: headersOf(proof, etag), cache: 'no-store' });
  if (response.status === 304) return null;
  if (!response.ok) throw await toRequestError(response);
  const { map } = answerSchema.parse(await response.json());
  return { map: arrange(map), etag: response.headers.get('etag') ?? '' };
}

/** A picture on a card; null when there is none. */
export async function fetchPicture(token: string, proof: string | null, fileId: string): Promise<Blob | null> {
  const response = await fetch(`${pathOf(token)}/files/${encodeURIComponent(fileId)}`, { headers: headersOf(proof) });
  return response.ok ? response.blob() : null;
}

/** Shows a link's password; returns what proves from then on that it was known. Throws RequestError. */
export async function sendPassword(token: string, password: string): Promise<string> {
  return (await requestJson('POST', `${pathOf(token)}/password`, proofSchema, { password })).proof;
}
