import type { Database, Transaction } from '../database';
import { countedOf } from './counting';
import type { Slice } from './slices';

/** An answer as it is stored. Values are by numbers of columns. `at`: an ISO moment; `day`: YYYY-MM-DD, empty when unknown. */
export type AnswerInput = {
  fingerprint: string;
  content: string;
  at: string | null;
  day: string;
  slice: string;
  scores: Record<string, number>;
  verbatims: Record<string, string>;
  personal: Record<string, string>;
  persons: readonly string[];
  /** The category that it is in, which its slice says as well, and how it came there; absent for none. */
  categoryId?: string;
  categoryBy?: string;
};

/** A row that is not taken over. `problem` is stored as it is, without one the row is counted only. */
export type RejectedInput = { row: number; line: number; problem: object | null };

/** Rows of a file that follow each other. `rowsRead` and `bytesRead`: where the file has been read to with them. */
export type Batch = {
  rowsRead: number;
  bytesRead: number;
  answers: readonly AnswerInput[];
  /** The combinations of dimensions that these answers have. */
  slices: readonly Slice[];
  rejected: readonly RejectedInput[];
  /** Rows that repeat one of the same file. */
  repeated: number;
  /** Rows that are older than the source keeps answers. */
  expired: number;
};

/** Answers that one statement writes at most, and characters of them, so that it stays far below 20 ms on the embedded database. */
export const batchAnswers = 50;
export const batchLength = 32 * 1024;

/**
 * One statement: all of it happens, or nothing, and the counts always are those of the answers. It holds the source first, as everything does that
 * changes its answers. An answer that is there already stays, and one of a person who was erased is refused.
 */
const writeBatch = ({ takes, progress }: { takes: string; progress: string }): string => `
with live as materialized (
  select i.id, i.source_id, s.workspace_id from evidence_import i join evidence_source s on s.id = i.source_id
  where i.id = $1 and ${takes} and s.deleted_at is null for update of s
), input as materialized (
  select x.*, live.source_id, live.id as import_id, live.workspace_id from live, jsonb_to_recordset($2::jsonb) as x(
    fingerprint text, content text, at timestamptz, day text, slice text, scores jsonb, verbatims jsonb, personal jsonb, persons jsonb, "categoryId" text, "categoryBy" text)
), sliced as (
  insert into evidence_slice (source_id, id, dimensions)
  select live.source_id, x.id, x.dimensions from live, jsonb_to_recordset($8::jsonb) as x(id text, dimensions jsonb) on conflict do nothing
), gone as materialized (
  select distinct x.fingerprint from input x cross join lateral jsonb_array_elements_text(x.persons) p(pseudonym)
  join evidence_erasure e on e.workspace_id = x.workspace_id and e.pseudonym = p.pseudonym
), fresh as (
  insert into evidence_response (source_id, fingerprint, content, import_id, at, day, slice_id, scores, verbatims, personal, persons, category_id,
    category_by)
  select source_id, fingerprint, content, import_id, at, day, slice, scores, verbatims, personal, persons, coalesce("categoryId", ''),
    coalesce("categoryBy", '') from input
  where fingerprint not in (select fingerprint from gone)
  on conflict (source_id, fingerprint) do nothing
  returning source_id, fingerprint, import_id, day, slice_id, scores, verbatims, persons
), counted as (
  insert into evidence_rollup (import_id, column_number, slice_id, day, score, count)
  select f.import_id, s.column_number, f.slice_id, f.day, s.score, count(*)
  from fresh f cross join lateral ${countedOf('f')} s group by 1, 2, 3, 4, 5
  on conflict (import_id, column_number, slice_id, day, score) do update set count = evidence_rollup.count + excluded.count
), named as (
  insert into evidence_person (source_id, pseudonym, fingerprint)
  select f.source_id, p.pseudonym, f.fingerprint from fresh f cross join lateral jsonb_array_elements_text(f.persons) p(pseudonym)
  on conflict do nothing
), refused as (
  insert into evidence_rejection (import_id, "row", line, problem)
  select live.id, x."row", x.line, x.problem from live, jsonb_to_recordset($3::jsonb) as x("row" int, line int, problem jsonb)
  where x.problem is not null and x.problem <> 'null' on conflict do nothing
), differing as (
  select count(*) as n from input x join evidence_response r on r.source_id = x.source_id and r.fingerprint = x.fingerprint
  where r.content <> x.content and x.fingerprint not in (select fingerprint from gone)
), sums as (
  select (select count(*) from input) as given, (select count(*) from fresh) as added, (select count(*) from gone) as erased,
         (select n from differing) as changed, jsonb_array_length($3::jsonb) as rejected
)
update evidence_import i set ${progress}, added = i.added + sums.added, erased = i.erased + sums.erased,
  changed = i.changed + sums.changed, skipped = i.skipped + sums.given - sums.added - sums.erased + $6::int, expired = i.expired + $7::int,
  rejected = i.rejected + sums.rejected
from live, sums where i.id = live.id
returning sums.added::int as added, sums.erased::int as erased, sums.changed::int as changed,
  (select coalesce(jsonb_agg(fingerprint), '[]') from fresh) as fresh`;

const writeFile = writeBatch({ takes: `i.state = 'running'`, progress: 'rows_read = $4::int, bytes_read = $5::int' });

const writeSingle = writeBatch({
  takes: `i.state = 'finished' and i.kind <> 'file'`,
  progress: 'rows_read = i.rows_read + $4::int, bytes_read = i.bytes_read + $5::int, ended_at = now()',
});

const toValues = (importId: string, batch: Batch): unknown[] => {
  const { answers, slices, rejected, rowsRead, bytesRead, repeated, expired } = batch;
  const [given, refused, sliced] = [answers, rejected, slices].map((part) => JSON.stringify(part));
  return [importId, given, refused, rowsRead, bytesRead, repeated, expired, sliced];
};

/** Writes rows of a file that runs, out of sight until it is finished. False when it does not run (any more); then nothing was written. */
export async function writeAnswers(db: Database, importId: string, batch: Batch): Promise<boolean> {
  const { rowCount } = await db.pool.query(writeFile, toValues(importId, batch));
  return (rowCount ?? 0) > 0;
}

/** What became of answers that came in singly. `fresh`: the fingerprints of those that were not there. */
export type Written = { added: number; erased: number; changed: number; fresh: string[] };

/** Writes answers that came in singly, which count at once; `rowsRead` and `bytesRead` are those of the batch. Null when they have no place (any more). */
export async function writeSingleAnswers(tx: Transaction, importId: string, batch: Batch): Promise<Written | null> {
  const [written] = await tx.$queryRawUnsafe<Written[]>(writeSingle, ...toValues(importId, batch));
  return written ?? null;
}
