import { z } from 'zod';
import { deliveryOutcomes } from '@/lib/evidence/deliveryOutcome';
import { id, moment } from './common';
import { problemOfFileSchema } from './evidence';

export const webhookParams = z.object({ webhookId: id });

const count = z.number().int().min(0);

export const webhookSchema = z
  .object({
    id,
    url: z.string().describe('Where deliveries are sent.'),
    createdAt: moment,
    rotatedAt: moment.nullable().describe('When it got its present secret, if that is not its first one.'),
    previousUntil: moment.nullable().describe('Until when the secret before counts as well.'),
  })
  .meta({ id: 'EvidenceWebhook', description: 'By which a tool pushes answers into a source.' });

export const madeWebhookSchema = z
  .object({
    ...webhookSchema.shape,
    secret: z.string().describe('`whsec_…`: what deliveries are signed with. It is told this once.'),
  })
  .meta({ id: 'MadeEvidenceWebhook' });

export const deliverySchema = z
  .object({
    id,
    at: moment,
    outcome: z.enum(deliveryOutcomes),
    added: count,
    known: count,
    leftOut: count.describe('Rows of persons who were erased, or older than the source keeps answers.'),
    rejected: count,
    problem: problemOfFileSchema.nullable().describe('What was wrong first, without anything that stood in a cell.'),
  })
  .meta({ id: 'EvidenceDelivery', description: 'What became of one delivery to a webhook.' });

export const webhookStateSchema = z
  .object({
    webhook: webhookSchema.nullable(),
    deliveries: z.array(deliverySchema).describe('The last 50, the last first.'),
    columns: z.array(z.array(z.string())).describe('Names that deliveries may use: of each kind of file that was imported.'),
  })
  .meta({ id: 'EvidenceWebhookState' });

export const pushedSchema = z
  .object({
    added: count.describe('Answers that came in.'),
    known: count.describe('Rows that were there before.'),
    changed: count.describe('Known rows that say something else than before; they are left as they were.'),
    erased: count.describe('Rows of persons who were erased.'),
    expired: count.describe('Rows older than the source keeps answers.'),
    rejected: z.array(z.object({ row: count.describe('From 0.'), ...problemOfFileSchema.omit({ line: true }).shape })),
    isRepeated: z.boolean().describe('Whether this very delivery was settled before; it has changed nothing now.'),
  })
  .meta({ id: 'PushedAnswers', description: 'What became of the rows of a delivery.' });
