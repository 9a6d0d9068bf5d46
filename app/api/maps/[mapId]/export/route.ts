import { z } from 'zod';
import { pairsSchema } from '@/lib/api/schemas/comparison';
import { versionNumber } from '@/lib/api/schemas/version';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { reportOnExport } from '@/lib/export/exportMap';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { exportResponse } from '@/lib/export/exportResponse';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { comparisonSchema, toComparison } from '@/lib/versions/comparison';

/** The map as a file; with `report=true` only what the file would lack, as JSON. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor, locale }) => {
  const actor = await requireActor();
  const access = await requireMapAccess(actor, params.mapId, 'export');
  const schema = exportOptionsSchema.extend({
    locale: exportOptionsSchema.shape.locale.default(locale),
    report: z.stringbool().default(false),
    version: versionNumber.optional(),
    compare: comparisonSchema.transform(toComparison).optional(),
    pairs: pairsSchema.optional(),
  });
  const { report, ...options } = readQuery(request, schema);
  if (report) {
    return Response.json(await reportOnExport(runtime, actor, access, options), { headers: { 'Cache-Control': 'no-store' } });
  }
  return exportResponse(runtime, actor, access, options, request);
});
