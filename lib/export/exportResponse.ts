import type { Actor } from '@/lib/access/actor';
import type { MapAccess } from '@/lib/auth/mapAccess';
import { requestOrigin } from '@/lib/http/origin';
import type { Runtime } from '@/lib/runtime';
import { type ExportChoice, exportMap } from './exportMap';

/** Headers have to stay short: a map in a script without fonts has thousands of such characters. */
const maxNamed = 50;

/** A file of a map as an HTTP answer. Throws as `exportMap` does. */
export async function exportResponse(
  runtime: Runtime,
  actor: Actor,
  access: Pick<MapAccess, 'map' | 'standing'>,
  options: ExportChoice,
  request: Request,
): Promise<Response> {
  const origin = requestOrigin(request.headers, runtime.env) ?? undefined;
  const { result, disposition } = await exportMap(runtime, actor, access, options, origin);
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
}
