import { findDelivery, type NewDelivery, noteDelivery } from '@/lib/data/evidence/deliveries';
import { listPlans } from '@/lib/data/evidence/imports';
import { RowsInMotion } from '@/lib/data/evidence/singleAnswers';
import { findSource, type SourceRow } from '@/lib/data/evidence/sources';
import { findWebhook, type WebhookRow } from '@/lib/data/evidence/webhooks';
import { readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import type { RejectedRow } from '@/lib/evidence/reading/readResponse';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { keysOf } from './manageWebhook';
import { readPushed } from './readPushed';
import { busy, noPlan, notJson, refused, withoutCells } from './refusals';
import { findSignatureProblem, readSigned, type SignatureProblem } from './signature';
import { tellPushed } from './tellPushed';
import { type WrittenRows, writePushed } from './writePushed';

type Running = Pick<Runtime, 'database' | 'events' | 'log' | 'secret'>;

/** What became of a delivery's rows. `isRepeated`: the delivery was settled before. */
export type Taken = WrittenRows & { rejected: RejectedRow[]; isRepeated: boolean };

/** A delivery that was believed, or why it is not. */
export type Judged =
  | { kind: 'believed'; webhook: WebhookRow; source: SourceRow; deliveryId: string }
  | { kind: 'doubted'; webhook: WebhookRow; source: SourceRow; problem: SignatureProblem }
  | { kind: 'unknown' };

/** Looks who has signed a delivery to an address. */
export async function judgeDelivery(
  running: Pick<Runtime, 'database' | 'secret'>,
  webhookId: string,
  { headers, body }: { headers: { get(name: string): string | null }; body: Uint8Array },
): Promise<Judged> {
  const webhook = await findWebhook(running.database, webhookId);
  const source = webhook && (await findSource(running.database, webhook.sourceId));
  if (!webhook || !source) return { kind: 'unknown' };
  const now = new Date();
  const signed = readSigned(headers);
  const problem = findSignatureProblem(signed, body, { keys: keysOf(running, webhook, now), now: now.getTime() });
  if (problem || !signed) return { kind: 'doubted', webhook, source, problem: problem ?? 'headersMissing' };
  return { kind: 'believed', webhook, source, deliveryId: signed.id };
}

/** What somebody who looks after a webhook sees of a delivery. */
type Outcome = Omit<NewDelivery, 'id' | 'webhookId'>;

/** Notes what became of a delivery, and tells whoever looks at the source, or at a map that it is linked to. */
export async function noteOutcome(
  running: Running,
  { webhook, source }: { webhook: WebhookRow; source: SourceRow },
  outcome: Outcome,
): Promise<void> {
  await noteDelivery(running.database, { id: newId(), webhookId: webhook.id, ...outcome });
  await tellPushed(running, { workspaceId: source.workspaceId, sourceId: source.id });
}

/**
 * Takes over what a delivery brings: the same one again changes nothing. Throws `invalid` when nothing of it can be taken over, and `conflict`, with when to try again, while a
 * file with the same rows is being read.
 */
export async function takeDelivery(
  running: Running,
  { webhook, source, deliveryId }: Extract<Judged, { kind: 'believed' }>,
  body: Uint8Array,
): Promise<Taken> {
  const before = await findDelivery(running.database, webhook.id, deliveryId);
  if (before) {
    const { added, known, leftOut } = before;
    return { added: 0, known: added + known, changed: 0, erased: 0, expired: leftOut, rejected: [], isRepeated: true };
  }
  const note = (outcome: Omit<Outcome, 'deliveryId'>, settled: string | null = null) =>
    noteOutcome(running, { webhook, source }, { deliveryId: settled, ...outcome });
  const plans = (await listPlans(running.database, source.id)).flatMap((plan) => readingPlanSchema.safeParse(plan).data ?? []);
  const pushed = await readPushed(body, `${webhook.id} ${deliveryId}`, plans);
  if (pushed.kind === 'notJson') {
    await note({ outcome: 'unreadable' });
    throw notJson();
  }
  if (pushed.kind === 'refused') {
    await note({ outcome: 'unreadable', problem: withoutCells(pushed.problem) });
    throw refused(pushed.problem);
  }
  if (pushed.kind === 'noPlan') {
    await note({ outcome: 'noPlan' });
    throw noPlan(source, pushed.columns);
  }
  const { plan, rows } = pushed;
  const rejected = rows.filter((row) => row.kind === 'rejected');
  const [first] = rejected;
  const problem = first ? { problem: withoutCells(first.problem) } : {};
  if (first && rejected.length === rows.length) {
    await note({ outcome: 'rejected', rejected: rejected.length, ...problem });
    throw refused(first.problem, rejected);
  }
  try {
    const taken = await writePushed(running, source, { plan, rows, bytes: body.length });
    const { added, known, erased, expired } = taken;
    const counts = { added, known, leftOut: erased + expired, rejected: rejected.length };
    await note({ outcome: first ? 'partly' : 'taken', ...counts, ...problem }, deliveryId);
    return { ...taken, rejected, isRepeated: false };
  } catch (error) {
    const isBusy = error instanceof RowsInMotion;
    await note({ outcome: isBusy ? 'busy' : 'failed' });
    throw isBusy ? busy() : error;
  }
}
