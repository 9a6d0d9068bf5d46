import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { PreviewedRow } from '../imports/fileImport';

/** A column of the preview: one that the plan takes values from. */
export type PreviewColumn = {
  key: string;
  kind: 'time' | 'touchpoint' | 'channel' | 'language' | 'category' | 'segment' | 'score' | 'verbatim';
  name: string;
};

const kinds = ['time', 'touchpoint', 'channel', 'language', 'category', 'segment', 'score', 'verbatim'] as const;

/** What the preview shows of a plan: the time first, words last. Personal data and identifiers are not shown. */
export function previewColumns({ columns }: Pick<ReadingPlan, 'columns'>): PreviewColumn[] {
  return kinds.flatMap((kind) =>
    columns.filter(({ role }) => role.kind === kind).map(({ name, label }) => ({ key: name, kind, name: label || name })),
  );
}

/** A row's value in a column of the preview; null for none. A time is ISO 8601. */
export function valueIn(row: PreviewedRow, { key, kind }: PreviewColumn): string | number | null {
  const find = <Value>(values: readonly { column: string; value: Value }[]): Value | null =>
    values.find(({ column }) => column === key)?.value ?? null;
  switch (kind) {
    case 'time':
      return row.at;
    case 'segment':
      return find(row.segments);
    case 'score':
      return find(row.scores);
    case 'verbatim':
      return find(row.verbatims);
    default:
      return row[kind];
  }
}

/** How many of the rows are taken over, say something again, and are rejected. */
export function countRows(rows: readonly PreviewedRow[]): { taken: number; repeated: number; rejected: number } {
  const rejected = rows.filter(({ problem }) => problem !== null).length;
  const repeated = rows.filter(({ isRepeated }) => isRepeated).length;
  return { taken: rows.length - rejected - repeated, repeated, rejected };
}
