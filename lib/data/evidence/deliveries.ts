import { type DeliveryOutcome, deliveryOutcomes } from '@/lib/evidence/deliveryOutcome';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Database } from '../database';

/** What came to a webhook, and what became of it. `known`: rows that were there; `leftOut`: of erased persons, or too old. */
export type DeliveryRow = {
  at: Date;
  outcome: DeliveryOutcome;
  added: number;
  known: number;
  leftOut: number;
  rejected: number;
  /** What was wrong, without anything that stood in a cell; judged by who reads it. */
  problem: unknown;
};

const columns = { at: true, outcome: true, added: true, known: true, leftOut: true, rejected: true, problem: true } as const;

type Stored = Omit<DeliveryRow, 'outcome'> & { outcome: string };

const toDelivery = (row: Stored): DeliveryRow => ({
  ...row,
  outcome: deliveryOutcomes.find((outcome) => outcome === row.outcome) ?? 'failed',
});

export type NewDelivery = {
  id: string;
  webhookId: string;
  /** The sender's name of a delivery that is settled; null for one that may come again. */
  deliveryId: string | null;
  outcome: DeliveryOutcome;
  added?: number;
  known?: number;
  leftOut?: number;
  rejected?: number;
  problem?: Prisma.InputJsonObject;
};

/** Notes what became of a delivery. One of the same name that was noted meanwhile stays; nothing happens when the webhook is gone. */
export async function noteDelivery(db: Database, { problem, ...row }: NewDelivery): Promise<void> {
  const given = { added: 0, known: 0, leftOut: 0, rejected: 0, ...row };
  await db.pool.query(
    `insert into evidence_delivery (id, webhook_id, delivery_id, outcome, added, known, left_out, rejected, problem)
     select $1, w.id, $3, $4, $5, $6, $7, $8, $9::jsonb from evidence_webhook w where w.id = $2 on conflict do nothing`,
    [
      ...[given.id, given.webhookId, given.deliveryId, given.outcome, given.added, given.known, given.leftOut, given.rejected],
      problem === undefined ? null : JSON.stringify(problem),
    ],
  );
}

/** A delivery that was settled under the sender's name for it, or null. */
export async function findDelivery(db: Database, webhookId: string, deliveryId: string): Promise<DeliveryRow | null> {
  const where = { webhookId_deliveryId: { webhookId, deliveryId } };
  const row = await db.prisma.evidenceDelivery.findUnique({ where, select: columns });
  return row && toDelivery(row);
}

/** The last deliveries to a webhook, the last first. */
export async function listDeliveries(db: Database, webhookId: string, limit = 50): Promise<(DeliveryRow & { id: string })[]> {
  const rows = await db.prisma.evidenceDelivery.findMany({
    where: { webhookId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, ...columns },
  });
  return rows.map((row) => ({ ...toDelivery(row), id: row.id }));
}

/** Forgets in short steps what came before a moment. */
export async function removeDeliveries(db: Database, before: Date): Promise<void> {
  for (let removed = 500; removed === 500; ) {
    const { rowCount } = await db.pool.query(
      'delete from evidence_delivery where ctid = any(array(select ctid from evidence_delivery where at < $1 limit 500))',
      [before],
    );
    removed = rowCount ?? 0;
  }
}
