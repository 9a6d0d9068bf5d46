import { z } from 'zod';
import { idSchema } from '@/lib/map/id';

/** What a socket's address asks for. */
export type SyncTarget = {
  mapId: string;
  /** The document that the client has; null when it claims none and so must begin from an empty one. */
  claims: { epoch: number; schemaVersion: number } | null;
  /** Whether it wants to be told what is committed. */
  confirm: boolean;
};

const numberSchema = z.string().regex(/^\d{1,9}$/);

/** A number that no document has: a claim that cannot be read is a wrong claim. */
const never = -1;

/** What the path `/sync/<mapId>?epoch=…&schema=…&confirm=1` asks for; null when it is no such path. */
export function parseTarget(url: string | undefined): SyncTarget | null {
  const [path = '', query = ''] = (url ?? '').split('?', 2);
  const mapId = idSchema.safeParse(/^\/sync\/([^/]+)$/.exec(path)?.[1]);
  if (!mapId.success) return null;
  const params = new URLSearchParams(query);
  const number = (name: string): number => {
    const value = numberSchema.safeParse(params.get(name));
    return value.success ? Number(value.data) : never;
  };
  const claims = params.has('epoch') || params.has('schema') ? { epoch: number('epoch'), schemaVersion: number('schema') } : null;
  return { mapId: mapId.data, claims, confirm: params.get('confirm') === '1' };
}
