import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { makeWebhook, renewSecret, revokeWebhook, rotationSchema } from '@/lib/sources/push/manageWebhook';
import { readWebhook } from '@/lib/sources/push/readWebhook';
import { endpoint } from '../endpoint';
import { sourceIdParams } from '../schemas/evidence';
import { madeWebhookSchema, webhookStateSchema } from '../schemas/webhooks';
import { toDeliveryBody, toWebhookBody } from './webhookBodies';

export const getWebhookEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/webhook',
  id: 'getWebhook',
  tag: 'Evidence',
  summary: 'See a source’s webhook, and what came to it',
  description: 'The secret is told to nobody any more.',
  access: 'read',
  params: sourceIdParams,
  answer: { status: 200, description: 'The webhook, if there is one.', schema: webhookStateSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{sourceId}' } },
  handle: async ({ runtime, request, actor, params, locale }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    const { webhook, deliveries, columns } = await readWebhook(runtime, source.id);
    const body = {
      webhook: webhook && toWebhookBody(runtime, request.headers, webhook),
      deliveries: deliveries.map((row) => toDeliveryBody(row, locale)),
      columns,
    };
    return { body };
  },
});

export const createWebhookEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/webhook',
  id: 'createWebhook',
  tag: 'Evidence',
  summary: 'Give a source a webhook',
  description: 'The answer holds the secret that deliveries are signed with, this once.',
  access: 'write',
  params: sourceIdParams,
  answer: { status: 201, description: 'The webhook, with its secret.', schema: madeWebhookSchema },
  problems: ['forbidden', 'notFound', 'conflict'],
  example: { params: { sourceId: '{sourceId}' } },
  handle: async ({ runtime, request, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    const made = await makeWebhook(runtime, actor, source);
    return { status: 201, body: { ...toWebhookBody(runtime, request.headers, made), secret: made.secret } };
  },
});

export const renewWebhookEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/webhook/rotate',
  id: 'renewWebhook',
  tag: 'Evidence',
  summary: 'Give a webhook a new secret',
  description:
    'The address stays. The secret before counts for a while, so that no delivery is lost until the sending tool has the new one.',
  access: 'write',
  params: sourceIdParams,
  body: { kind: 'json', schema: rotationSchema.meta({ id: 'EvidenceWebhookRotation' }), required: false },
  answer: { status: 200, description: 'The webhook, with its new secret.', schema: madeWebhookSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{interviewsId}' }, body: { overlapHours: 24 } },
  handle: async ({ runtime, request, actor, params, body }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    const made = await renewSecret(runtime, actor, source, body);
    return { body: { ...toWebhookBody(runtime, request.headers, made), secret: made.secret } };
  },
});

export const revokeWebhookEndpoint = endpoint({
  method: 'DELETE',
  path: '/sources/{sourceId}/webhook',
  id: 'revokeWebhook',
  tag: 'Evidence',
  summary: 'Take a source’s webhook away',
  description: 'Its address takes nothing any more. Answers that came stay.',
  access: 'write',
  params: sourceIdParams,
  answer: { status: 204, description: 'The webhook is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{interviewsId}' } },
  handle: async ({ runtime, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    await revokeWebhook(runtime, actor, source);
    return { status: 204 };
  },
});
