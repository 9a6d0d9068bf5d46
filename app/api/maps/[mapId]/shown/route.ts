import { requireMapAccess } from '@/lib/auth/mapAccess';
import { readExported } from '@/lib/export/exportedMap';
import { route } from '@/lib/http/route';

/** A map as it stands now, with what customers say as far as whoever asks may know it: to compare another map with it. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, locale }) => {
  const access = await requireMapAccess(await requireActor(), params.mapId, 'read');
  const { map, evidence } = await readExported(runtime, access, { state: 'live', locale, withEvidence: true });
  return Response.json({ map, evidence: evidence && [...evidence] }, { headers: { 'Cache-Control': 'no-store' } });
});
