import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { exportResponse } from '@/lib/export/exportResponse';
import { localeSchema } from '@/lib/i18n/locale';
import { comparisonSchema, toComparison } from '@/lib/versions/comparison';
import { endpoint } from '../endpoint';
import { mapIdParams, yesOrNo } from '../schemas/common';
import { pairsSchema } from '../schemas/comparison';
import { versionNumber } from '../schemas/version';

const { format, paper, orientation, persona, said, theme } = exportOptionsSchema.shape;

export const exportMapEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/export',
  id: 'exportMap',
  tag: 'Files',
  summary: 'Take a map along as a file',
  description: 'Exactly as on the screen. `scale` counts for PNG, `paper` and `orientation` for PDF, `theme` for pictures.',
  access: 'read',
  cost: 10,
  params: mapIdParams,
  query: z.object({
    format,
    scale: z.enum(['1', '2', '4']).default('2').transform(Number).describe('Pixels of the picture for one of the map.'),
    paper,
    orientation,
    theme,
    persona: persona.describe('Pictures: the journey of this persona alone; by default all of them over one another.'),
    deleted: yesOrNo.default(false).describe('JSON: with what was deleted.'),
    baseline: yesOrNo
      .default(true)
      .describe(
        'JSON, of a future state: with what was on the version that it starts from. Which version that is is in the file either way.',
      ),
    evidenceView: yesOrNo.default(false).describe('Pictures: hatch what is only assumed (“What do we really know?”).'),
    said: said.describe(
      'Pictures: what customers say, as far as whoever asks may know it: scores and quotes, `scores` only, or `none`.',
    ),
    reasons: yesOrNo
      .default(true)
      .describe(
        'PDF of a future state: with pages that say how far it is from its baseline, and why, for whoever may see versions.',
      ),
    comments: yesOrNo.default(false).describe('Mermaid: with what it has no place for, as comments.'),
    version: versionNumber.optional().describe('The version of this number in place of the live map.'),
    compare: comparisonSchema
      .optional()
      .describe(
        'Pictures: what lies between two states, `3..live` or `MAPID@2..5`, as `from` and `to` of `GET /maps/{mapId}/compare`; a PDF begins with the summary in sentences. Comes before `version`.',
      ),
    pairs: pairsSchema.optional().describe('With `compare`: what is the same of both, as there.'),
    locale: localeSchema
      .optional()
      .describe('Language of what the file says of itself; by default that of Accept-Language, else that of the token’s person.'),
  }),
  answer: {
    status: 200,
    description: 'The file.',
    mediaTypes: ['application/pdf', 'image/png', 'image/svg+xml', 'application/json', 'text/vnd.mermaid'],
    headers: {
      'Content-Disposition': 'The file’s name.',
      'X-Export-Missing': 'Percent-encoded JSON: characters that no font of the server has.',
      'X-Export-Warnings': 'Percent-encoded JSON: what the file lacks.',
    },
  },
  problems: ['forbidden', 'notFound', 'tooLarge'],
  example: { params: { mapId: '{mapId}' }, query: { format: 'pdf', paper: 'a3', orientation: 'landscape' } },
  handle: async ({ runtime, request, actor, params, query, locale }) => {
    const access = await requireMapAccess(actor, params.mapId, 'export', runtime.database);
    const options = exportOptionsSchema.parse({ ...query, locale: query.locale ?? locale });
    return exportResponse(
      runtime,
      actor,
      access,
      {
        ...options,
        version: query.version,
        pairs: query.pairs,
        compare: query.compare === undefined ? undefined : toComparison(query.compare),
      },
      request,
    );
  },
});
