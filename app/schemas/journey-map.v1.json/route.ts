import { route } from '@/lib/http/route';
import { mapFileJsonSchema } from '@/lib/interchange/mapFileJsonSchema';

/** The JSON Schema of a map's file: public, for editors and programs on any site. */
export const GET = route(() =>
  Response.json(mapFileJsonSchema(), {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  }),
);
