import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import {
  closeViewLink,
  listSharedViewLinks,
  newViewLinkSchema,
  openViewLink,
  requireMapOfViewLink,
  type SharedViewLink,
} from '@/lib/auth/viewLinks';
import { newViewLinkId } from '@/lib/auth/viewToken';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { id, mapIdParams, moment } from '../schemas/common';
import { baseOf } from './mapBody';

const viewLinkSchema = z
  .object({
    id,
    label: z.string(),
    url: z.url().describe('What anybody opens to look at the map, without an account and without being on it.'),
    embedUrl: z.url().nullable().describe('What another site puts into a frame; null for a link that is not for that.'),
    embedSites: z.array(z.string()).describe('The only sites whose pages may do so; empty for any.'),
    hasPassword: z.boolean(),
    createdAt: moment,
    expiresAt: moment.nullable(),
  })
  .meta({ id: 'ViewLink' });

const toBody = ({ createdAt, expiresAt, ...link }: SharedViewLink) => ({
  ...link,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
});

export const listViewLinksEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/view-links',
  id: 'listViewLinks',
  tag: 'Sharing',
  summary: 'List the links that show the map now',
  access: 'read',
  params: mapIdParams,
  answer: {
    status: 200,
    description: 'The links.',
    schema: z.object({ items: z.array(viewLinkSchema) }).meta({ id: 'ViewLinks' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async (call) => {
    const { map } = await requireMapAccess(call.actor, call.params.mapId, 'listViewLinks', call.runtime.database);
    return { body: { items: (await listSharedViewLinks(call.runtime, map.id, baseOf(call))).map(toBody) } };
  },
});

export const createViewLinkEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/view-links',
  id: 'createViewLink',
  tag: 'Sharing',
  summary: 'Show a map to whoever gets a link, read-only',
  access: 'write',
  idempotent: true,
  params: mapIdParams,
  body: { kind: 'json', schema: newViewLinkSchema.meta({ id: 'NewViewLink' }) },
  answer: { status: 201, description: 'The link.', schema: viewLinkSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}' }, body: { label: 'For the board', expiresInHours: 168, embeddable: false } },
  handle: async (call) => {
    const { runtime, actor, body } = call;
    const { map } = await requireMapAccess(actor, call.params.mapId, 'createViewLink', runtime.database);
    const base = baseOf(call);
    const link = await createOnce(call, {
      newId: newViewLinkId,
      find: async (linkId) => (await listSharedViewLinks(runtime, map.id, base)).find((known) => known.id === linkId) ?? null,
      make: (linkId) => openViewLink(runtime, actor, map, body, base, linkId),
    });
    return { status: 201, body: toBody(link) };
  },
});

export const closeViewLinkEndpoint = endpoint({
  method: 'DELETE',
  path: '/view-links/{viewLinkId}',
  id: 'closeViewLink',
  tag: 'Sharing',
  summary: 'Close a link that shows a map',
  access: 'write',
  params: z.object({ viewLinkId: id }),
  answer: { status: 204, description: 'The link is closed.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { viewLinkId: '{viewLinkId}' } },
  handle: async ({ runtime, actor, params }) => {
    const map = await requireMapOfViewLink(runtime, actor, params.viewLinkId);
    await closeViewLink(runtime, actor, map, params.viewLinkId);
    return { status: 204 };
  },
});
