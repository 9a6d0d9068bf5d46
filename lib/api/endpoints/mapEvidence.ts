import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { MapRow } from '@/lib/data/maps';
import { readTarget } from '@/lib/sources/links/evidenceTarget';
import { listQuotes } from '@/lib/sources/links/listQuotes';
import { readMapEvidence } from '@/lib/sources/links/readMapEvidence';
import { readSuggestions } from '@/lib/sources/links/readSuggestions';
import { readTargetFigures } from '@/lib/sources/links/readTargetFigures';
import { readFiguresThen, type VersionThen } from '@/lib/versions/readFiguresThen';
import { endpoint } from '../endpoint';
import { pageOf, pageQuery } from '../page';
import { id, mapIdParams } from '../schemas/common';
import { dimensionSchema } from '../schemas/evidence';
import {
  figuresTarget,
  mapEvidenceSchema,
  quoteSchema,
  quotesTarget,
  suggestionSchema,
  targetFiguresSchema,
} from '../schemas/mapEvidence';
import { versionNumber } from '../schemas/version';
import { toMapEvidenceBody, toQuoteBody, toTargetFiguresBody } from './mapEvidenceBodies';
import { readQuoteCursor, toQuoteCursor } from './quoteCursor';

const against = versionNumber
  .optional()
  .describe('Number of a version of this map: `since` of each score tells what became of it since then.');

export const evidenceQuery = z.object({ against });

/** The version that figures of a map are compared with, for whoever may see versions of it; null when none is asked for. Throws `forbidden`, `notFound`. */
export async function readAgainst(
  runtime: Parameters<typeof readFiguresThen>[0],
  actor: Actor,
  row: MapRow,
  number: number | undefined,
): Promise<VersionThen | null> {
  if (number === undefined) return null;
  await requireMapAccess(actor, row.id, 'readVersions', runtime.database);
  return readFiguresThen(runtime, row, number);
}

export const getMapEvidenceEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/evidence',
  id: 'getMapEvidence',
  tag: 'Evidence',
  summary: 'Read what customers said about a map',
  description: [
    'Of each link what it comes to, and of each step the scores of all the links to itself. An answer that several links mean counts once for a step.',
    'The event `evidence.changed` says that it may have changed; with `If-None-Match`, asking again costs little.',
  ].join('\n\n'),
  access: 'read',
  conditional: true,
  params: mapIdParams,
  query: evidenceQuery,
  answer: { status: 200, description: 'Links and steps with their scores.', schema: mapEvidenceSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async ({ runtime, actor, params, query }) => {
    const row = await requireMapEvidence(actor, params.mapId, 'workspace.readFigures', runtime.database);
    const then = await readAgainst(runtime, actor, row, query.against);
    return { body: toMapEvidenceBody(await readMapEvidence(runtime, row), then) };
  },
});

export const figuresQuery = z.object({ target: figuresTarget, split: dimensionSchema.optional(), against });

export const getTargetFiguresEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/evidence/figures',
  id: 'getTargetFigures',
  tag: 'Evidence',
  summary: 'Read the scores of one step, card, transition, moment or link in detail',
  description:
    'With all months, and groups when `split` names a dimension. Of a target all its links together, each answer once.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  query: figuresQuery,
  answer: { status: 200, description: 'The scores.', schema: targetFiguresSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' }, query: { target: 'step:step1', split: 'channel' } },
  handle: async ({ runtime, actor, params, query }) => {
    const row = await requireMapEvidence(actor, params.mapId, 'workspace.readFigures', runtime.database);
    const figures = await readTargetFigures(runtime, row, { target: readTarget(query.target), split: query.split });
    return { body: toTargetFiguresBody(figures, await readAgainst(runtime, actor, row, query.against)) };
  },
});

export const quotesQuery = z.object({ target: quotesTarget, ...pageQuery });
export const quotePage = pageOf(quoteSchema).meta({ id: 'EvidenceQuotes' });

export const listQuotesEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/evidence/quotes',
  id: 'listQuotes',
  tag: 'Evidence',
  summary: 'Read what customers wrote about a step, card, transition or moment',
  description:
    'Source by source, the last given first. A page may have fewer answers than asked for, or none, while `nextCursor` says that there may be more.',
  access: 'read',
  params: mapIdParams,
  query: quotesQuery,
  answer: { status: 200, description: 'A page of answers with their texts.', schema: quotePage },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' }, query: { target: 'step:step1' } },
  handle: async ({ runtime, actor, params, query }) => {
    const row = await requireMapEvidence(actor, params.mapId, 'workspace.readAnswers', runtime.database);
    const asked = { target: readTarget(query.target), after: readQuoteCursor(query.cursor), limit: query.limit };
    const { quotes, next } = await listQuotes(runtime, row, asked);
    return { body: { items: quotes.map(toQuoteBody), nextCursor: next && toQuoteCursor(next) } };
  },
});

export const suggestionsQuery = z.object({ source: id });

export const suggestLinksEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/evidence/suggestions',
  id: 'suggestLinks',
  tag: 'Evidence',
  summary: 'See which answers of a source may be about which steps',
  description:
    'By what touchpoints and channels are called on both sides, German and English; the surest first. A person decides: link what is right by `linkEvidence`.',
  access: 'read',
  params: mapIdParams,
  query: suggestionsQuery,
  answer: {
    status: 200,
    description: 'What may be linked, and why; without what is linked already.',
    schema: z.object({ items: z.array(suggestionSchema) }).meta({ id: 'LinkSuggestions' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' }, query: { source: '{sourceId}' } },
  handle: async ({ runtime, actor, params, query }) => {
    const row = await requireMapEvidence(actor, params.mapId, 'workspace.readFigures', runtime.database);
    return { body: { items: await readSuggestions(runtime, row, query.source) } };
  },
});
