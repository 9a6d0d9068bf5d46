import { createHash } from 'node:crypto';
import type { Database } from '../database';
import { listTables, type TableForm } from '../rows/columns';
import { readPages } from '../rows/readRows';
import { readSequences } from '../rows/sequences';
import type { Row, RowSource } from '../rows/source';
import { withoutMark } from './copyInstallation';

/** One table on both sides. The digest is over every value of every row, whatever order they come in. */
export type TableComparison = { table: string; rows: number; digest: string; equal: boolean };

type Summary = { rows: number; digest: bigint };

const digestBits = 256n;

/**
 * Reads everything on both sides and compares it row by row: each row's SHA-256 goes into its table's digest. Databases may sort texts
 * differently, so the digest is a sum that no order changes; keys are unique, so no two equal rows can stand in for each other.
 */
export async function compareInstallations(
  source: Database,
  target: Database,
  onTable: (comparison: TableComparison) => void,
): Promise<TableComparison[]> {
  const compared: TableComparison[] = [];
  const forms = await listTables(source.pool);
  const counters = [await readSequences(source.pool, forms), await readSequences(target.pool, forms)] as const;
  const targetForms = new Map((await listTables(target.pool)).map((form) => [form.name, form]));
  for (const form of forms) {
    const other = targetForms.get(form.name);
    const [ours, theirs] = [await summarise(source.pool, form), other ? await summarise(target.pool, other) : null];
    const sameCounter = counters[0][form.name] === counters[1][form.name];
    const equal = theirs !== null && ours.rows === theirs.rows && ours.digest === theirs.digest && sameCounter;
    const comparison = { table: form.name, rows: ours.rows, digest: ours.digest.toString(16).padStart(64, '0'), equal };
    compared.push(comparison);
    onTable(comparison);
  }
  return compared;
}

async function summarise(source: RowSource, form: TableForm): Promise<Summary> {
  const summary: Summary = { rows: 0, digest: 0n };
  for await (const page of readPages(source, form)) {
    for (const row of withoutMark(form, page)) {
      summary.rows += 1;
      summary.digest = BigInt.asUintN(Number(digestBits), summary.digest + hashOf(form, row));
    }
  }
  return summary;
}

/** With the columns' names, so that a value that moved to another column shows. */
function hashOf(form: TableForm, row: Row): bigint {
  const named = form.columns.map(({ name }, index) => [name, row[index]]);
  named.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(named)).digest('hex')}`);
}
