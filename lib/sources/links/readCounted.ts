import { createHash } from 'node:crypto';
import type { Database } from '@/lib/data/database';
import { type EvidenceColumn, listColumns } from '@/lib/data/evidence/columns';
import { listCountedImports } from '@/lib/data/evidence/countedImports';
import { type MarkedRow, readChosen, readMatches, readMatchesOf } from '@/lib/data/evidence/marked';
import { readRollups } from '@/lib/data/evidence/rollups';
import { readSlices } from '@/lib/data/evidence/slices';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { isCategorised } from '@/lib/evidence/categories/category';
import { type CountCube, CubeBuilder } from '@/lib/evidence/countCube';
import { answersColumn, type CountedSource } from '@/lib/evidence/evidenceScores';
import { type ColumnCubes, carryOn, type PartedCubes } from '@/lib/evidence/partedCubes';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';
import { answerKey } from './textKey';

/** What is counted of a source, by columns. */
type Counted = { columns: readonly EvidenceColumn[]; parted: PartedCubes };

/** Which answers are told apart besides: those that hold texts (by key; `open`: those that are not looked for everywhere yet), and single ones. */
export type Marks = { texts: readonly string[]; open: readonly string[]; answers: readonly string[] };

const keep = createKeeper<Counted>('evidenceCubes');

/**
 * All answers of a source, from what is counted at import; kept until something of the source changes. Then only the imports are read anew of which something else is
 * counted.
 */
async function readAll(running: Pick<Runtime, 'database'>, { id, revision }: SourceRow): Promise<Counted> {
  const { database } = running;
  const { value } = await keep(database, { of: id, version: String(revision), exactly: true }, async (before) => {
    const columns = await listColumns(database, id);
    const counted = columns.filter(({ kind }) => kind !== 'personal').map(({ number }) => number);
    const parted = await carryOn(before?.parted, await listCountedImports(database, id), (importIds) =>
      readCubes(database, id, { importIds, columns: [answersColumn, ...counted] }),
    );
    return { columns, parted };
  });
  return value;
}

async function readCubes(
  database: Database,
  sourceId: string,
  { importIds, columns }: { importIds: readonly string[]; columns: readonly number[] },
): Promise<ColumnCubes> {
  const slices = await readSlices(database, sourceId);
  const cubes = new Map<number, CountCube>();
  for (const column of columns) {
    const builder = new CubeBuilder();
    for await (const rows of readRollups(database, importIds, column)) {
      for (const { sliceId, day, score, count } of rows) {
        builder.add(sliceId, { dimensions: slices.get(sliceId) ?? {} }, day, score, count);
      }
    }
    cubes.set(column, builder.finish());
  }
  return cubes;
}

/** Of an import with so few answers all are paged through, which is less than all matches of its source. */
const mostPaged = 10_000;

const keepMarked = createKeeper<PartedCubes>('evidenceMarks');

/** The marked answers, by columns, likewise; while texts are looked for, anew each time that more was looked through. */
async function findMarked(running: Pick<Runtime, 'database'>, { id, revision }: SourceRow, marks: Marks): Promise<ColumnCubes> {
  if (marks.texts.length + marks.answers.length === 0) return new Map();
  const of = createHash('sha256')
    .update(JSON.stringify([id, marks.texts, marks.answers, marks.open]))
    .digest('base64url');
  const { database } = running;
  const { value } = await keepMarked(database, { of, version: String(revision), exactly: true }, async (before) => {
    const imports = await listCountedImports(database, id);
    const known = marks.open.length > 0 ? undefined : before;
    const isSmall = (importId: string) => imports.some((one) => one.id === importId && one.added <= mostPaged);
    return carryOn(known, imports, (importIds) =>
      readMarked(database, id, { ...marks, importIds, isSmall: importIds.every(isSmall) }),
    );
  });
  return value.cubes;
}

async function readMarked(
  database: Database,
  sourceId: string,
  { texts, answers, importIds, isSmall }: Marks & { importIds: readonly string[]; isSmall: boolean },
): Promise<ColumnCubes> {
  const builders = new Map<number, CubeBuilder>();
  const slices = await readSlices(database, sourceId);
  const chosen = new Set(answers);
  const wanted = new Set(importIds);
  const groups = new Map<string, ReadonlySet<string>>();
  const add = (row: MarkedRow): void => {
    if (!wanted.has(row.importId)) return;
    const own = chosen.delete(row.fingerprint) ? [answerKey(row.fingerprint)] : [];
    const marks = [...row.keys, ...own].sort();
    const group = `${row.sliceId} ${marks.join(' ')}`;
    const keys = groups.get(group) ?? new Set(marks);
    groups.set(group, keys);
    const of = { dimensions: slices.get(row.sliceId) ?? {}, keys };
    const scores = Object.entries(row.scores).map(([column, score]) => [Number(column), score] as const);
    const said = [answersColumn, ...row.texts.map(Number)].map((column) => [column, 0] as const);
    for (const [column, score] of [...scores, ...said]) {
      const builder = builders.get(column) ?? new CubeBuilder();
      builders.set(column, builder);
      builder.add(group, of, row.day, score, 1);
    }
  };
  const [importId] = importIds;
  const matches =
    importIds.length === 1 && importId !== undefined && isSmall
      ? readMatchesOf(database, { sourceId, importId }, texts)
      : readMatches(database, sourceId, texts);
  for await (const rows of matches) rows.forEach(add);
  for (const row of await readChosen(database, sourceId, [...chosen])) add(row);
  return new Map([...builders].map(([column, builder]) => [column, builder.finish()]));
}

/** The single answers that are there. */
function listFound(marked: ColumnCubes, answers: readonly string[]): ReadonlySet<string> {
  const keys = new Set((marked.get(answersColumn) ?? []).flatMap((slice) => [...slice.keys]));
  return new Set(answers.filter((fingerprint) => keys.has(answerKey(fingerprint))));
}

/** A source as its answers are counted for links. `columns`: what was asked; `found`: the single answers that are there. */
export type ReadSource = CountedSource & { row: SourceRow; columns: readonly EvidenceColumn[]; found: ReadonlySet<string> };

/** Reads what is counted of a source, with the marked answers. */
export async function readCounted(running: Pick<Runtime, 'database'>, row: SourceRow, marks: Marks): Promise<ReadSource> {
  const all = await readAll(running, row);
  const marked = await findMarked(running, row, marks);
  return {
    ...{ id: row.id, row, columns: all.columns, found: listFound(marked, marks.answers) },
    isCategorised: isCategorised(row),
    questions: all.columns.flatMap((column) => (column.kind === 'score' ? [column] : [])),
    texts: all.columns.flatMap(({ kind, number }) => (kind === 'verbatim' ? [number] : [])),
    cubes: (column) => ({ all: all.parted.cubes.get(column) ?? [], marked: marked.get(column) ?? [] }),
  };
}
