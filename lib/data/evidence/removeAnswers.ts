import type { Database } from '../database';
import { countedOf } from './counting';
import { lockSource, raiseRevision } from './sources';

/** Answers that one statement removes at most. */
const step = 100;

/** Which answers of a source (`r`) are removed; $3 is `value`. */
const conditions = {
  /** Those of one file. */
  import: 'r.import_id = $3',
  /** One; $3 is its fingerprint. */
  one: 'r.fingerprint = $3',
  /** Those of persons who were erased; $3 is the workspace. */
  erased: `r.fingerprint in (
    select p.fingerprint from evidence_erasure e join evidence_person p on p.source_id = $1 and p.pseudonym = e.pseudonym
    where e.workspace_id = $3)`,
  /** Those given before a moment. */
  before: 'r.at < $3::timestamptz',
  /** Those without a time that came in files which were read before a moment. */
  undatedBefore: `r.at is null and r.import_id in (
    select i.id from evidence_import i where i.source_id = $1 and i.ended_at < $3::timestamptz)`,
} as const;

const removeStep = (condition: string): string => `
with gone as (
  delete from evidence_response where source_id = $1 and fingerprint = any(array(
    select r.fingerprint from evidence_response r where r.source_id = $1 and ${condition} limit $2))
  returning source_id, fingerprint, import_id, slice_id, day, scores, verbatims, persons
), less as (
  select g.import_id, s.column_number, g.slice_id, g.day, s.score, count(*)::int as n
  from gone g cross join lateral ${countedOf('g')} s group by 1, 2, 3, 4, 5
), reduced as (
  update evidence_rollup r set count = r.count - less.n from less
  where r.import_id = less.import_id and r.column_number = less.column_number and r.slice_id = less.slice_id and r.day = less.day
    and r.score = less.score
  returning r.import_id, r.column_number, r.slice_id, r.day, r.score, r.count
), unwritten as (
  delete from evidence_entry e using gone g where e.fingerprint = g.fingerprint and e.source_id = g.source_id
), unnamed as (
  delete from evidence_person p using gone g cross join lateral jsonb_array_elements_text(g.persons) n(pseudonym)
  where p.source_id = g.source_id and p.pseudonym = n.pseudonym and p.fingerprint = g.fingerprint
)
select (select count(*)::int from gone) as removed, (select count(*)::int from gone g join evidence_import i on i.id = g.import_id
  where i.state = 'finished') as counted, array(select distinct g.import_id from gone g) as imports, coalesce((select jsonb_agg(reduced) from reduced where count = 0), '[]') as emptied`;

const dropEmptied = `delete from evidence_rollup r using jsonb_to_recordset($1::jsonb) as x(
    import_id text, column_number int, slice_id text, day text, score int)
  where r.import_id = x.import_id and r.column_number = x.column_number and r.slice_id = x.slice_id and r.day = x.day and r.score = x.score
    and r.count = 0`;

type Removed = { removed: number; counted: number; imports: string[]; emptied: object[] };

/**
 * Removes answers of a source in short steps, and what was counted of them in the same ones. Broken off, it can be begun again. Figures that were
 * kept count no more. Returns how many went, and how many of those had counted.
 */
export async function removeAnswers(
  db: Database,
  sourceId: string,
  kind: keyof typeof conditions,
  value: string,
): Promise<{ removed: number; counted: number }> {
  const total = { removed: 0, counted: 0 };
  for (;;) {
    const { removed, counted } = await db.prisma.$transaction(async (tx) => {
      await lockSource(tx, sourceId);
      const [row] = await tx.$queryRawUnsafe<Removed[]>(removeStep(conditions[kind]), sourceId, step, value);
      if (!row) return { removed: 0, counted: 0 };
      if (row.emptied.length > 0) await tx.$executeRawUnsafe(dropEmptied, JSON.stringify(row.emptied));
      if (row.counted > 0) await raiseRevision(tx, sourceId, row.imports);
      return row;
    });
    total.removed += removed;
    total.counted += counted;
    if (removed < step) return total;
  }
}
