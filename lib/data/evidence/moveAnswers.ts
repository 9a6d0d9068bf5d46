import type { AssignedBy } from '@/lib/evidence/categories/category';
import type { Database } from '../database';
import { holdCategoryRevision } from './categories';
import { countedOf } from './counting';
import { goByIndexes, queryInOrder } from './inOrder';
import type { Dimensions, Slice } from './slices';
import { lockSource, raiseRevision } from './sources';

/** An answer with what decides about its category. */
export type SortableRow = {
  fingerprint: string;
  sliceId: string;
  dimensions: Dimensions;
  verbatims: Record<string, string>;
  categoryId: string;
  categoryBy: AssignedBy | '';
};

/** Answers that one statement reads, and moves, at most: each stays far below 20 ms on the embedded database. */
const pageSize = 100;
export const mostMoved = 50;

const fields = `r.fingerprint, r.slice_id as "sliceId", s.dimensions, r.verbatims, r.category_id as "categoryId", r.category_by as "categoryBy"`;

/** The next answers of a file, by fingerprint. Empty at the end and only there. */
export function pageSortable(db: Database, importId: string, after: string): Promise<SortableRow[]> {
  return queryInOrder<SortableRow>(
    db,
    `with page as materialized (
       select * from evidence_response where import_id = $1 and fingerprint > $2 order by import_id, fingerprint limit $3)
     select ${fields} from page r join evidence_slice s on s.source_id = r.source_id and s.id = r.slice_id order by r.fingerprint`,
    [importId, after, pageSize],
  );
}

/** Single answers of a source that count; at most 200 of them are asked for. */
export function findSortable(db: Database, sourceId: string, fingerprints: readonly string[]): Promise<SortableRow[]> {
  return queryInOrder<SortableRow>(
    db,
    `with chosen as materialized (
       select * from evidence_response where source_id = $1 and fingerprint = any($2) order by source_id, fingerprint)
     select ${fields} from chosen r join evidence_slice s on s.source_id = r.source_id and s.id = r.slice_id
     where exists (select from evidence_import i where i.id = r.import_id and i.state = 'finished')`,
    [sourceId, fingerprints.slice(0, 200)],
  );
}

/** An answer that goes to another category. `before`, `beforeBy`: where it was when that was decided, and how it had come there. */
export type MovedAnswer = {
  fingerprint: string;
  before: string;
  beforeBy: AssignedBy | '';
  slice: string;
  categoryId: string;
  categoryBy: AssignedBy | '';
};

/**
 * One statement: answers change their slices, and what is counted of them changes with them, so that counts always are those of the answers. What one slice loses and another
 * one wins is netted first: one row must not be changed twice in a statement. An answer that somebody moved meanwhile is left where it is. Answers are found along
 * the primary key, which their order asks for, and changed where they were found: the source is held, so that nobody else changes them, and a planner without statistics would read all of the source.
 */
const moveBatch = `
with input as materialized (
  select * from jsonb_to_recordset($2::jsonb) as x(fingerprint text, before text, "beforeBy" text, slice text, "categoryId" text, "categoryBy" text)
), sliced as (
  insert into evidence_slice (source_id, id, dimensions)
  select $1, x.id, x.dimensions from jsonb_to_recordset($3::jsonb) as x(id text, dimensions jsonb) on conflict do nothing
), found as materialized (
  select r.ctid as place, r.import_id, r.fingerprint, r.slice_id, r.category_by, r.day, r.scores, r.verbatims
  from evidence_response r where r.source_id = $1 and r.fingerprint = any($4::text[])
  order by r.source_id, r.fingerprint
), moving as materialized (
  select f.place, f.import_id, f.slice_id as old_slice, x.slice as new_slice, f.day, f.scores, f.verbatims, x."categoryId", x."categoryBy"
  from input x join found f on f.fingerprint = x.fingerprint and f.slice_id = x.before and f.category_by = x."beforeBy"
), moved as (
  update evidence_response r set slice_id = m.new_slice, category_id = m."categoryId", category_by = m."categoryBy"
  from moving m where r.ctid = m.place returning r.import_id
), deltas as materialized (
  select d.import_id, d.column_number, d.slice_id, d.day, d.score, sum(d.n)::int as n from (
    select m.import_id, c.column_number, m.old_slice as slice_id, m.day, c.score, -1 as n from moving m cross join lateral ${countedOf('m')} c
    union all
    select m.import_id, c.column_number, m.new_slice, m.day, c.score, 1 from moving m cross join lateral ${countedOf('m')} c
  ) d group by 1, 2, 3, 4, 5 having sum(d.n) <> 0
), less as (
  update evidence_rollup r set count = r.count + d.n from deltas d
  where d.n < 0 and r.import_id = d.import_id and r.column_number = d.column_number and r.slice_id = d.slice_id and r.day = d.day
    and r.score = d.score
  returning r.import_id, r.column_number, r.slice_id, r.day, r.score, r.count
), more as (
  insert into evidence_rollup (import_id, column_number, slice_id, day, score, count)
  select import_id, column_number, slice_id, day, score, n from deltas where n > 0
  on conflict (import_id, column_number, slice_id, day, score) do update set count = evidence_rollup.count + excluded.count
)
select (select count(*)::int from moved) as moved, array(select distinct import_id from moved) as imports, coalesce((select jsonb_agg(less) from less where count = 0), '[]') as emptied`;

const dropEmptied = `delete from evidence_rollup r using jsonb_to_recordset($1::jsonb) as x(
    import_id text, column_number int, slice_id text, day text, score int)
  where r.import_id = x.import_id and r.column_number = x.column_number and r.slice_id = x.slice_id and r.day = x.day and r.score = x.score
    and r.count = 0`;

/**
 * Moves answers of a source to other categories, at most `mostMoved` of them; figures that were kept count no more. `revision`: of the rules by which that was decided; null
 * when these are others now, and nothing was moved. Returns how many were moved.
 */
export function moveAnswers(
  db: Database,
  { id: sourceId, workspaceId }: { id: string; workspaceId: string },
  {
    revision,
    answers,
    slices,
  }: {
    revision: number;
    answers: readonly MovedAnswer[];
    slices: readonly Slice[];
  },
): Promise<number | null> {
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    if (!(await holdCategoryRevision(tx, workspaceId, revision))) return null;
    await goByIndexes(tx);
    const [row] = await tx.$queryRawUnsafe<{ moved: number; imports: string[]; emptied: object[] }[]>(
      moveBatch,
      sourceId,
      JSON.stringify(answers),
      JSON.stringify(slices),
      answers.map(({ fingerprint }) => fingerprint),
    );
    if (!row || row.moved === 0) return 0;
    if (row.emptied.length > 0) await tx.$executeRawUnsafe(dropEmptied, JSON.stringify(row.emptied));
    await raiseRevision(tx, sourceId, row.imports);
    return row.moved;
  });
}
