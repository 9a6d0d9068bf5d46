import { requireColumns } from '@/lib/data/evidence/columns';
import { addSingleAnswers } from '@/lib/data/evidence/singleAnswers';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { isCategorised } from '@/lib/evidence/categories/category';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { RowResult } from '@/lib/evidence/reading/readResponse';
import type { Runtime } from '@/lib/runtime';
import { readCategories } from '../categories/readCategories';
import { matchTexts } from '../links/matchTexts';
import { requireKey } from '../pseudonym';
import { keptSince } from '../sweepAnswers';
import { listWanted, toNumbers } from '../toAnswer';
import { toBatches } from '../toBatches';

/** What became of rows that came in. `known`: they were there; `changed`: of those, what says something else now. */
export type WrittenRows = { added: number; known: number; changed: number; erased: number; expired: number };

/** An answer without a time of its own was given when it came. */
const dated =
  (now: Date) =>
  (row: RowResult): RowResult =>
    row.kind === 'response' && row.time === null
      ? { ...row, time: { at: now.getTime(), day: now.toISOString().slice(0, 10) } }
      : row;

/** Writes the rows of a delivery as those of a file are written, in short steps; they count at once. Throws `RowsInMotion`, and `notFound` when the source is gone. */
export async function writePushed(
  running: Pick<Runtime, 'database'>,
  source: SourceRow,
  { plan, rows, bytes }: { plan: ReadingPlan; rows: readonly RowResult[]; bytes: number },
): Promise<WrittenRows> {
  const { database } = running;
  const wanted = listWanted(plan);
  const numbers = toNumbers(wanted, await requireColumns(database, source.id, wanted));
  const key = await requireKey(running, source.workspaceId);
  const since = keptSince(source.retentionDays, new Date());
  const categories = isCategorised(source) ? await readCategories(database, source.workspaceId) : null;
  const options = { numbers, key, since, categorise: categories?.categorise, rejectedBefore: 0, bytesRead: bytes };
  const sorted = categories ? { workspaceId: source.workspaceId, revision: categories.revision } : undefined;
  const place = { sourceId: source.id, kind: 'pushed', createdBy: 'system', sorted } as const;
  const sum = { added: 0, known: 0, changed: 0, erased: 0, expired: 0 };
  let before = 0;
  for (const batch of toBatches(rows.map(dated(new Date())), options)) {
    // Reasons are told to the sender, not kept: what is counted of a file is its rows up to here.
    const reasons = batch.rejected.map((row) => ({ ...row, problem: null }));
    const step = { ...batch, rejected: reasons, rowsRead: batch.rowsRead - before, bytesRead: before === 0 ? bytes : 0 };
    before = batch.rowsRead;
    const written = await addSingleAnswers(database, place, step, matchTexts);
    if (!written) throw new AppError('notFound', 'The source is gone.', { messageKey: 'sourceNotFound' });
    sum.added += written.added;
    sum.changed += written.changed;
    sum.erased += written.erased;
    sum.known += batch.answers.length - written.added - written.erased + batch.repeated;
    sum.expired += batch.expired;
  }
  return sum;
}
