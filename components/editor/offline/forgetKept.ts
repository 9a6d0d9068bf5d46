import { forgetOthers } from '@/components/offline/forgetOthers';
import { dropKeptPage } from '@/lib/offline/shelf';
import type { NoAccessReason } from '../session/saveState';

/** After access was lost this device opens the map no more; where nobody is signed in any more, none at all. Never rejects. */
export async function forgetKept(mapId: string, reason: NoAccessReason): Promise<void> {
  await dropKeptPage(`/maps/${mapId}`).catch(() => undefined);
  if (reason === 'signedOut') await forgetOthers(null);
}
