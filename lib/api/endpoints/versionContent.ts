import { z } from 'zod';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { readVersionEvidence, readVersionMap, requireVersion } from '@/lib/versions/readVersion';
import type { VersionEvidence, VersionSum } from '@/lib/versions/versionEvidence';
import { endpoint } from '../endpoint';
import { yesOrNo } from '../schemas/common';
import { journeyMapContent } from '../schemas/document';
import { versionEvidenceSchema, versionParams } from '../schemas/version';
import { toDocumentBody } from './mapBody';
import { toEmotionBody } from './mapEvidenceBodies';
import { toChangeBody, toFigureBody } from './sourceBodies';

export const getVersionDocumentEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/versions/{number}/document',
  id: 'getVersionDocument',
  tag: 'Versions',
  summary: 'Read what was on a map',
  description:
    'In the form of `GET /maps/{mapId}/document`, with the same ids. Links to evidence are references, as they are there.',
  access: 'read',
  conditional: true,
  params: versionParams,
  query: z.object({
    deleted: yesOrNo
      .default(false)
      .describe('`true`: with records that were deleted by then, each with the time of its deletion.'),
  }),
  answer: {
    status: 200,
    description: 'The content.',
    schema: z.object({ map: journeyMapContent }).meta({ id: 'VersionDocument' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}', number: '1' } },
  handle: async ({ runtime, actor, params, query }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', runtime.database);
    const version = await requireVersion(runtime.database, map.id, params.number);
    return { body: toDocumentBody(await readVersionMap(runtime, version), query.deleted) };
  },
});

const toSumBody = ({ answers, quotes, scores, emotion }: VersionSum) => ({
  ...{ answers, quotes },
  scores: scores.map(({ asked, figure, change }) => ({
    ...{ asked, scale: figure.scale, method: figure.method },
    figure: toFigureBody(figure),
    change: change && toChangeBody(change),
  })),
  emotion: toEmotionBody(emotion),
});

function toEvidenceBody(evidence: VersionEvidence | null): z.output<typeof versionEvidenceSchema> {
  const { sources, links, steps } = evidence ?? { sources: [], links: [], steps: [] };
  return {
    sources,
    links: links.map(({ linkId, ...sum }) => ({ linkId, ...toSumBody(sum) })),
    steps: steps.map(({ stepId, isMeasured, ...sum }) => ({ stepId, isMeasured, ...toSumBody(sum) })),
  };
}

export const getVersionEvidenceEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/versions/{number}/evidence',
  id: 'getVersionEvidence',
  tag: 'Versions',
  summary: 'Read what customers had said about a map',
  description:
    'The figures as they stood when the version was kept. Nothing is told of a map that has come from another workspace since, as the answers are that one’s.',
  access: 'read',
  conditional: true,
  params: versionParams,
  answer: { status: 200, description: 'The figures.', schema: versionEvidenceSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}', number: '1' } },
  handle: async ({ runtime: { database }, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', database);
    await requireMapEvidence(actor, map.id, 'workspace.readFigures', database);
    const version = await requireVersion(database, map.id, params.number);
    return { body: toEvidenceBody(await readVersionEvidence(database, version, map)) };
  },
});
