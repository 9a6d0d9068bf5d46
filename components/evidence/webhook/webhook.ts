import { z } from 'zod';
import { deliveryOutcomes } from '@/lib/evidence/deliveryOutcome';

const webhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  createdAt: z.string(),
  rotatedAt: z.string().nullable(),
  previousUntil: z.string().nullable(),
});
/** By which address a tool pushes answers into a source. */
export type Webhook = z.output<typeof webhookSchema>;

/** One whose secret the server has just told. */
export const madeWebhookSchema = webhookSchema.extend({ secret: z.string() });

const deliverySchema = z.object({
  id: z.string(),
  at: z.string(),
  outcome: z.enum(deliveryOutcomes),
  added: z.number(),
  known: z.number(),
  leftOut: z.number(),
  rejected: z.number(),
  problem: z.object({ column: z.string().nullable(), sentence: z.string() }).nullable(),
});
/** What became of one delivery. */
export type Delivery = z.output<typeof deliverySchema>;
