import { shortHash } from '@/lib/evidence/reading/fileShape';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import { planForRecord } from '@/lib/evidence/reading/planForRecord';
import { readFile } from '@/lib/evidence/reading/readFile';
import { usualLimits } from '@/lib/evidence/reading/readingLimits';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { ReadingProblem, RefusalKey } from '@/lib/evidence/reading/readingProblem';
import type { ReadResponse, RowResult } from '@/lib/evidence/reading/readResponse';

/** Rows that one delivery may have. */
export const mostPushed = 100;

const limits = { ...usualLimits, maxRows: mostPushed, maxColumns: 500 };

/** What a delivery says: its rows by the plan that fits; or that it is no JSON, cannot be read, or has columns that no plan is about. */
export type Pushed =
  | { kind: 'rows'; plan: ReadingPlan; rows: RowResult[] }
  | { kind: 'notJson' }
  | { kind: 'refused'; problem: ReadingProblem<RefusalKey> }
  | { kind: 'noPlan'; columns: string[] };

function isJson(body: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/**
 * Without an identifier of its own, two customers may say the very same: an answer is known by the delivery that brought it, so that the same delivery twice is
 * one answer, and two deliveries are two.
 */
const identified = (row: RowResult, deliveryId: string): RowResult =>
  row.kind === 'response' && row.responseId === null
    ? ({ ...row, fingerprint: shortHash(`delivery ${row.row} ${deliveryId}`) } satisfies ReadResponse)
    : row;

/** Reads a delivery as a file of these rows would be read, by the plans that somebody settled for the source. */
export async function readPushed(body: Uint8Array, deliveryId: string, remembered: readonly ReadingPlan[]): Promise<Pushed> {
  if (!isJson(body)) return { kind: 'notJson' };
  const file = sourceOf(body);
  const inspected = await inspectFile(file, { encoding: { name: 'utf-8', invalidBytes: 'reject' } }, limits);
  if (inspected.kind === 'refused') return inspected;
  const plan = planForRecord(inspected.plan, remembered);
  if (!plan) return { kind: 'noPlan', columns: inspected.plan.columns.map(({ name }) => name) };
  const rows: RowResult[] = [];
  for await (const item of readFile(file, plan, limits)) {
    if (item.kind === 'refused') return item;
    if (item.kind !== 'remark') rows.push(identified(item, deliveryId));
  }
  return { kind: 'rows', plan, rows };
}
