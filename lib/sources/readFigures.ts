import { type EvidenceColumn, listColumns } from '@/lib/data/evidence/columns';
import type { SourceRow } from '@/lib/data/evidence/sources';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import { type Figure, toFigure } from '@/lib/evidence/figures/figure';
import { monthlyTrend, type TrendPoint } from '@/lib/evidence/figures/monthlyTrend';
import { type GroupFigure, splitFigures } from '@/lib/evidence/figures/splitFigures';
import { countsOf, selectRollups } from '@/lib/evidence/selectRollups';
import type { Runtime } from '@/lib/runtime';
import { type AnswerFilter, toRollupFilter } from './answerFilter';
import { readCounts } from './readCounts';

export type ScoreColumn = Extract<EvidenceColumn, { kind: 'score' }>;

/** The score of a column, its months, and its groups by the dimension that was asked for. */
export type ColumnFigures = { column: ScoreColumn; figure: Figure; trend: TrendPoint[]; groups: GroupFigure[] };

/** Reckons the scores of a source's columns, of the answers that pass a filter. `limits`: those of its workspace. */
export async function readFigures(
  running: Pick<Runtime, 'database'>,
  source: Pick<SourceRow, 'id' | 'revision'>,
  { column: only, split, ...filter }: AnswerFilter & { column?: number | undefined; split?: string | undefined },
  limits: AnswerLimits,
): Promise<ColumnFigures[]> {
  const columns = (await listColumns(running.database, source.id)).filter((column) => column.kind === 'score');
  const figures: ColumnFigures[] = [];
  for (const column of columns) {
    if (only !== undefined && column.number !== only) continue;
    const rollups = selectRollups(await readCounts(running, source, column.number), toRollupFilter(filter));
    figures.push({
      column,
      figure: toFigure(countsOf(rollups), column, limits),
      trend: monthlyTrend(rollups, column, limits),
      groups: split === undefined ? [] : splitFigures(rollups, split, column, limits),
    });
  }
  return figures;
}
