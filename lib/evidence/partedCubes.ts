import type { CountCube } from './countCube';
import { foldCube } from './foldCube';

/** What is counted, by numbers of columns. */
export type ColumnCubes = ReadonlyMap<number, CountCube>;

/** An import in some state: `revision` is another one as soon as something else is counted of it. */
export type ImportState = { id: string; revision: number };

/**
 * What is counted of a source, in parts that can be exchanged: imports that do not change, folded into one (by id, the revisions that were read), and
 * one part for each import that has changed since it was first read, as this month's single answers do. `cubes`: all of it.
 */
export type PartedCubes = {
  cubes: ColumnCubes;
  base: ColumnCubes;
  folded: ReadonlyMap<string, number>;
  lively: ReadonlyMap<string, { revision: number; cubes: ColumnCubes }>;
};

/** More parts than that make counting slower than reading does; then all of them are folded. */
const mostLively = 12;

function joinColumns(parts: readonly ColumnCubes[], join: (a: CountCube, b: CountCube) => CountCube): ColumnCubes {
  const joined = new Map<number, CountCube>();
  for (const part of parts) {
    for (const [column, cube] of part) {
      const known = joined.get(column);
      joined.set(column, known ? join(known, cube) : cube);
    }
  }
  return joined;
}

/**
 * Counts a source in its present state, reading of it only what is not known from an earlier one (`before`). `read` counts some imports, which it is never asked
 * to do for none.
 */
export async function carryOn(
  before: PartedCubes | undefined,
  imports: readonly ImportState[],
  read: (importIds: readonly string[]) => Promise<ColumnCubes>,
): Promise<PartedCubes> {
  const revisions = new Map(imports.map(({ id, revision }) => [id, revision]));
  const readSome = async (ids: readonly string[]): Promise<ColumnCubes> => (ids.length > 0 ? read(ids) : new Map());
  const changed = [...(before?.folded ?? [])].flatMap(([id, revision]) => (revisions.get(id) === revision ? [] : [id]));
  const moving = [...(before?.lively.keys() ?? []), ...changed].filter((id) => revisions.has(id));
  const livelyIds = new Set(moving.length > mostLively ? [] : moving);
  const settled = imports.filter(({ id }) => !livelyIds.has(id));
  const folded = new Map(settled.map(({ id, revision }) => [id, revision]));
  let base: ColumnCubes;
  if (before && changed.length === 0 && livelyIds.size === moving.length) {
    const added = settled.filter(({ id }) => !before.folded.has(id)).map(({ id }) => id);
    base = joinColumns([before.base, await readSome(added)], foldCube);
  } else base = await readSome(settled.map(({ id }) => id));
  const lively = new Map<string, { revision: number; cubes: ColumnCubes }>();
  for (const id of livelyIds) {
    const revision = revisions.get(id) ?? 0;
    const known = before?.lively.get(id);
    lively.set(id, known?.revision === revision ? known : { revision, cubes: await readSome([id]) });
  }
  const parts = [base, ...[...lively.values()].map(({ cubes }) => cubes)];
  return { cubes: joinColumns(parts, (a, b) => [...a, ...b]), base, folded, lively };
}
