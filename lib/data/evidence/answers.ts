import type { Database } from '../database';
import { queryInOrder } from './inOrder';

/** An answer as it is stored: values by numbers of columns. */
export type AnswerRow = {
  fingerprint: string;
  importId: string;
  at: Date | null;
  day: string;
  sliceId: string;
  scores: Record<string, number>;
  verbatims: Record<string, string>;
  personal: Record<string, string>;
  /** The category that it is in, and how it came there: hand, file or rule; empty for none. */
  categoryId: string;
  categoryBy: string;
};

/** Behind which answer a page begins. */
export type AnswerPlace = { at: Date | null; fingerprint: string };

/** Answers that one statement reads at most. */
const pageSize = 200;

const fields =
  'r.fingerprint, r.import_id as "importId", r.at, r.day, r.slice_id as "sliceId", r.scores, r.verbatims, r.personal, r.category_id as "categoryId", r.category_by as "categoryBy"';
const visible = `r.source_id = $1 and exists (select from evidence_import i where i.id = r.import_id and i.state = 'finished')`;

/** Keys of answers that one statement looks at at most. */
const mostLooked = 500;

type Key = { fingerprint: string; at: Date | null; counts: boolean };

/** Which answers come behind a place, one condition after the other, with their values from $2 on. */
function conditionsBehind(after: AnswerPlace | null): { condition: string; values: unknown[] }[] {
  const undated = { condition: 'r.at is null', values: [] };
  if (after === null) return [{ condition: 'r.at is not null', values: [] }, undated];
  const { at, fingerprint } = after;
  if (at === null) return [{ condition: 'r.at is null and r.fingerprint > $2', values: [fingerprint] }];
  return [
    { condition: 'r.at = $2::timestamptz and r.fingerprint > $3', values: [at, fingerprint] },
    { condition: 'r.at < $2::timestamptz', values: [at] },
    undated,
  ];
}

/** Keys of the answers behind a place, those that do not count (yet) as well; `categoryId`: in this category only. Empty at the end and only there. */
async function lookBehind(
  db: Database,
  sourceId: string,
  after: AnswerPlace | null,
  categoryId: string | undefined,
): Promise<Key[]> {
  for (const { condition, values } of conditionsBehind(after)) {
    const keys = await queryInOrder<Key>(
      db,
      `select r.fingerprint, r.at, exists (select from evidence_import i where i.id = r.import_id and i.state = 'finished') as counts
       from evidence_response r where r.source_id = $1 and ${condition}
         ${categoryId === undefined ? '' : `and r.category_id = $${values.length + 2}`} order by r.at desc, r.fingerprint limit ${mostLooked}`,
      [sourceId, ...values, ...(categoryId === undefined ? [] : [categoryId])],
    );
    if (keys.length > 0) return keys;
  }
  return [];
}

/**
 * The next answers of a source that count, the last given first, those without a time at the end: perhaps fewer than asked for, but none only at the end.
 * `categoryId`: only those in this category; empty for none.
 */
export async function pageAnswers(
  db: Database,
  sourceId: string,
  after: AnswerPlace | null,
  limit = pageSize,
  categoryId?: string,
): Promise<AnswerRow[]> {
  for (let place = after; ; ) {
    const keys = await lookBehind(db, sourceId, place, categoryId);
    const last = keys.at(-1);
    if (!last) return [];
    place = last;
    const shown = keys.filter(({ counts }) => counts).slice(0, Math.min(limit, pageSize));
    if (shown.length === 0) continue;
    const { rows } = await db.pool.query<AnswerRow>(
      `select ${fields} from evidence_response r where r.source_id = $1 and r.fingerprint = any($2) order by r.at desc nulls last, r.fingerprint`,
      [sourceId, shown.map(({ fingerprint }) => fingerprint)],
    );
    // Others went meanwhile, and the next ones are as good.
    if (rows.length > 0) return rows;
  }
}

/** One answer that counts, or null. */
export async function findAnswer(db: Database, sourceId: string, fingerprint: string): Promise<AnswerRow | null> {
  const { rows } = await db.pool.query<AnswerRow>(
    `select ${fields} from evidence_response r where ${visible} and r.fingerprint = $2`,
    [sourceId, fingerprint],
  );
  return rows[0] ?? null;
}

/** What is stored in a source under one of some pseudonyms, also what does not count (yet), page by page. */
export async function pageAnswersOf(
  db: Database,
  sourceId: string,
  pseudonyms: readonly string[],
  after: string,
  limit = pageSize,
): Promise<AnswerRow[]> {
  const { rows } = await db.pool.query<AnswerRow>(
    `select ${fields} from evidence_response r where r.source_id = $1 and r.fingerprint > $3 and r.fingerprint in (
       select p.fingerprint from evidence_person p where p.source_id = $1 and p.pseudonym = any($2))
     order by r.fingerprint limit $4`,
    [sourceId, pseudonyms, after, limit],
  );
  return rows;
}

/** As `pageAnswers` lists them. */
const inOrder = (a: AnswerRow, b: AnswerRow): number => {
  const [one, other] = [a, b].map(({ at }) => at?.getTime() ?? Number.NEGATIVE_INFINITY) as [number, number];
  if (one !== other) return other - one;
  return a.fingerprint < b.fingerprint ? -1 : 1;
};

/** Single answers that count, in the order of `pageAnswers`, however many are asked for: some at a time. */
export async function findAnswers(db: Database, sourceId: string, fingerprints: readonly string[]): Promise<AnswerRow[]> {
  const wanted = [...new Set(fingerprints)];
  const found: AnswerRow[] = [];
  for (let from = 0; from < wanted.length; from += pageSize) {
    const { rows } = await db.pool.query<AnswerRow>(
      `select ${fields} from evidence_response r where ${visible} and r.fingerprint = any($2)`,
      [sourceId, wanted.slice(from, from + pageSize)],
    );
    found.push(...rows);
  }
  return found.sort(inOrder);
}
