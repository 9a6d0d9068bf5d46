import type { z } from 'zod';
import { baseAddress } from '@/lib/auth/baseAddress';
import type { DeliveryRow } from '@/lib/data/evidence/deliveries';
import type { WebhookRow } from '@/lib/data/evidence/webhooks';
import type { HeaderReader } from '@/lib/http/origin';
import type { Locale } from '@/lib/i18n/locale';
import type { Runtime } from '@/lib/runtime';
import { readProblem } from '@/lib/sources/problemSentence';
import type { Taken } from '@/lib/sources/push/takeDelivery';
import type { deliverySchema, pushedSchema, webhookSchema } from '../schemas/webhooks';

/** A webhook as it is answered. */
export function toWebhookBody(
  running: Pick<Runtime, 'env' | 'addresses'>,
  headers: HeaderReader,
  { id, createdAt, rotatedAt, previousUntil }: WebhookRow,
): z.output<typeof webhookSchema> {
  return {
    id,
    url: `${baseAddress(running, headers)}/api/v1/webhooks/${id}`,
    createdAt: createdAt.toISOString(),
    rotatedAt: rotatedAt?.toISOString() ?? null,
    previousUntil: previousUntil && previousUntil > new Date() ? previousUntil.toISOString() : null,
  };
}

/** A delivery as it is answered, with the sentence about what was wrong with it. */
export function toDeliveryBody(
  { problem, at, ...row }: DeliveryRow & { id: string },
  locale: Locale,
): z.output<typeof deliverySchema> {
  return { ...row, at: at.toISOString(), problem: problem === null ? null : readProblem(problem, locale) };
}

/** What became of a delivery's rows, as it is answered. */
export function toPushedBody({ rejected, ...taken }: Taken, locale: Locale): z.output<typeof pushedSchema> {
  return {
    ...taken,
    rejected: rejected.map(({ row, problem }) => {
      const { key, column, sentence } = readProblem(problem, locale);
      return { row, key, column, sentence };
    }),
  };
}
