import type { Database, Transaction } from '../database';
import { countedOf } from './counting';
import { isEditedSince } from './entries';
import type { FindMatches } from './singleAnswers';
import type { Slice } from './slices';
import { lockSource, raiseRevision } from './sources';
import { holdTexts, writeMatches } from './texts';
import type { AnswerInput } from './writeAnswers';

const reduceCounts = `
with less as (
  select o.import_id, s.column_number, o.slice_id, o.day, s.score, count(*)::int as n
  from evidence_response o cross join lateral ${countedOf('o')} s where o.source_id = $1 and o.fingerprint = $2 group by 1, 2, 3, 4, 5
)
update evidence_rollup r set count = r.count - less.n from less
where r.import_id = less.import_id and r.column_number = less.column_number and r.slice_id = less.slice_id and r.day = less.day
  and r.score = less.score`;

const replaceAnswer = `
with named as (
  insert into evidence_slice (source_id, id, dimensions) values ($1, $6, $7::jsonb) on conflict do nothing
)
update evidence_response set content = $3, at = $4::timestamptz, day = $5, slice_id = $6, scores = $8::jsonb, verbatims = $9::jsonb,
  personal = $10::jsonb, persons = $11::jsonb
where source_id = $1 and fingerprint = $2`;

const countAnew = `
insert into evidence_rollup (import_id, column_number, slice_id, day, score, count)
select f.import_id, s.column_number, f.slice_id, f.day, s.score, count(*)
from evidence_response f cross join lateral ${countedOf('f')} s where f.source_id = $1 and f.fingerprint = $2 group by 1, 2, 3, 4, 5
on conflict (import_id, column_number, slice_id, day, score) do update set count = evidence_rollup.count + excluded.count`;

const dropEmptied = `
delete from evidence_rollup r using evidence_response o
where o.source_id = $1 and o.fingerprint = $2 and r.import_id = o.import_id and r.count = 0`;

/** `before`: whom the answer was found by. By the key's beginning: a source may know a hundred thousand persons. */
async function nameAnew(
  tx: Transaction,
  sourceId: string,
  { fingerprint, persons }: AnswerInput,
  before: readonly string[],
): Promise<void> {
  await tx.evidencePerson.deleteMany({ where: { sourceId, pseudonym: { in: [...before] }, fingerprint } });
  await tx.evidencePerson.createMany({
    data: persons.map((pseudonym) => ({ sourceId, pseudonym, fingerprint })),
    skipDuplicates: true,
  });
}

async function searchAnew(tx: Transaction, sourceId: string, answer: AnswerInput, findMatches: FindMatches): Promise<void> {
  await tx.evidenceMatch.deleteMany({ where: { sourceId, fingerprint: answer.fingerprint } });
  await writeMatches(tx, sourceId, findMatches([answer], await holdTexts(tx, sourceId)));
}

/** What is wrong with a change: the answer is gone, it was edited since it was seen, or it would name somebody who was erased. */
export type ChangeProblem = 'gone' | 'edited' | 'erased';

/**
 * Says something else in an answer that was typed in, in one short transaction: with what is counted of it, who is found by it, and which texts it holds. `seen`: when it had
 * been edited last when somebody began; undefined: whatever came between.
 */
export function changeAnswer(
  db: Database,
  { sourceId, workspaceId, seen }: { sourceId: string; workspaceId: string; seen: Date | null | undefined },
  { answer, slice }: { answer: AnswerInput; slice: Slice },
  { findMatches, also }: { findMatches: FindMatches; also: (tx: Transaction) => Promise<void> },
): Promise<ChangeProblem | null> {
  const { fingerprint, persons } = answer;
  return db.prisma.$transaction(async (tx) => {
    await lockSource(tx, sourceId);
    const where = { fingerprint, sourceId, source: { deletedAt: null } };
    const entry = await tx.evidenceEntry.findFirst({ where, select: { editedAt: true } });
    if (!entry) return 'gone';
    if (isEditedSince(entry, seen)) return 'edited';
    if ((await tx.evidenceErasure.count({ where: { workspaceId, pseudonym: { in: [...persons] } } })) > 0) return 'erased';
    const before = await tx.$queryRaw<{ importId: string; persons: string[] }[]>`
      SELECT import_id AS "importId", persons FROM evidence_response WHERE source_id = ${sourceId} AND fingerprint = ${fingerprint}`;
    await tx.$executeRawUnsafe(reduceCounts, sourceId, fingerprint);
    const json = [slice.dimensions, answer.scores, answer.verbatims, answer.personal, persons].map((part) =>
      JSON.stringify(part),
    );
    const [dimensions, ...values] = json;
    await tx.$executeRawUnsafe(
      replaceAnswer,
      ...[sourceId, fingerprint, answer.content, answer.at, answer.day, slice.id, dimensions, ...values],
    );
    await tx.$executeRawUnsafe(countAnew, sourceId, fingerprint);
    await tx.$executeRawUnsafe(dropEmptied, sourceId, fingerprint);
    const found = before.flatMap((stored) => stored.persons);
    await nameAnew(tx, sourceId, answer, found);
    await searchAnew(tx, sourceId, answer, findMatches);
    const imports = before.map(({ importId }) => importId);
    await raiseRevision(tx, sourceId, imports);
    await also(tx);
    return null;
  });
}
