import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { exportMap, reportOnExport } from '@/lib/export/exportMap';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';

/** Headers have to stay short: a map in a script without fonts has thousands of such characters. */
const maxNamed = 50;

/** The map as a file; with `report=true` only what the file would lack, as JSON. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor, locale }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'export');
  const schema = exportOptionsSchema.extend({
    locale: exportOptionsSchema.shape.locale.default(locale),
    report: z.stringbool().default(false),
  });
  const { report, ...options } = readQuery(request, schema);
  if (report) {
    return Response.json(await reportOnExport(runtime, map.id, options), { headers: { 'Cache-Control': 'no-store' } });
  }
  const { result, disposition } = await exportMap(runtime, actor, map, options);
  return new Response(new Uint8Array(result.bytes), {
    headers: {
      'Content-Type': result.mediaType,
      'Content-Length': String(result.bytes.byteLength),
      'Content-Disposition': disposition,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // Opened in the browser, a drawing of other people's words runs nothing and loads nothing.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox",
      // Header values are ASCII: both are percent-encoded JSON.
      'X-Export-Missing': encodeURIComponent(JSON.stringify(result.missing.slice(0, maxNamed))),
      'X-Export-Warnings': encodeURIComponent(JSON.stringify(result.warnings)),
    },
  });
});
