import { type DeliveryRow, listDeliveries } from '@/lib/data/evidence/deliveries';
import { listPlans } from '@/lib/data/evidence/imports';
import { findWebhookOf, type WebhookRow } from '@/lib/data/evidence/webhooks';
import { readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import type { Runtime } from '@/lib/runtime';

/** What somebody who looks after a webhook sees. `columns`: the names that deliveries may use, of each kind of file that was imported. */
export type WebhookState = { webhook: WebhookRow | null; deliveries: (DeliveryRow & { id: string })[]; columns: string[][] };

/** The names of the columns that a plan takes something over from. */
function namesOf(plan: unknown): string[] {
  const { data } = readingPlanSchema.safeParse(plan);
  return (data?.columns ?? [])
    .filter(({ role }) => role.kind !== 'ignore' && !(role.kind === 'personal' && role.treatment === 'drop'))
    .map(({ name }) => name);
}

/** The webhook of a source, and what came to it. */
export async function readWebhook({ database }: Pick<Runtime, 'database'>, sourceId: string): Promise<WebhookState> {
  const webhook = await findWebhookOf(database, sourceId);
  const names = (await listPlans(database, sourceId)).map(namesOf).filter(({ length }) => length > 0);
  const columns = [...new Map(names.map((of) => [[...of].sort().join('\n'), of])).values()];
  return { webhook, deliveries: webhook ? await listDeliveries(database, webhook.id) : [], columns };
}
