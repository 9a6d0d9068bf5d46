import { z } from 'zod';
import { guestRoles } from '@/lib/access/standing';
import {
  closeJoinLink,
  listSharedJoinLinks,
  newJoinLinkSchema,
  openJoinLink,
  requireMapOfJoinLink,
  type SharedJoinLink,
} from '@/lib/auth/joinLinks';
import { newJoinLinkId } from '@/lib/auth/joinToken';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { id, mapIdParams, moment } from '../schemas/common';
import { baseOf } from './mapBody';

const joinLinkSchema = z
  .object({
    id,
    role: z.enum(guestRoles),
    label: z.string(),
    url: z.url().describe('What guests open; whoever has it is in.'),
    createdAt: moment,
    expiresAt: moment.nullable(),
    guestCount: z.number().int().describe('How many have come by it.'),
  })
  .meta({ id: 'JoinLink' });

const toBody = ({ createdAt, expiresAt, ...link }: SharedJoinLink) => ({
  ...link,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
});

export const listJoinLinksEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/join-links',
  id: 'listJoinLinks',
  tag: 'Sharing',
  summary: 'List the links that let guests in now',
  access: 'read',
  params: mapIdParams,
  answer: {
    status: 200,
    description: 'The links.',
    schema: z.object({ items: z.array(joinLinkSchema) }).meta({ id: 'JoinLinks' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async (call) => {
    const { map } = await requireMapAccess(call.actor, call.params.mapId, 'listJoinLinks', call.runtime.database);
    return { body: { items: (await listSharedJoinLinks(call.runtime, map.id, baseOf(call))).map(toBody) } };
  },
});

export const createJoinLinkEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/join-links',
  id: 'createJoinLink',
  tag: 'Sharing',
  summary: 'Open a map for guests',
  access: 'write',
  idempotent: true,
  params: mapIdParams,
  body: { kind: 'json', schema: newJoinLinkSchema.meta({ id: 'NewJoinLink' }) },
  answer: { status: 201, description: 'The link.', schema: joinLinkSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}' }, body: { role: 'editor', label: 'Workshop', expiresInHours: 24 } },
  handle: async (call) => {
    const { runtime, actor, body } = call;
    const { map } = await requireMapAccess(actor, call.params.mapId, 'createJoinLink', runtime.database);
    const base = baseOf(call);
    const link = await createOnce(call, {
      newId: newJoinLinkId,
      find: async (linkId) => (await listSharedJoinLinks(runtime, map.id, base)).find((known) => known.id === linkId) ?? null,
      make: (linkId) => openJoinLink(runtime, actor, map, body, base, linkId),
    });
    return { status: 201, body: toBody(link) };
  },
});

export const closeJoinLinkEndpoint = endpoint({
  method: 'DELETE',
  path: '/join-links/{joinLinkId}',
  id: 'closeJoinLink',
  tag: 'Sharing',
  summary: 'Close a link and send its guests away',
  access: 'write',
  params: z.object({ joinLinkId: id }),
  answer: { status: 204, description: 'The link is closed.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { joinLinkId: '{joinLinkId}' } },
  handle: async ({ runtime, actor, params }) => {
    const map = await requireMapOfJoinLink(runtime, actor, params.joinLinkId);
    await closeJoinLink(runtime, actor, map, params.joinLinkId);
    return { status: 204 };
  },
});
