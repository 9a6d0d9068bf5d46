import { countAttempt } from '@/lib/auth/limits';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/forwarded';
import type { Runtime } from '@/lib/runtime';
import type { SignatureProblem } from '@/lib/sources/push/signature';
import { type Judged, judgeDelivery, noteOutcome, takeDelivery } from '@/lib/sources/push/takeDelivery';
import { endpoint } from '../endpoint';
import { countRequest } from '../rateLimit';
import { pushedSchema, webhookParams } from '../schemas/webhooks';
import { toPushedBody } from './webhookBodies';

/** Bytes of one delivery: a hundred answers with what was written. */
const mostBytes = 256 * 1024;

const sentences = {
  headersMissing: 'webhookHeadersMissing',
  timestampOff: 'webhookTimestampOff',
  signatureWrong: 'webhookSignatureWrong',
} as const satisfies Record<SignatureProblem, string>;

/** Notes a delivery that is not believed, as many as help whoever looks after the webhook: anybody can send one. */
async function noteDoubted(runtime: Runtime, doubted: Extract<Judged, { kind: 'doubted' }>): Promise<void> {
  try {
    await countAttempt(runtime, [{ limit: 'webhook.doubted', who: doubted.webhook.id }]);
  } catch (error) {
    if (error instanceof AppError) return;
    throw error;
  }
  await noteOutcome(runtime, doubted, { deliveryId: null, outcome: doubted.problem });
}

export const pushAnswersEndpoint = endpoint({
  method: 'POST',
  path: '/webhooks/{webhookId}',
  id: 'pushAnswers',
  tag: 'Evidence',
  summary: 'Push answers into a source',
  description:
    'For survey tools, signed by [Standard Webhooks](https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` (seconds; at most five minutes off) and `webhook-signature` (`v1,` and the Base64 of the HMAC-SHA-256 of `id.timestamp.body` with the webhook’s secret). The body is one JSON object, or a list of up to 100, at most 256 KiB, with the columns of a file that was imported into the source; it is read as that file was. The same `webhook-id` again changes nothing. When all rows are rejected, `errors` says why, row by row, and the delivery may be sent again.',
  access: 'none',
  params: webhookParams,
  body: { kind: 'file', mediaTypes: ['application/json'], limit: () => mostBytes },
  answer: { status: 200, description: 'What became of the rows.', schema: pushedSchema },
  problems: ['unauthenticated', 'notFound', 'conflict'],
  example: {
    params: { webhookId: '{webhookId}' },
    body: { 'Response ID': 'R1', Channel: 'phone', 'How satisfied were you? (1-5)': 5, 'Why?': 'Quick and friendly' },
  },
  handle: async ({ runtime, request, params, body, locale }) => {
    const judged = await judgeDelivery(runtime, params.webhookId, { headers: request.headers, body });
    if (judged.kind !== 'believed') {
      await countAttempt(runtime, [{ limit: 'token.wrong', who: clientAddress(request.headers) }]);
      if (judged.kind === 'unknown') throw new AppError('notFound', 'No such webhook.', { messageKey: 'webhookUnknown' });
      await noteDoubted(runtime, judged);
      throw new AppError('unauthenticated', `A delivery is not believed: ${judged.problem}.`, {
        messageKey: sentences[judged.problem],
        headers: { 'WWW-Authenticate': 'StandardWebhooks' },
      });
    }
    const headers = await countRequest(runtime, `webhook:${judged.webhook.id}`, 1);
    return { body: toPushedBody(await takeDelivery(runtime, judged, body), locale), headers };
  },
});
